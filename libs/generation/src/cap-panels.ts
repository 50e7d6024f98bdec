import { type Config, DEFAULT_CONFIG } from '@g6/settings';
import type { PanelDraft } from './panel-draft';

/** The panels of a dashboard by block, in order, and those that the caps left out. */
export interface CappedPanels {
  readonly wide: readonly PanelDraft[];
  readonly core: readonly PanelDraft[];
  readonly efficiency: readonly PanelDraft[];
  readonly dropped: readonly PanelDraft[];
}

/** Holds a dashboard to its caps: automatic panels go, from the end; explicit ones never do. */
export function capPanels(
  drafts: readonly PanelDraft[],
  caps: Config['caps'] = DEFAULT_CONFIG.caps,
): CappedPanels {
  const core = capBlock(
    drafts.filter(({ block }) => block === 'core'),
    caps.core,
  );
  const efficiency = capBlock(
    drafts.filter(({ block }) => block === 'efficiency'),
    caps.efficiency,
  );
  return {
    wide: drafts.filter(({ block }) => block === 'wide'),
    core: core.kept,
    efficiency: efficiency.kept,
    dropped: [...core.dropped, ...efficiency.dropped],
  };
}

function capBlock(drafts: readonly PanelDraft[], cap: number) {
  const explicit = drafts.filter(({ source }) => source === 'spec');
  const automatic = drafts.filter(({ source }) => source !== 'spec');
  const room = Math.max(0, cap - explicit.length);
  return {
    kept: [...explicit, ...automatic.slice(0, room)],
    dropped: automatic.slice(room),
  };
}
