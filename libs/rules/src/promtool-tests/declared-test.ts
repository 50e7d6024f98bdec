import { highest, lowest } from '@g6/problems';
import type { DeclaredRule, SpecIndex } from '@g6/model';
import type { PromQl, PromQlCache } from '@g6/promql';
import { candidateValues, courseOf, windowsOf } from '../evaluation/alert-inputs';
import { evaluatePromQl } from '../evaluation/evaluate-promql';
import {
  formerTitle,
  modelSeries,
  type ModelSeries,
  NotModelled,
  renamingsOf,
  seriesKey,
} from '../evaluation/model-series';
import type { CourseSeries, Sample } from '../evaluation/samples';
import { seriesText, testTime, type RuleTest } from './promtool-test';
import { roundExpected } from './round-expected';
import { courseInputs, SETTLING, tooLong, WINDOW_STEPS } from './simulation';

/** The tests of a declared series, or the reason why none could be derived. */
export type DeclaredTestReading =
  { readonly tests: readonly RuleTest[]; readonly reason?: never } | { readonly reason: string };

/** Seconds between two values, of which a minute holds a whole number. */
const STEPS = [60, 30, 20, 15, 12, 10, 6, 5, 4, 3, 2, 1];
/** What distinct values are multiplied by, until the rules give a sample. */
const FACTORS = [1, 100, 0.01];

/**
 * Tests the rules that record one series, on inputs of which each has a value of its own, and again
 * under the former names of what they read.
 */
export function declaredTest(
  rules: readonly DeclaredRule[],
  index: SpecIndex,
  cache: PromQlCache,
  recordedLabels: Readonly<Record<string, string>>,
): DeclaredTestReading {
  const parsed = rules.map(({ expr }) => cache.analyze(expr).promql);
  const windows = parsed.flatMap(windowsOf);
  const lasting = Math.max(0, highest(windows));
  const reason = tooLong(lasting);
  if (reason !== undefined) return { reason };
  const wanted = lowest(windows) / WINDOW_STEPS;
  const step = STEPS.find((one) => one <= wanted) ?? 1;
  const time = Math.ceil((lasting + SETTLING) / 60) * 60;
  const tests: RuleTest[] = [];
  try {
    for (let former = -1; former < renamingsOf(parsed, index); former += 1) {
      const name = former < 0 ? undefined : former;
      const series = parsed.flatMap((one) => modelSeries(one, index, recordedLabels, name));
      const found = outcomeOf(rules, parsed, series, time);
      if (!found) return { reason: 'no values are found that give it a sample' };
      const test = testOf(rules, found.courses, found.samples, step, time);
      tests.push(name === undefined ? test : { ...test, name: test.name + formerTitle(name) });
    }
    return { tests };
  } catch (error) {
    if (error instanceof NotModelled) return { reason: error.message };
    throw error;
  }
}

/** The first inputs that give the rules samples, all of them numbers. */
function outcomeOf(
  rules: readonly DeclaredRule[],
  parsed: readonly PromQl[],
  series: readonly ModelSeries[],
  time: number,
) {
  for (const valueAt of assignments(parsed)) {
    const courses = coursesOf(series, valueAt);
    const samples = rules.flatMap((rule, position) =>
      recorded(rule, evaluatePromQl(parsed[position] as PromQl, courses, time)),
    );
    const sound = samples.every(({ value }) => Number.isFinite(value));
    if (sound && samples.length > 0) return { courses, samples };
  }
  return undefined;
}

/** The value of a series by its place. */
type ValueAt = (position: number) => number;

/** Values of which each series has its own, then those with which the rules compare. */
function assignments(exprs: readonly PromQl[]): ValueAt[] {
  const compared = candidateValues(exprs).filter((value) => value !== undefined && value >= 0);
  return [
    ...FACTORS.map((factor) => (position: number) => (2 * position + 3) * factor),
    ...compared.map((value) => () => Number(value)),
  ];
}

function coursesOf(series: readonly ModelSeries[], valueAt: ValueAt): CourseSeries[] {
  const known = new Set<string>();
  return series.flatMap((one, position) => {
    const key = seriesKey(one);
    if (known.has(key)) return [];
    known.add(key);
    // The value of a histogram is the place of the bucket that everything falls into.
    return one.kind === 'bucket' ? courseOf(one, 0, 1) : courseOf(one, valueAt(position), 1);
  });
}

function recorded({ labels }: DeclaredRule, samples: readonly Sample[]): Sample[] {
  return samples.map((sample) => ({ ...sample, labels: { ...sample.labels, ...labels } }));
}

function testOf(
  rules: readonly DeclaredRule[],
  courses: readonly CourseSeries[],
  samples: readonly Sample[],
  step: number,
  time: number,
): RuleTest {
  const record = rules[0]?.record ?? '';
  const rounded = roundExpected(
    record,
    samples.map(({ value }) => value),
  );
  return {
    name: record,
    interval: testTime(step),
    input_series: courseInputs(courses, step, time / step + 1),
    promql_expr_test: [
      {
        expr: rounded.expr,
        eval_time: testTime(time),
        exp_samples: samples.map(({ labels }, position) => ({
          labels: seriesText('', labels),
          value: rounded.values[position] ?? 0,
        })),
      },
    ],
  };
}
