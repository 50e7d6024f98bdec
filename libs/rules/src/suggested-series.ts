import { type Metric, traitsOf } from '@g6/model';
import type { RecordedKind } from '@g6/promql';

/** Recorded series that no panel reads and that dashboards of many series are built faster on. */
export function suggestedSeries(metrics: readonly Metric[]): string[] {
  return metrics.flatMap(({ name, type, labels }) =>
    traitsOf(type).recorded.flatMap((kind) => {
      const { form, splits } = SUGGESTED[kind] ?? {};
      return form === undefined || (splits && labels.length === 0) ? [] : [`${name}:${form}`];
    }),
  );
}

/** The form to suggest of each kind; one that `splits` is only worth having for a labelled metric. */
const SUGGESTED: Partial<Record<RecordedKind, { form: string; splits: boolean }>> = {
  total_rate: { form: 'total_rate_5m', splits: false },
  rate: { form: 'rate_5m', splits: true },
  top: { form: 'top5', splits: true },
};
