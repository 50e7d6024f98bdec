import { EFFICIENCY_ROW_TITLE, type Plan } from '@g6/model';
import type { Problem } from '@g6/problems';
import type { CappedPanels } from '../cap-panels';
import { type PanelBlockOf, type PanelDraft, rowDraft } from '../panel-draft';
import { divideIntoSections } from './sections';

/** The panels of a dashboard from top to bottom; none of the blocks is empty. */
export interface DividedPanels {
  readonly blocks: readonly PanelBlockOf<PanelDraft>[];
  /** Previews of alerts that no section takes. */
  readonly previews: readonly PanelDraft[];
  readonly problems: readonly Problem[];
}

/** Divides the panels of a dashboard by its sections, or else into those of the spec and efficiency. */
export function divideIntoBlocks(
  plan: Plan,
  panels: Pick<CappedPanels, 'wide' | 'core' | 'efficiency'>,
  previews: readonly PanelDraft[],
): DividedPanels {
  if (plan.sections.length === 0) {
    const { wide, core, efficiency } = panels;
    const blocks = filled([bare([...wide, ...core]), belowEfficiencyRow(efficiency)]);
    return { blocks, previews, problems: [] };
  }
  const all = [...panels.wide, ...panels.core, ...panels.efficiency, ...previews];
  const { above, sections, left, problems } = divideIntoSections(plan, all);
  const of = (block: PanelDraft['block']) => left.filter((panel) => panel.block === block);
  const blocks = filled([bare(above), ...sections, belowEfficiencyRow(of('efficiency'))]);
  return { blocks, previews: of('preview'), problems };
}

function filled(blocks: readonly PanelBlockOf<PanelDraft>[]): PanelBlockOf<PanelDraft>[] {
  return blocks.filter(({ panels }) => panels.length > 0);
}

function bare(panels: readonly PanelDraft[]): PanelBlockOf<PanelDraft> {
  return { header: undefined, collapsed: false, panels };
}

function belowEfficiencyRow(panels: readonly PanelDraft[]): PanelBlockOf<PanelDraft> {
  return { header: EFFICIENCY_HEADER, collapsed: false, panels };
}

/** The row that heads the efficiency panels. */
const EFFICIENCY_HEADER = rowDraft('cross_metric', 'efficiency', EFFICIENCY_ROW_TITLE);
