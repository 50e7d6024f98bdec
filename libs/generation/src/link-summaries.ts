import type { IdentifiedPanel } from './identify-panels';
import type { PanelBlockOf } from './panel-draft';

/** Gives each panel that sums another one up a link to it; ids are known by now. */
export function linkSummaries(
  blocks: readonly PanelBlockOf<IdentifiedPanel>[],
  uid: string,
): readonly PanelBlockOf<IdentifiedPanel>[] {
  const panels = blocks.flatMap((block) => block.panels);
  if (panels.every(({ summarizes }) => summarizes === undefined)) return blocks;
  return blocks.map((block) => ({
    ...block,
    panels: block.panels.map((panel) => linkSummary(panel, panels, uid)),
  }));
}

function linkSummary(
  panel: IdentifiedPanel,
  panels: readonly IdentifiedPanel[],
  uid: string,
): IdentifiedPanel {
  const { summarizes, look } = panel;
  const target =
    summarizes &&
    panels.find(({ source, title }) => source === summarizes.source && title === summarizes.title);
  if (!target) return panel;
  const url = `/d/${uid}?viewPanel=panel-${target.id}&\${__url_time_range}&\${__all_variables}`;
  return { ...panel, look: { ...look, links: [{ title: target.title, url }] } };
}
