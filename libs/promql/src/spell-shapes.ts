/** Queries of the profile `standard`; like those of `spell-promql.ts`, they are part of identities. */
import { aggregation, rateBy, selectMetric, selectSeries } from './spell-promql';

/** Evaluates a selector at the end of the graph, for each of its moments. */
const AT_END = ' @ end()';

/**
 * A query that can be spelled for any moment of a graph: `at` follows each of its selectors, and is
 * empty for the moment that is drawn.
 */
export type Shape = (at: string) => string;

/** The query as it is drawn. */
export function drawn(shape: Shape): string {
  return shape('');
}

/**
 * The highest series of a query. They are chosen at the end of the graph, so that the same lines go all
 * the way through; `topk` alone chooses anew for each moment and draws fragments.
 */
export function stableTop(shape: Shape, count: number): string {
  return `${shape('')} and topk(${count}, ${shape(AT_END)})`;
}

/** Events a second, for each combination of labels. */
export function ratesOf(
  counter: string,
  window: string,
  labels: readonly string[],
  operator = 'sum',
): Shape {
  return (at) => `${aggregation(operator, labels)}(rate(${selectMetric(counter)}[${window}]${at}))`;
}

/** The values of a gauge, combined for each combination of labels. */
export function valuesOf(gauge: string, labels: readonly string[], operator: string): Shape {
  return (at) => `${aggregation(operator, labels)}(${selectMetric(gauge)}${at})`;
}

/** Seconds since the moment that a gauge holds; the latest of several counts. */
export function secondsSince(gauge: string, labels: readonly string[]): Shape {
  return (at) => `time() - ${aggregation('max', labels)}(${selectMetric(gauge)}${at})`;
}

/** Seconds until the moment that a gauge holds; the earliest of several counts. */
export function secondsUntil(gauge: string, labels: readonly string[]): Shape {
  return (at) => `${aggregation('min', labels)}(${selectMetric(gauge)}${at}) - time()`;
}

/** The part of a whole that is in use. */
export function shareUsed(used: string, whole: string, labels: readonly string[]): Shape {
  const sum = (gauge: string, at: string) =>
    `${aggregation('sum', labels)}(${selectMetric(gauge)}${at})`;
  return (at) => `${sum(used, at)} / ${sum(whole, at)}`;
}

/** The part of a whole that is in use, by what is free of it. */
export function shareNotFree(free: string, whole: string, labels: readonly string[]): Shape {
  const share = shareUsed(free, whole, labels);
  return (at) => `1 - ${share(at)}`;
}

/** The share of time in which something is not idle, by a counter of seconds in each mode. */
export function shareBusy(
  counter: string,
  idle: { readonly label: string; readonly value: string },
  window: string,
  labels: readonly string[],
): Shape {
  const selected = selectSeries(counter, [{ ...idle, operator: '=' }]);
  return (at) => `1 - ${aggregation('avg', labels)}(rate(${selected}[${window}]${at}))`;
}

/** The values of a label that mean failure: each of them, or a regular expression for all. */
export type FailingValues = { readonly values: readonly string[] } | { readonly pattern: string };

/**
 * The share of events whose label has one of the values that mean failure; 0 where none has, and no
 * sample where nothing happens, because then there is no share.
 */
export function errorShare(
  counter: string,
  label: string,
  errors: FailingValues,
  window: string,
): string {
  const failing = failingMatcher(label, errors);
  const failed = `sum(rate(${selectSeries(counter, [failing])}[${window}]))`;
  return shareOfRate(failed, rateBy(counter, window, []));
}

/** The share of events that another counter counts as failed. */
export function failureShare(failures: string, all: string, window: string): string {
  return shareOfRate(rateBy(failures, window, []), rateBy(all, window, []));
}

function failingMatcher(label: string, errors: FailingValues) {
  if ('pattern' in errors) return { label, operator: '=~', value: errors.pattern };
  const [only, ...more] = errors.values;
  return only !== undefined && more.length === 0
    ? { label, operator: '=', value: only }
    : { label, operator: '=~', value: errors.values.map(escapeRegex).join('|') };
}

function shareOfRate(part: string, whole: string): string {
  return `(${part} or 0 * ${whole}) / (${whole} > 0)`;
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Observations a second of a native histogram. */
export function nativeCountRate(histogram: string, window: string): string {
  return `histogram_count(${rateBy(histogram, window, [])})`;
}

/** The mean of what was observed; no sample where nothing was. */
export function guardedMean(metric: string, window: string): string {
  return `${rateBy(`${metric}_sum`, window, [])} / (${rateBy(`${metric}_count`, window, [])} > 0)`;
}

/** The firing alerts among those selected, as one number; 0 if none fires. */
export function firingCount(selector: string): string {
  return `count(${selector}) or vector(0)`;
}

/** The values of a label that were not there a minute ago, such as a version after an update. */
export function newValuesOf(metric: string, label: string): string {
  const now = valuesOf(metric, [label], 'count');
  return `${now('')} unless ${now(' offset 1m')}`;
}
