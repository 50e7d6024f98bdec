import { durationSeconds, type PromQlCache } from '@g6/promql';
import type { SpecIndex } from '@g6/model';
import { alertInputs, longestWindow, type AlertInputs } from '../evaluation/alert-inputs';
import type { AlertingRule } from '../rule-file';
import { seriesText, testTime, type RuleTest } from './promtool-test';

/** The two tests of an alert, or the reason why none could be derived. */
export type AlertTestReading =
  { readonly tests: readonly RuleTest[]; readonly reason?: never } | { readonly reason: string };

/** Seconds between two values of an input. */
const STEP = 60;
/** Steps beyond window and waiting time, until everything has settled. */
const SETTLING = 5;
/** A longer simulation would take promtool minutes. */
const LONGEST = 7 * 3600;

/** Tests an alert on an input that fires it, and on one that does not. */
export function alertTest(
  rule: AlertingRule,
  index: SpecIndex,
  promql: PromQlCache,
  recordedLabels: Readonly<Record<string, string>>,
): AlertTestReading {
  const parsed = promql.analyze(rule.expr).promql;
  const waiting = durationSeconds(rule.for ?? '0s') ?? 0;
  const lasting = longestWindow(parsed) + waiting;
  if (lasting > LONGEST)
    return { reason: `it looks back ${Math.round(lasting / 3600)}h, too long to simulate` };
  if (parsed.text !== parsed.expr) return { reason: 'it uses a variable of Grafana' };
  const steps = Math.ceil(lasting / STEP) + SETTLING;
  const inputs = alertInputs(parsed, index, recordedLabels, steps * STEP);
  if (inputs.reason !== undefined) return { reason: inputs.reason };
  return {
    tests: [
      oneTest(rule, `${rule.alert} fires`, inputs.fires, steps),
      oneTest(rule, `${rule.alert} stays silent`, inputs.silent, steps),
    ],
  };
}

function oneTest(rule: AlertingRule, name: string, inputs: AlertInputs, steps: number): RuleTest {
  const { courses, firing } = inputs;
  const eval_time = testTime(steps * STEP);
  const expected = firing.map(({ labels }) => ({ ...labels, ...rule.labels }));
  const input = {
    name,
    interval: testTime(STEP),
    input_series: courses.map(({ name: series, labels, rises, value }) => ({
      series: seriesText(series, labels),
      values: `${rises ? 0 : value}+${rises ? value * STEP : 0}x${steps + 1}`,
    })),
  };
  const texts = [...Object.values(rule.annotations), ...Object.values(rule.labels)];
  // Expanded templates depend on more than the model knows; then only firing is compared.
  if (texts.some((text) => text.includes('{{'))) {
    return { ...input, promql_expr_test: [firingCount(rule, expected.length, eval_time)] };
  }
  const exp_alerts = expected.map((exp_labels) => ({
    exp_labels,
    exp_annotations: rule.annotations,
  }));
  return { ...input, alert_rule_test: [{ eval_time, alertname: rule.alert, exp_alerts }] };
}

function firingCount({ alert }: AlertingRule, count: number, eval_time: string) {
  const selector = seriesText('ALERTS', { alertname: alert, alertstate: 'firing' });
  return {
    expr: `count(${selector})`,
    eval_time,
    exp_samples: count === 0 ? [] : [{ labels: '{}', value: count }],
  };
}
