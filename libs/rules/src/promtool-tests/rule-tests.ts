import { addAll } from '@g6/problems';
import type { DraftBasis } from '@g6/generation';
import { jobLabel, type DerivedSeries } from '../recording-rules';
import type { AlertingRule, RecordingRule, RuleFile, RuleOptions } from '../rule-file';
import { declaredRules } from '@g6/model';
import { alertTest } from './alert-test';
import { declaredTest } from './declared-test';
import { testTime, type RuleTest, type RuleTestFile } from './promtool-test';
import { recordingTests, tickOf } from './recording-test';

/** The rules to test, and what they are made from. */
export interface TestedRules {
  readonly series: readonly DerivedSeries[];
  readonly recording: RuleFile<RecordingRule>;
  readonly alerts: RuleFile<AlertingRule>;
  /** Names of the two rule files in the folder of the tests. */
  readonly files: readonly string[];
}

/** An alert or a recorded series that has no tests, with the reason. */
export type UntestedRule = (
  | { readonly alert: string; readonly record?: never }
  | { readonly record: string; readonly alert?: never }
) & { readonly reason: string };

/** The tests of all rules, and the rules for which none could be derived. */
export interface RuleTestsReading {
  readonly file: RuleTestFile;
  readonly untested: readonly UntestedRule[];
}

/** Derives promtool tests: one for each recorded series, two for each alert. */
export function ruleTests(
  basis: DraftBasis,
  rules: TestedRules,
  options: RuleOptions,
): RuleTestsReading {
  const { series, recording, alerts, files } = rules;
  const untested: UntestedRule[] = [];
  const tests: RuleTest[] = series.flatMap((one) => {
    if (one.metric.native !== true)
      return recordingTests(one, basis.index, jobLabel(one.labels, options.job).labels ?? {});
    const reason = `"${one.metric.name}" is a native histogram, which tests cannot feed`;
    untested.push({ record: one.name, reason });
    return [];
  });
  const alerting = alerts.groups.flatMap((group) => [...group.rules]);
  const recordedLabels = jobLabel([], options.job).labels ?? {};
  for (const record of new Set(declaredRules(basis.spec).map((rule) => rule.record))) {
    const declared = basis.index
      .rulesFor(record)
      .map((rule) => ({ ...rule, expr: basis.renamed.read(rule.expr) }));
    const reading = declaredTest(declared, basis.index, basis.promql, recordedLabels);
    if (reading.reason === undefined) addAll(tests, reading.tests);
    else untested.push({ record, reason: reading.reason });
  }
  for (const rule of alerting) {
    const namesakes = alerting.filter((other) => other !== rule && other.alert === rule.alert);
    const reading = alertTest({ rule, namesakes }, basis.index, basis.promql, recordedLabels);
    if (reading.reason === undefined) addAll(tests, reading.tests);
    else untested.push({ alert: rule.alert, reason: reading.reason });
  }
  const file = {
    rule_files: files,
    evaluation_interval: testTime(evaluationInterval(series)),
    group_eval_order: [...recording.groups, ...alerts.groups].map(({ name }) => name),
    tests,
  };
  return { file, untested };
}

/** The longest time between evaluations that meets every moment that a test looks at. */
function evaluationInterval(series: readonly DerivedSeries[]): number {
  const ticks = series.map((one) => Math.round(tickOf(one) * 1000));
  return [60_000, ...ticks].reduce(greatestDivisor) / 1000;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
