import { highest } from '@g6/problems';
import { ALERT_PREVIEW_ROW_TITLE } from '@g6/model';
import { identifyPanels, takeFreeId } from './identify-panels';
import { type PanelBlockOf, type PanelDraft, rowDraft } from './panel-draft';
import {
  type LayoutRules,
  panelsOfBlocks,
  placeBlocks,
  type PlacedPanel,
  unfolded,
} from './place-panels';

/** The row that heads the previews of alerts. */
const PREVIEW_HEADER = rowDraft('alert_preview', 'preview', ALERT_PREVIEW_ROW_TITLE);

/**
 * Adds the previews of alerts below everything else, under a row of their own. They take ids that
 * are free, so that turning them on moves no link to any other panel.
 */
export function addPreviews(
  slug: string,
  placed: readonly PanelBlockOf<PlacedPanel>[],
  previews: readonly PanelDraft[],
  layout: LayoutRules,
): PanelBlockOf<PlacedPanel>[] {
  if (previews.length === 0) return [...placed];
  const block = { header: PREVIEW_HEADER, collapsed: false, panels: previews };
  const panels = panelsOfBlocks(placed);
  const bottom = Math.max(0, highest(panels.map(({ gridPos }) => gridPos.y + gridPos.h)));
  const taken = new Set(unfolded(panels).map(({ id }) => id));
  const withFreeId = (panel: PlacedPanel) => ({ ...panel, id: takeFreeId(panel.id, taken) });
  const rules = { ...layout, density: 'normal' } as const;
  const added = placeBlocks(identifyPanels(slug, [block]), rules, bottom);
  const renumbered = added.map((one) => ({
    ...one,
    header: one.header && withFreeId(one.header),
    panels: one.panels.map(withFreeId),
  }));
  return [...placed, ...renumbered];
}
