import { recordedQuantile } from '@g6/promql';
import { QUANTILES } from '../quantiles';
import { autoDraft } from '../auto-draft';
import type { MetricPanelSource } from '../panel-source';

/** A histogram's p95 and p99 from recorded series, unless an explicit panel reads that series. */
export const autoHistQuantileSource: MetricPanelSource = {
  name: 'auto_hist_quantile',
  draft: (metric, context) => {
    if (metric.type !== 'histogram') return [];
    return QUANTILES.flatMap((percentile) => {
      const expr = recordedQuantile(metric.name, percentile);
      if (context.coverage.reads(expr)) return [];
      const title = `${metric.name} p${percentile} (5m auto)`;
      const panel = { source: 'auto_hist_quantile', title, expr, shown: 'quantile' } as const;
      return [autoDraft(metric, { ...panel, labels: [], keepsValues: false }, context)];
    });
  },
};
