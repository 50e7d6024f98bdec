import { rateByLabel, sumByLabel } from '@g6/promql';
import type { Metric } from '@g6/model';
import { autoDraft, type AutoPanel } from '../auto-draft';
import type { MetricPanelSource } from '../panel-source';

/** How many of a metric's labels get a panel of their own. */
const MOST_SPLITS = 2;

/** A counter or gauge split by each of its first two labels, unless an explicit panel does just that. */
export const autoLabelSplitSource: MetricPanelSource = {
  name: 'auto_label_split',
  draft: (metric, context) => {
    if (metric.type === 'histogram') return [];
    return metric.labels
      .slice(0, MOST_SPLITS)
      .filter((label) => !context.coverage.groupsBy(metric.name, label))
      .map((label) => autoDraft(metric, splitPanel(metric, label), context));
  },
};

function splitPanel(metric: Metric, label: string): AutoPanel {
  const split = {
    source: 'auto_label_split',
    splitLabel: label,
    labels: [label],
    keepsValues: false,
  } as const;
  if (metric.type === 'counter') {
    const title = `${metric.name} Rate by ${label} (5m auto)`;
    return { ...split, title, expr: rateByLabel(metric.name, label), shown: 'rate' };
  }
  const title = `${metric.name} by ${label} (auto)`;
  return { ...split, title, expr: sumByLabel(metric.name, label), shown: 'value' };
}
