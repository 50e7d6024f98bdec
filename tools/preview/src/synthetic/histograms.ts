import { bucketBound, quantileOfBuckets } from '@g6/promql';
import { groupSeries, NATIVE, type Series, withoutName } from './value';

/** A histogram at the times of its values, classic or native. */
export interface Histogram {
  readonly labels: Series['labels'];
  /** The buckets by rising upper bound; values count everything at most at it. */
  readonly buckets: readonly { readonly bound: number; readonly values: readonly number[] }[];
  /** The sum of all observations, of a native histogram. */
  readonly sum: readonly number[] | undefined;
}

/** The histograms that series are the parts of; others are left out. */
export function histogramsIn(series: readonly Series[]): Histogram[] {
  const partOf = ({ labels }: Series) => labels[NATIVE] ?? labels['le'];
  const parts = series.filter((one) => partOf(one) !== undefined);
  const groups = groupSeries(parts, (labels) => {
    const { le: _, [NATIVE]: __, ...others } = withoutName(labels);
    return others;
  });
  return groups.map(({ labels, members }) => ({
    labels,
    buckets: members
      .filter((one) => partOf(one) !== 'sum')
      .map((one) => ({ bound: bucketBound(partOf(one)), values: one.values }))
      .sort((a, b) => a.bound - b.bound),
    sum: members.find((one) => partOf(one) === 'sum')?.values,
  }));
}

/** The series that stand for themselves, and the native histograms that the others are parts of. */
export function splitHistograms(series: readonly Series[]) {
  const isPart = ({ labels }: Series) => labels[NATIVE] !== undefined;
  return {
    floats: series.filter((one) => !isPart(one)),
    histograms: histogramsIn(series.filter(isPart)),
  };
}

type At = (histogram: Histogram, i: number) => number;

function each(series: readonly Series[], of: At): Series[] {
  return histogramsIn(series).map((histogram) => ({
    labels: histogram.labels,
    values: (histogram.buckets[0]?.values ?? []).map((_, i) => of(histogram, i)),
  }));
}

/** The quantile of histograms, at a level for each time. */
export function histogramQuantile(levels: readonly number[], series: readonly Series[]): Series[] {
  return each(series, ({ buckets }, i) =>
    quantileOfBuckets(
      levels[i] ?? NaN,
      buckets.map(({ bound, values }) => ({ bound, value: values[i] ?? NaN })),
    ),
  );
}

/** The share of observations between two bounds for each time. */
export function histogramFraction(
  [low, high]: readonly [readonly number[], readonly number[]],
  series: readonly Series[],
): Series[] {
  return each(series, (histogram, i) => {
    const share = (bound = NaN) => below(histogram, bound, i) / countOf(histogram, i);
    return share(high[i]) - share(low[i]);
  });
}

/** The count, the sum or the mean of native histograms. */
export function histogramPart(name: string, series: readonly Series[]): Series[] {
  const sumOf: At = ({ sum }, i) => sum?.[i] ?? NaN;
  const parts: Readonly<Record<string, At>> = {
    histogram_count: countOf,
    histogram_sum: sumOf,
    histogram_avg: (histogram, i) => sumOf(histogram, i) / countOf(histogram, i),
  };
  return each(series, parts[name] ?? countOf);
}

function countOf({ buckets }: Histogram, i: number): number {
  return buckets.at(-1)?.values[i] ?? NaN;
}

/** How many observations are at most a bound, interpolated within a bucket. */
function below({ buckets }: Histogram, bound: number, i: number): number {
  let before = { bound: 0, value: 0 };
  for (const bucket of buckets) {
    const value = bucket.values[i] ?? NaN;
    if (bound < bucket.bound) {
      const isOpen = bucket.bound === Infinity || bound <= before.bound;
      const share = isOpen ? 0 : (bound - before.bound) / (bucket.bound - before.bound);
      return before.value + (value - before.value) * share;
    }
    before = { bound: bucket.bound, value };
  }
  return before.value;
}
