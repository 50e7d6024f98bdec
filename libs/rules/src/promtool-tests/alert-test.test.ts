import { sampleBasis } from '@g6/generation/testing';
import { alertingRules } from '../alerting-rules';
import { DEFAULT_RULE_OPTIONS } from '../rule-file';
import type { RuleTest } from './promtool-test';
import { ruleTests } from './rule-tests';

/** The tests of alerts with these expressions, and the alerts without any. */
function testsOf(...alerts: readonly { expr: string; [key: string]: string }[]) {
  const { basis } = sampleBasis({
    metrics: [
      { name: 'in_total', type: 'counter' },
      { name: 'out_total', type: 'counter' },
      {
        name: 'g',
        type: 'gauge',
        labels: ['bus'],
        alerts: alerts.map((alert) => ({ alert: 'A', ...alert })),
      },
    ],
  });
  const rules = alertingRules(basis, [], DEFAULT_RULE_OPTIONS);
  const tested = { series: [], recording: { groups: [] }, alerts: rules, files: [] };
  const { file, untested } = ruleTests(basis, tested, DEFAULT_RULE_OPTIONS);
  return { tests: file.tests, untested };
}

const valuesOf = ({ input_series }: RuleTest) => input_series.map(({ values }) => values);

describe('the tests of an alert', () => {
  it.each([
    ['rate(in_total[10m]) > 1', '1m'],
    ['rate(in_total[1m]) > 1', '12s'],
    ['rate(in_total[30s]) > 1', '6s'],
    ['rate(in_total[1m]) / rate(out_total[10m]) > 1', '12s'],
    ['rate(in_total[1s]) > 1', '200ms'],
    ['g > 1', '1m'],
  ])('put five values into the shortest window of %s', (expr, interval) => {
    const { tests } = testsOf({ expr });
    expect(tests.map((test) => test.interval)).toEqual([interval, interval]);
  });

  it('let counters rise or stand still, never fall', () => {
    const { tests } = testsOf({ expr: 'increase(in_total[5m]) + increase(out_total[5m]) > 0' });
    expect(tests.map(valuesOf)).toEqual([
      ['0+60x11', '0+60x11'],
      ['0+0x11', '0+0x11'],
    ]);
  });

  it('write a negative value as promtool reads it', () => {
    const { tests } = testsOf({ expr: 'g < -2.5' });
    expect(tests.map(valuesOf)).toEqual([['-5+0x6'], ['5+0x6']]);
  });

  it('expect every alert of the same name that fires on the input', () => {
    const { tests, untested } = testsOf(
      { expr: 'g > 5', severity: 'warning' },
      { expr: 'g > 100', severity: 'critical' },
    );
    expect(untested).toEqual([]);
    const firing = tests.map(({ name, alert_rule_test }) => [
      name,
      alert_rule_test?.[0]?.exp_alerts.map(({ exp_labels }) => exp_labels['severity']),
    ]);
    expect(firing).toEqual([
      ['A (warning, sample) fires', ['warning']],
      ['A (warning, sample) stays silent', []],
      ['A (critical, sample) fires', ['critical', 'warning']],
      ['A (critical, sample) stays silent', ['warning']],
    ]);
  });

  it('count alerts whose texts are templates', () => {
    const { tests } = testsOf(
      { expr: 'g > 5', severity: 'warning', summary: 'at {{ $value }}' },
      { expr: 'g > 100', severity: 'critical' },
    );
    const counts = tests.map(({ promql_expr_test }) => promql_expr_test?.[0]?.exp_samples);
    const count = (value: number) => [{ labels: '{}', value }];
    expect(counts).toEqual([count(1), [], count(2), count(1)]);
  });

  it('are left out if an alert of the same name cannot be followed', () => {
    const { untested } = testsOf({ expr: 'g > 5' }, { expr: 'predict_linear(g[1h], 60) > 5' });
    expect(untested).toHaveLength(2);
  });
});
