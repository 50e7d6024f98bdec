import { CORE_CAP, EFFICIENCY_CAP } from '@g6/model';
import type { PanelDraft } from './panel-draft';

/** The panels of a dashboard by block, in order, and those that the caps left out. */
export interface CappedPanels {
  readonly wide: readonly PanelDraft[];
  readonly core: readonly PanelDraft[];
  readonly efficiency: readonly PanelDraft[];
  readonly dropped: readonly PanelDraft[];
}

/** The most panels of each block; see the defaults in `conventions.ts`. */
export interface PanelCaps {
  readonly core: number;
  readonly efficiency: number;
}

export const DEFAULT_CAPS: PanelCaps = { core: CORE_CAP, efficiency: EFFICIENCY_CAP };

/** Holds a dashboard to its caps: automatic panels go, from the end; explicit ones never do. */
export function capPanels(drafts: readonly PanelDraft[], caps = DEFAULT_CAPS): CappedPanels {
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
