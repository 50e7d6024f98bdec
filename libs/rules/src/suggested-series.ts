import type { Metric } from '@g6/model';

/** Recorded series that no panel reads and that dashboards of many series are built faster on. */
export function suggestedSeries(metrics: readonly Metric[]): string[] {
  return metrics.flatMap(({ name, type, labels }) => {
    const labelled = labels.length > 0;
    if (type === 'counter') {
      return [`${name}:total_rate_5m`, ...(labelled ? [`${name}:rate_5m`] : [])];
    }
    return type === 'gauge' && labelled ? [`${name}:top5`] : [];
  });
}
