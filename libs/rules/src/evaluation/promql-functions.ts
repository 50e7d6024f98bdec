import { bucketBound, quantileOfBuckets } from '@g6/promql';
import { NotModelled } from './model-series';
import { labelKey, without, type CourseSeries, type Sample } from './samples';

/** Functions over a window in which a series keeps its course. */
export const OVER_WINDOW: Record<string, (course: CourseSeries, seconds: number) => number> = {
  rate: ({ rises, value }) => (rises ? value : 0),
  irate: ({ rises, value }) => (rises ? value : 0),
  deriv: ({ rises, value }) => (rises ? value : 0),
  increase: ({ rises, value }, seconds) => (rises ? value * seconds : 0),
  delta: ({ rises, value }, seconds) => (rises ? value * seconds : 0),
  changes: ({ rises, value }) => {
    if (rises && value !== 0) throw new NotModelled('changes() of a rising series');
    return 0;
  },
  resets: () => 0,
  ...Object.fromEntries(
    ['avg', 'min', 'max', 'last', 'quantile'].map((name) => [`${name}_over_time`, steady]),
  ),
};

function steady({ rises, value }: CourseSeries): number {
  if (rises) throw new NotModelled('a rising series over time');
  return value;
}

/** `histogram_quantile` over series of buckets, grouped by their other labels. */
export function histogramQuantiles(
  quantile: number,
  buckets: readonly Sample[],
): readonly Sample[] {
  const groups = new Map<string, Sample[]>();
  for (const bucket of buckets) {
    const key = labelKey(without(bucket.labels, ['le']));
    groups.set(key, [...(groups.get(key) ?? []), bucket]);
  }
  return [...groups.values()].map((group) => ({
    labels: without((group[0] as Sample).labels, ['le']),
    value: quantileOfBuckets(
      quantile,
      group.map(({ labels, value }) => ({ bound: bucketBound(labels['le']), value })),
    ),
  }));
}
