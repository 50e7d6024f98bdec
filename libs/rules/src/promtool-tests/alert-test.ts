import { highest, lowest } from '@g6/problems';
import { durationSeconds, type PromQl, type PromQlCache } from '@g6/promql';
import type { SpecIndex } from '@g6/model';
import { alertInputs, windowsOf, type AlertInputs } from '../evaluation/alert-inputs';
import { formerTitle, renamingsOf } from '../evaluation/model-series';
import { labelKey, type Sample } from '../evaluation/samples';
import type { AlertingRule } from '../rule-file';
import { seriesText, testTime, type RuleTest } from './promtool-test';
import { courseInputs, SETTLING, tooLong, WINDOW_STEPS } from './simulation';

/** The two tests of an alert, or the reason why none could be derived. */
export type AlertTestReading =
  { readonly tests: readonly RuleTest[]; readonly reason?: never } | { readonly reason: string };

/** An alert under test, with the others of its name, which promtool looks at together. */
export interface TestedAlert {
  readonly rule: AlertingRule;
  readonly namesakes: readonly AlertingRule[];
}

/** The most seconds between two values of an input. */
const LONGEST_STEP = 60;

/** Tests an alert on an input that fires it, and on one that does not. */
export function alertTest(
  { rule, namesakes }: TestedAlert,
  index: SpecIndex,
  promql: PromQlCache,
  recordedLabels: Readonly<Record<string, string>>,
): AlertTestReading {
  const rules = [rule, ...namesakes];
  const parsed = rules.map(({ expr }) => promql.analyze(expr).promql);
  const windows = parsed.flatMap(windowsOf);
  const lasting = Math.max(0, highest(windows)) + highest(rules.map(waitingTime));
  const reason = tooLong(lasting);
  if (reason !== undefined) return { reason };
  const step = Math.min(LONGEST_STEP, lowest(windows.map(stepFor)));
  const steps = Math.ceil((lasting + SETTLING) / step);
  const [own, ...others] = parsed;
  const inputs = alertInputs(own as PromQl, index, recordedLabels, steps * step, others);
  if (inputs.reason !== undefined) return { reason: inputs.reason };
  const name = namesakes.length === 0 ? rule.alert : distinctName(rule);
  const clock = { step, steps };
  const tests = [
    oneTest(rules, `${name} fires`, inputs.fires, clock),
    oneTest(rules, `${name} stays silent`, inputs.silent, clock),
  ];
  // What watches a renamed metric must do so under its former names.
  for (let former = 0; former < renamingsOf(parsed, index); former += 1) {
    const before = alertInputs(own as PromQl, index, recordedLabels, steps * step, others, former);
    if (before.reason !== undefined) return { reason: before.reason };
    const when = formerTitle(former);
    tests.push(oneTest(rules, `${name} fires${when}`, before.fires, clock));
    tests.push(oneTest(rules, `${name} stays silent${when}`, before.silent, clock));
  }
  return { tests };
}

function waitingTime(rule: AlertingRule): number {
  return durationSeconds(rule.for ?? '0s') ?? 0;
}

/** A step of whole milliseconds, which promtool can read. */
function stepFor(window: number): number {
  return Math.max(0.001, Math.floor((window * 1000) / WINDOW_STEPS) / 1000);
}

function distinctName({ alert, labels }: AlertingRule): string {
  return `${alert} (${Object.values(labels).join(', ')})`;
}

/** When values come: seconds between two, and how many steps lead to the evaluation. */
interface AlertClock {
  readonly step: number;
  readonly steps: number;
}

function oneTest(
  rules: readonly AlertingRule[],
  name: string,
  inputs: AlertInputs,
  { step, steps }: AlertClock,
): RuleTest {
  const eval_time = testTime(steps * step);
  const alertname = rules[0]?.alert ?? '';
  const expected = expectedAlerts(rules, [inputs.firing, ...inputs.namesakes]);
  const input = {
    name,
    interval: testTime(step),
    input_series: courseInputs(inputs.courses, step, steps + 1),
  };
  const texts = rules.flatMap(({ annotations, labels }) => [
    ...Object.values(annotations),
    ...Object.values(labels),
  ]);
  // Expanded templates depend on more than the model knows; then only firing is compared.
  if (texts.some((text) => text.includes('{{'))) {
    const count = new Set(expected.map(({ exp_labels }) => labelKey(exp_labels))).size;
    return { ...input, promql_expr_test: [firingCount(alertname, count, eval_time)] };
  }
  return { ...input, alert_rule_test: [{ eval_time, alertname, exp_alerts: expected }] };
}

function expectedAlerts(rules: readonly AlertingRule[], firing: readonly (readonly Sample[])[]) {
  return rules.flatMap((rule, position) =>
    (firing[position] ?? []).map(({ labels }) => ({
      exp_labels: { ...labels, ...rule.labels },
      exp_annotations: rule.annotations,
    })),
  );
}

function firingCount(alertname: string, count: number, eval_time: string) {
  const selector = seriesText('ALERTS', { alertname, alertstate: 'firing' });
  return {
    expr: `count(${selector})`,
    eval_time,
    exp_samples: count === 0 ? [] : [{ labels: '{}', value: count }],
  };
}
