import { highest } from '@g6/problems';
import { ALERT_PREVIEW_ROW_TITLE } from '@g6/model';
import { identifyPanels, takeFreeId } from './identify-panels';
import { type PanelDraft, rowDraft } from './panel-draft';
import { type LayoutRules, placePanels, type PlacedPanel, unfolded } from './place-panels';

/** The row that heads the previews of alerts. */
const PREVIEW_HEADER = rowDraft('alert_preview', 'preview', ALERT_PREVIEW_ROW_TITLE);

/**
 * Adds the previews of alerts below everything else, under a row of their own. They take ids that
 * are free, so that turning them on moves no link to any other panel.
 */
export function addPreviews(
  slug: string,
  placed: readonly PlacedPanel[],
  previews: readonly PanelDraft[],
  layout: LayoutRules,
): PlacedPanel[] {
  if (previews.length === 0) return [...placed];
  const block = { header: PREVIEW_HEADER, collapsed: false, panels: previews };
  const added = placePanels(identifyPanels(slug, [block]), { ...layout, density: 'normal' });
  const bottom = Math.max(0, highest(placed.map(({ gridPos }) => gridPos.y + gridPos.h)));
  const taken = new Set(unfolded(placed).map(({ id }) => id));
  const moved = added.map((panel) => ({
    ...panel,
    id: takeFreeId(panel.id, taken),
    gridPos: { ...panel.gridPos, y: panel.gridPos.y + bottom },
  }));
  return [...placed, ...moved];
}
