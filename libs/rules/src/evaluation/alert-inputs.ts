import { durationSeconds, type PromQl, textOf, visitNodes } from '@g6/promql';
import type { SpecIndex } from '@g6/model';
import { evaluatePromQl } from './evaluate-promql';
import { modelSeries, NotModelled, type ModelSeries } from './model-series';
import type { CourseSeries, Sample } from './samples';

/** What the series of an alert are given, and what the alert makes of it. */
export interface AlertInputs {
  readonly courses: readonly CourseSeries[];
  /** The samples of the expression, one for each alert that fires. */
  readonly firing: readonly Sample[];
}

/** Inputs of an alert that fire it and that do not, or the reason why none could be derived. */
export type AlertInputsReading =
  | { readonly fires: AlertInputs; readonly silent: AlertInputs; readonly reason?: never }
  | { readonly reason: string };

/** More assignments than this are not tried. */
const MOST_TRIES = 20_000;
/** A result must hold when every value is off by this much either way. */
const MARGIN = 0.01;

/**
 * Derives inputs from the numbers that an expression compares with: values below, at and above them
 * are given to each series that it selects, until the expression fires and until it does not.
 */
export function alertInputs(
  promql: PromQl,
  index: SpecIndex,
  recordedLabels: Readonly<Record<string, string>>,
  time: number,
): AlertInputsReading {
  try {
    const series = modelSeries(promql, index, recordedLabels);
    const found = search(promql, series, time, MARGIN);
    // Only a value that is exactly so makes `==` hold, and only values that stand still are exact.
    const exact = series.every(({ kind }) => kind === 'value');
    const { fires, silent } = exact ? { ...search(promql, series, time, 0), ...found } : found;
    if (fires && silent) return { fires, silent };
    return { reason: `no values are found that ${fires ? 'keep it silent' : 'fire it'}` };
  } catch (error) {
    if (error instanceof NotModelled) return { reason: error.message };
    throw error;
  }
}

/** The first assignments that fire an alert and that do not, as far as there are any. */
function search(promql: PromQl, series: readonly ModelSeries[], time: number, margin: number) {
  const candidates = series.map(({ kind, bounds }) =>
    kind === 'bucket' ? bucketValues(bounds ?? []) : candidateValues(promql),
  );
  const found: { fires?: AlertInputs; silent?: AlertInputs } = {};
  for (const values of combinations(candidates)) {
    const outcome = tryOut(promql, series, values, time, margin);
    if (outcome?.firing.length) found.fires ??= outcome;
    else if (outcome) found.silent ??= outcome;
    if (found.fires && found.silent) break;
  }
  return found;
}

/** The outcome of one assignment; undefined where a slightly different one gives another. */
function tryOut(
  promql: PromQl,
  series: readonly ModelSeries[],
  values: readonly (number | undefined)[],
  time: number,
  margin: number,
): AlertInputs | undefined {
  const outcomes = [1, 1 - margin, 1 + margin].map((factor) => {
    const courses = series.flatMap((one, position) => courseOf(one, values[position], factor));
    return { courses, firing: evaluatePromQl(promql, courses, time) };
  });
  const [first] = outcomes;
  const agreed = outcomes.every(({ firing }) => firing.length === first?.firing.length);
  return agreed ? first : undefined;
}

function courseOf(
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

/** Values around every number of an expression; a series that is not there for `absent`. */
function candidateValues(promql: PromQl): (number | undefined)[] {
  const numbers = [
    ...promql.text.matchAll(/(?<![\w.[])[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?(?![\w.])/gi),
  ]
    .map(([text]) => Number(text))
    .filter((number) => number !== 0);
  const around = numbers.flatMap((number) => [number * 2, number / 2, number]);
  const plain = [1, 0.001, 1000, 1_000_000, 0];
  const below = [...numbers.map((number) => -2 * number), -1];
  const absent = promql.text.includes('absent') ? [undefined] : [];
  return [...new Set([...around, ...plain, ...below, ...absent])];
}

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

/** The longest window of an expression in seconds; 0 where it has none. */
export function longestWindow(promql: PromQl): number {
  let longest = 0;
  visitNodes(promql, 'MatrixSelector', (node) => {
    const text = textOf(promql, node);
    const seconds = durationSeconds(text.slice(text.lastIndexOf('[') + 1, -1).trim()) ?? 0;
    longest = Math.max(longest, seconds);
  });
  return longest;
}
