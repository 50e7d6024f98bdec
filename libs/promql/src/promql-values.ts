import { matchesText } from './go-regex';
import type { LabelMatcher } from './selectors';
import type { ComparisonOperator } from './split-comparison';

/** Functions of a sample and of further numbers. */
export const POINTWISE: Readonly<
  Record<string, (value: number, ...more: readonly number[]) => number>
> = {
  abs: Math.abs,
  acos: Math.acos,
  acosh: Math.acosh,
  asin: Math.asin,
  asinh: Math.asinh,
  atan: Math.atan,
  atanh: Math.atanh,
  ceil: Math.ceil,
  cos: Math.cos,
  cosh: Math.cosh,
  deg: (value) => (value * 180) / Math.PI,
  exp: Math.exp,
  floor: Math.floor,
  ln: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  rad: (value) => (value * Math.PI) / 180,
  sgn: Math.sign,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
  clamp: (value, least = NaN, most = NaN) => Math.max(least, Math.min(most, value)),
  clamp_max: (value, most = NaN) => Math.min(value, most),
  clamp_min: (value, least = NaN) => Math.max(value, least),
  round: (value, unit = 1) => Math.floor(value / unit + 0.5) * unit,
};

/** The meaning of the comparison operators. */
export const COMPARE: Readonly<
  Record<ComparisonOperator, (left: number, right: number) => boolean>
> = {
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

/** Aggregations over the values of a group, of which there is at least one. */
export const AGGREGATES: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: total,
  avg: (values) => total(values) / values.length,
  min: (values) => values.reduce((least, value) => Math.min(least, value), Infinity),
  max: (values) => values.reduce((most, value) => Math.max(most, value), -Infinity),
  count: (values) => values.length,
  group: () => 1,
  stdvar: variance,
  stddev: (values) => Math.sqrt(variance(values)),
};

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function variance(values: readonly number[]): number {
  const mean = total(values) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** A bucket of a classic histogram: how many observations are at most its bound. */
export interface Bucket {
  readonly bound: number;
  readonly value: number;
}

/** The bound that a label `le` says. */
export function bucketBound(le: string | undefined): number {
  return le === '+Inf' ? Infinity : Number(le);
}

/**
 * `histogram_quantile` over the buckets of a histogram in any order, interpolated within a bucket as
 * Prometheus does: https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
 */
export function quantileOfBuckets(quantile: number, group: readonly Bucket[]): number {
  const buckets = [...group].sort((a, b) => a.bound - b.bound);
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

/** Whether labels satisfy a matcher; a missing label is the empty text. */
export function satisfies(
  { label, operator, value }: LabelMatcher,
  labels: Readonly<Record<string, string>>,
): boolean {
  const actual = labels[label] ?? '';
  switch (operator) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    default:
      return matchesText(value, actual) === (operator === '=~');
  }
}
