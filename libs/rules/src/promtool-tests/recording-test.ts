import type { SpecIndex } from '@g6/model';
import { highest } from '@g6/problems';
import { selectMetric } from '@g6/promql';
import type { DerivedSeries } from '../recording-rules';
import { expectedValue } from './expected-value';
import { seriesText, testTime, type ExprTest, type RuleTest } from './promtool-test';
import {
  GROWTH,
  labelsFor,
  recordingClock,
  recordingInputs,
  type Clock,
  type Input,
} from './recording-inputs';
import { roundExpected } from './round-expected';
import { trackText } from './track';

/**
 * The tests of one recording rule: inputs that change pace inside every window, so that another
 * window, quantile or grouping would give another value.
 *
 * Values are looked at half a step after the last sample that counts; so no sample lies on the edge
 * of a window, which Prometheus has counted in and, since version 3, out.
 */
export function recordingTests(
  series: DerivedSeries,
  index: SpecIndex,
  fixed: Readonly<Record<string, string>>,
): RuleTest[] {
  const clock = recordingClock(series);
  const inputs = recordingInputs(series, index, clock);
  const evaluations = evaluationsOf(series, inputs, clock);
  const test = {
    name: series.name,
    interval: testTime(clock.step),
    input_series: inputs.map(({ name, labels, track }) => ({
      series: seriesText(name, labels),
      values: trackText(track),
    })),
    promql_expr_test: evaluations.map((values) => exprTest(series, values, clock, fixed)),
  };
  const renamed = formerTests(test, inputs, series, index);
  const idle = series.form.kind === 'quantile_ratio' ? [idleTest(test, inputs, clock)] : [];
  return [test, ...renamed, ...idle];
}

/**
 * The same test with the last instance under each former name of the metric, the companion included:
 * the values stay the same halfway through a renaming.
 */
function formerTests(
  test: RuleTest,
  inputs: readonly Input[],
  { metric, companion }: DerivedSeries,
  index: SpecIndex,
): RuleTest[] {
  const companions =
    (companion === undefined ? undefined : index.metric(companion)?.renamedFrom) ?? [];
  const count = Math.max(metric.renamedFrom.length, companions.length);
  const last = highest(inputs.map(({ variant }) => variant));
  return Array.from({ length: count }, (_, position) => {
    const former = (name: string) => {
      const names = index.formerNamesOf(name);
      return names[position] ?? names.at(-1) ?? name;
    };
    return {
      ...test,
      name: `${test.name} halfway from ${metric.renamedFrom[position] ?? companions[position] ?? ''}`,
      input_series: inputs.map(({ name, labels, track, variant }) => ({
        series: seriesText(variant === last ? former(name) : name, labels),
        values: trackText(track),
      })),
    };
  });
}

/** A ratio must not be there while nothing is observed: what it divides by is no number then. */
function idleTest(
  { name, interval, promql_expr_test }: RuleTest,
  inputs: readonly Input[],
  { last }: Clock,
): RuleTest {
  return {
    name: `${name} while idle`,
    interval,
    input_series: inputs.map(({ name: input, labels, track }) => ({
      series: seriesText(input, labels),
      values: `${track.start}+0x${last + 1}`,
    })),
    promql_expr_test: (promql_expr_test ?? []).map(({ eval_time }) => ({
      expr: selectMetric(name),
      eval_time,
      exp_samples: [],
    })),
  };
}

/** The time in which a recorded series changes least, half a step, in seconds. */
export function tickOf(series: DerivedSeries): number {
  return recordingClock(series).step / 2;
}

/** The values of all variants of a series, at one step. */
interface Evaluation {
  readonly step: number;
  readonly values: readonly { readonly variant: number; readonly value: number }[];
}

function evaluationsOf(
  series: DerivedSeries,
  inputs: readonly Input[],
  clock: Clock,
): Evaluation[] {
  const variants = [...new Set(inputs.map(({ variant }) => variant))];
  const steps =
    series.form.kind === 'burn_rows_per_s' ? [clock.last, clock.last + GROWTH] : [clock.last];
  const grouped = series.labels.length > 0;
  return steps.map((step) => {
    const of = (wanted: readonly number[]) =>
      expectedValue(
        series,
        inputs.filter(({ variant }) => wanted.includes(variant)),
        { ...clock, last: step },
      );
    const values = grouped
      ? variants.map((variant) => ({ variant, value: of([variant]) }))
      : [{ variant: 0, value: of(variants) }];
    const { form } = series;
    return { step, values: form.kind === 'top' ? values.slice(-form.count) : values };
  });
}

function exprTest(
  series: DerivedSeries,
  { step, values }: Evaluation,
  clock: Clock,
  fixed: Readonly<Record<string, string>>,
): ExprTest {
  const rounded = roundExpected(
    series.name,
    values.map(({ value }) => value),
  );
  return {
    expr: rounded.expr,
    eval_time: testTime((step + 0.5) * clock.step),
    exp_samples: values.map(({ variant }, position) => ({
      labels: seriesText('', { ...labelsFor(series.labels, variant), ...fixed }),
      value: rounded.values[position] ?? 0,
    })),
  };
}
