import { topFive } from '@g6/promql';
import { autoDraft } from '../auto-draft';
import type { MetricPanelSource } from '../panel-source';

/** The highest series of a labelled gauge that no explicit panel reads. */
export const autoTopkSource: MetricPanelSource = {
  name: 'auto_topk',
  draft: (metric, context) => {
    if (metric.type !== 'gauge' || metric.labels.length === 0) return [];
    if (context.coverage.reads(metric.name)) return [];
    const title = `${metric.name} Top 5 (auto)`;
    const expr = topFive(metric.name);
    const panel = { source: 'auto_topk', title, expr, shown: 'value' } as const;
    const { labels } = metric;
    return [autoDraft(metric, { ...panel, labels, keepsValues: true }, context)];
  },
};
