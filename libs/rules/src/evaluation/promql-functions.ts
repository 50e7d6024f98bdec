import type { ComparisonOperator } from '@g6/promql';
import { NotModelled } from './model-series';
import { labelKey, without, type CourseSeries, type Sample } from './samples';

/** Functions of one sample and numbers. */
export const POINTWISE: Record<string, (value: number, ...rest: number[]) => number> = {
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sgn: Math.sign,
  clamp_min: (value, least = NaN) => Math.max(value, least),
  clamp_max: (value, most = NaN) => Math.min(value, most),
  clamp: (value, least = NaN, most = NaN) => Math.max(least, Math.min(most, value)),
  round: (value, unit = 1) => Math.floor(value / unit + 0.5) * unit,
};

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

/** Aggregations over the values of a group. */
export const AGGREGATES: Record<string, (values: readonly number[]) => number> = {
  sum: (values) => values.reduce((total, value) => total + value, 0),
  avg: (values) => values.reduce((total, value) => total + value, 0) / values.length,
  min: (values) => values.reduce((least, value) => Math.min(least, value), Infinity),
  max: (values) => values.reduce((most, value) => Math.max(most, value), -Infinity),
  count: (values) => values.length,
  group: () => 1,
};

/** The meaning of the comparison operators. */
export const COMPARE: Record<ComparisonOperator, (left: number, right: number) => boolean> = {
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

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
    value: quantileOfBuckets(quantile, group),
  }));
}

function quantileOfBuckets(quantile: number, group: readonly Sample[]): number {
  const buckets = group
    .map(({ labels, value }) => ({ bound: boundOf(labels['le']), value }))
    .sort((a, b) => a.bound - b.bound);
  const rank = quantile * (buckets.at(-1)?.value ?? NaN);
  const place = buckets.findIndex(({ value }) => value >= rank);
  const hit = buckets[place];
  if (!hit || !(rank > 0)) return NaN;
  const below = buckets[place - 1];
  if (hit.bound === Infinity) return below?.bound ?? NaN;
  if (!below) return hit.bound <= 0 ? hit.bound : hit.bound * (rank / hit.value);
  return (
    below.bound + (hit.bound - below.bound) * ((rank - below.value) / (hit.value - below.value))
  );
}

function boundOf(le: string | undefined): number {
  return le === '+Inf' ? Infinity : Number(le);
}
