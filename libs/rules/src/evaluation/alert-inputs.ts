import { durationSeconds, type PromQl, textOf, visitNodes } from '@g6/promql';
import type { SpecIndex } from '@g6/model';
import { evaluatePromQl } from './evaluate-promql';
import { modelSeries, NotModelled, type ModelSeries } from './model-series';
import type { CourseSeries, Sample } from './samples';

/** The courses of an alert's series, and the result of its expression over them. */
export interface AlertInputs {
  readonly courses: readonly CourseSeries[];
  /** The samples of the expression, one for each alert that fires. */
  readonly firing: readonly Sample[];
  /** The same for each alert of the same name. */
  readonly namesakes: readonly (readonly Sample[])[];
}

/** Inputs of an alert that fire it and that do not, or the reason why none could be derived. */
export type AlertInputsReading =
  | { readonly fires: AlertInputs; readonly silent: AlertInputs; readonly reason?: never }
  | { readonly reason: string };

/** The most assignments that are tried. */
const MOST_TRIES = 20_000;
/** A result must hold when every value is off by this much either way. */
const MARGIN = 0.01;

/**
 * Derives inputs from the numbers that an expression compares with: values below, at and above them
 * are given to each series that it selects, until the expression fires and until it does not.
 * Alerts of the same name are evaluated over the same inputs, because promtool tests them together.
 * With `former`, series of renamed metrics have their former name of that place.
 */
export function alertInputs(
  promql: PromQl,
  index: SpecIndex,
  recordedLabels: Readonly<Record<string, string>>,
  time: number,
  namesakes: readonly PromQl[] = [],
  former?: number,
): AlertInputsReading {
  try {
    const series = modelSeries(promql, index, recordedLabels, former);
    const exprs = [promql, ...namesakes];
    const found = search(exprs, series, time, MARGIN);
    // Only an exact value makes `==` hold, and only values that do not change are exact.
    const exact = series.every(({ kind }) => kind === 'value');
    const { fires, silent } = exact ? { ...search(exprs, series, time, 0), ...found } : found;
    if (fires && silent) return { fires, silent };
    return { reason: `no values are found that ${fires ? 'keep it silent' : 'fire it'}` };
  } catch (error) {
    if (error instanceof NotModelled) return { reason: error.message };
    throw error;
  }
}

/** The first assignments that fire the first expression and that do not, if there are any. */
function search(
  exprs: readonly PromQl[],
  series: readonly ModelSeries[],
  time: number,
  margin: number,
) {
  const values = candidateValues(exprs);
  const candidates = series.map(({ kind, bounds }) => {
    if (kind === 'bucket') return bucketValues(bounds ?? []);
    // A counter never falls; to Prometheus a fall is a reset.
    return kind === 'slope' ? values.filter((value) => value === undefined || value >= 0) : values;
  });
  const found: { fires?: AlertInputs; silent?: AlertInputs } = {};
  for (const assigned of combinations(candidates)) {
    const outcome = tryOut(exprs, series, assigned, time, 1);
    const kind = outcome.firing.length > 0 ? 'fires' : 'silent';
    if (found[kind]) continue;
    const near = [1 - margin, 1 + margin].map((factor) =>
      tryOut(exprs, series, assigned, time, factor),
    );
    if (near.every((other) => countsOf(other) === countsOf(outcome))) found[kind] = outcome;
    if (found.fires && found.silent) break;
  }
  return found;
}

/** The outcome of one assignment, each value times a factor. */
function tryOut(
  exprs: readonly PromQl[],
  series: readonly ModelSeries[],
  values: readonly (number | undefined)[],
  time: number,
  factor: number,
): AlertInputs {
  const courses = series.flatMap((one, position) => courseOf(one, values[position], factor));
  const [firing = [], ...namesakes] = exprs.map((promql) => evaluatePromQl(promql, courses, time));
  return { courses, firing, namesakes };
}

/** How many alerts fire for each expression. */
function countsOf({ firing, namesakes }: AlertInputs): string {
  return [firing, ...namesakes].map(({ length }) => length).join();
}

/** The course of a series whose value means what its kind says. */
export function courseOf(
  { name, labels, kind, bounds }: ModelSeries,
  value: number | undefined,
  factor: number,
): CourseSeries[] {
  if (value === undefined) return [];
  if (kind !== 'bucket') return [{ name, labels, rises: kind === 'slope', value: value * factor }];
  // The value says in which bucket all observations fall, one a second.
  return [...(bounds ?? []), Infinity].map((bound, position) => ({
    name,
    labels: { ...labels, le: bound === Infinity ? '+Inf' : String(bound) },
    rises: true,
    value: position >= value ? 1 : 0,
  }));
}

/** Buckets by place, the highest first: most alerts ask for too much. */
function bucketValues(bounds: readonly number[]): number[] {
  return [...bounds, Infinity].map((_, position) => position).reverse();
}

/** Values around every number of the expressions; for `absent` also no series at all. */
export function candidateValues(exprs: readonly PromQl[]): (number | undefined)[] {
  const text = exprs.map((promql) => promql.text).join(' ');
  const numbers = [...text.matchAll(NUMBER)]
    .map(([number]) => Number(number))
    .filter((number) => number !== 0);
  const around = numbers.flatMap((number) => [number * 2, number / 2, number]);
  const plain = [1, 0.001, 1000, 1_000_000, 0];
  const below = [...numbers.map((number) => -2 * number), -1];
  const absent = text.includes('absent') ? [undefined] : [];
  return [...new Set([...around, ...plain, ...below, ...absent])];
}

const NUMBER = /(?<![\w.[])[0-9]{1,20}(?:\.[0-9]{1,20})?(?:e[+-]?[0-9]{1,3})?(?![\w.])/gi;

/** Every way to choose one value for each series, the first values of all first. */
function* combinations(
  candidates: readonly (readonly (number | undefined)[])[],
): Generator<(number | undefined)[]> {
  const total = candidates.reduce((product, { length }) => product * length, 1);
  for (let number = 0; number < Math.min(total, MOST_TRIES); number += 1) {
    let rest = number;
    yield candidates.map((values) => {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      return value;
    });
  }
}

/** The windows of an expression in seconds. */
export function windowsOf(promql: PromQl): number[] {
  const windows: number[] = [];
  visitNodes(promql, 'MatrixSelector', (node) => {
    const text = textOf(promql, node);
    windows.push(durationSeconds(text.slice(text.lastIndexOf('[') + 1, -1).trim()) ?? 0);
  });
  return windows;
}
