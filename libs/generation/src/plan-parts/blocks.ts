import { EFFICIENCY_ROW_TITLE, type Plan } from '@g6/model';
import type { Problem } from '@g6/problems';
import { type PanelBlock, type PanelBlockOf, type PanelDraft, rowDraft } from '../panel-draft';
import { divideIntoSections } from './sections';

/** The panels of a dashboard from top to bottom; none of the blocks is empty. */
export interface DividedPanels {
  readonly blocks: readonly PanelBlockOf<PanelDraft>[];
  /** Previews of alerts that no section takes. */
  readonly previews: readonly PanelDraft[];
  readonly problems: readonly Problem[];
}

/** Divides the panels of a dashboard by its sections, or else into those of the spec and efficiency. */
export function divideIntoBlocks(plan: Plan, panels: readonly PanelDraft[]): DividedPanels {
  const of = (block: PanelBlock, among = panels) => among.filter((panel) => panel.block === block);
  if (plan.sections.length === 0) {
    const blocks = filled([
      bare([...of('wide'), ...of('core')]),
      belowEfficiencyRow(of('efficiency')),
    ]);
    return { blocks, previews: of('preview'), problems: [] };
  }
  const all = [...of('wide'), ...of('core'), ...of('efficiency'), ...of('preview')];
  const { above, sections, left, problems } = divideIntoSections(plan, all);
  const blocks = filled([bare(above), ...sections, belowEfficiencyRow(of('efficiency', left))]);
  return { blocks, previews: of('preview', left), problems };
}

/** The blocks that have panels. */
export function filled(blocks: readonly PanelBlockOf<PanelDraft>[]): PanelBlockOf<PanelDraft>[] {
  return blocks.filter(({ panels }) => panels.length > 0);
}

/** Panels without a row above them. */
export function bare(panels: readonly PanelDraft[]): PanelBlockOf<PanelDraft> {
  return { header: undefined, collapsed: false, panels };
}

/** The efficiency panels below their row. */
export function belowEfficiencyRow(panels: readonly PanelDraft[]): PanelBlockOf<PanelDraft> {
  return { header: EFFICIENCY_HEADER, collapsed: false, panels };
}

/** The row that heads the efficiency panels. */
const EFFICIENCY_HEADER = rowDraft('cross_metric', 'efficiency', EFFICIENCY_ROW_TITLE);
