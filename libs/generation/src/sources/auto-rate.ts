import { rateOfAll } from '@g6/promql';
import { autoDraft } from '../auto-draft';
import type { MetricPanelSource } from '../panel-source';

/** A counter's total rate, unless an explicit panel applies `rate` to the counter already. */
export const autoRateSource: MetricPanelSource = {
  name: 'auto_rate',
  draft: (metric, context) => {
    if (metric.type !== 'counter' || context.coverage.rates(metric.name)) return [];
    const title = `${metric.name} Rate (5m auto)`;
    const expr = rateOfAll(metric.name);
    const panel = { source: 'auto_rate', title, expr, shown: 'rate' } as const;
    return [autoDraft(metric, { ...panel, labels: [], keepsValues: false }, context)];
  },
};
