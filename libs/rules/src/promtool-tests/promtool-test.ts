import { selectSeries, spellMatcher } from '@g6/promql';

/** A series that promtool feeds to the rules. */
export interface InputSeries {
  readonly series: string;
  readonly values: string;
}

/** A sample that an expression must give. */
export interface ExpectedSample {
  readonly labels: string;
  readonly value: number;
}

/** An expression that is evaluated after the rules. */
export interface ExprTest {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly ExpectedSample[];
}

/** An alert that must fire with these labels and annotations; none means that it must not. */
export interface AlertTest {
  readonly eval_time: string;
  readonly alertname: string;
  readonly exp_alerts: readonly {
    readonly exp_labels: Readonly<Record<string, string>>;
    readonly exp_annotations: Readonly<Record<string, string>>;
  }[];
}

/** One test with its own input. */
export interface RuleTest {
  readonly name: string;
  /** Time between two values of the input. */
  readonly interval: string;
  readonly input_series: readonly InputSeries[];
  readonly promql_expr_test?: readonly ExprTest[];
  readonly alert_rule_test?: readonly AlertTest[];
}

/** A file of tests as promtool reads it. */
export interface RuleTestFile {
  readonly rule_files: readonly string[];
  readonly evaluation_interval: string;
  readonly group_eval_order: readonly string[];
  readonly tests: readonly RuleTest[];
}

/** Writes a time for promtool, exact to the millisecond. */
export function testTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  for (const [unit, size] of UNITS) {
    if (milliseconds % size === 0) return `${milliseconds / size}${unit}`;
  }
  return `${milliseconds}ms`;
}

const UNITS = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

/** Writes a series the way PromQL does; a name that is a keyword becomes a label. */
export function seriesText(name: string, labels: Readonly<Record<string, string>>): string {
  const matchers = Object.entries(labels).map(([label, value]) => ({
    label,
    operator: '=',
    value,
  }));
  return name === '' ? `{${matchers.map(spellMatcher).join(', ')}}` : selectSeries(name, matchers);
}
