import { type Config, DEFAULT_CONFIG } from '@g6/settings';
import { isWritten, type PanelBlock, type PanelDraft } from './panel-draft';

/** The panels of a dashboard, block by block, and those that the caps left out. */
export interface CappedPanels {
  readonly kept: readonly PanelDraft[];
  readonly dropped: readonly PanelDraft[];
}

/**
 * Holds a dashboard to its caps: automatic panels go, from the end; explicit ones never do. The first
 * automatic panel of a metric that has no other goes last, so that no metric goes while another has
 * two automatic panels.
 */
export function capPanels(
  drafts: readonly PanelDraft[],
  caps: Config['caps'] = DEFAULT_CONFIG.caps,
): CappedPanels {
  const of = (wanted: PanelBlock) => drafts.filter(({ block }) => block === wanted);
  const core = capBlock(of('core'), caps.core);
  const efficiency = capBlock(of('efficiency'), caps.efficiency);
  return {
    // Previews of alerts are not capped: somebody asked for them.
    kept: [...of('wide'), ...core.kept, ...efficiency.kept, ...of('preview')],
    dropped: [...core.dropped, ...efficiency.dropped],
  };
}

function capBlock(drafts: readonly PanelDraft[], cap: number) {
  const explicit = drafts.filter(isWritten);
  const automatic = drafts.filter((draft) => !isWritten(draft));
  const room = Math.max(0, cap - explicit.length);
  const shown = new Set(explicit.flatMap(({ metric }) => metric ?? []));
  const only = new Set(automatic.filter((draft) => isFirstOf(draft, shown)));
  const ranked = [...only, ...automatic.filter((draft) => !only.has(draft))];
  const kept = new Set(ranked.slice(0, room));
  return {
    kept: [...explicit, ...automatic.filter((draft) => kept.has(draft))],
    dropped: automatic.filter((draft) => !kept.has(draft)),
  };
}

/** Whether a panel is the first of its metric; the metric then counts as shown. */
function isFirstOf({ metric }: PanelDraft, shown: Set<string>): boolean {
  if (metric === undefined || shown.has(metric)) return false;
  shown.add(metric);
  return true;
}
