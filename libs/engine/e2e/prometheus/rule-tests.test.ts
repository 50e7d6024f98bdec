import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEFAULT_OPTIONS } from '@g6/generation';
import { DEFAULT_RULE_OPTIONS } from '@g6/rules';
import { rulesRun } from '../../src/run/rules-run';
import { testRulesRun } from '../../src/run/test-rules-run';
import { useTempFolder } from '../../testing/temp-folder';
import { ensurePrograms } from '../../testing/ensure-programs';

const repository = resolve(__dirname, '../../../..');
const folder = useTempFolder();
beforeAll(() => {
  ensurePrograms();
});

/** Writes the rules of this repository, or of metrics that a test names, and gives what was said. */
function writeRules(
  metrics?: readonly object[],
  options: object = {},
  rules: readonly object[] = [],
) {
  let spec = join(repository, 'dashboards/spec/base.yml');
  let plans = join(repository, 'dashboards/plans');
  if (metrics) {
    spec = join(folder(), 'spec.yml');
    plans = join(folder(), 'plans');
    mkdirSync(join(plans, 'all'), { recursive: true });
    // JSON is YAML.
    writeFileSync(
      spec,
      JSON.stringify({ version: 1, families: { all: { metrics, recording_rules: rules } } }),
    );
    writeFileSync(join(plans, 'all/plan.yaml'), 'slug: all\nfamilies: [all]\n');
  }
  const report = rulesRun({
    spec: { spec },
    plans: { folder: plans },
    folder: join(folder(), 'rules'),
    options: DEFAULT_OPTIONS,
    rules: { ...DEFAULT_RULE_OPTIONS, ...options },
    dryRun: false,
  });
  expect(report.problems).toEqual([]);
  return report;
}

function runTests() {
  return testRulesRun(join(folder(), 'rules'), process.env);
}

function edit(name: string, change: (text: string) => string): void {
  const file = join(folder(), 'rules', name);
  const text = readFileSync(file, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(file, change(text));
}

/** Series with the part of their rule that is broken, and what it is broken to. */
const BROKEN_SERIES = [
  ['round(g6_api_response_latency_ms:p95_5m', /latency_ms_bucket\[5m\]/, 'latency_ms_bucket[6m]'],
  ['round(g6_api_response_latency_ms:p99_5m', '0.99', '0.98'],
  ['round(g6_bus_publish_latency_ms:p95_30m_by_bus', '[30m]', '[25m]'],
  ['round(g6_bus_publish_latency_ms:p95_5m_by_bus', /le, bus(.*\[5m\])/, 'le$1'],
  ['expr: "g6_cs_ingest_latency_ms:p95_ratio_5m_30m"', /(cs\S+ \/ )\((.*) > 0\)/, '$1$2'],
  ['round(g6_metrics_batch_flush_duration_ms:p95_5m', /(duration_ms:p95_5m[^]*?job: )g6/, '$1g7'],
  ['round(g6_cs_ingest_backlog_rows:burn_rows_per_s', 'clamp_min(-sum', 'clamp_min(sum'],
  ['round(g6_cs_ingest_backlog_rows:eta_minutes', '/ 60', '/ 3600'],
  ['round(g6_sse_flush_seconds:p99_5m', 'record: g6_sse_flush_seconds:p99_5m', 'record: other'],
] as const;

/** Alerts with the part that is broken, and what it is broken to. */
const BROKEN_ALERTS = [
  ['G6ZeroPriceFallbackCritical', '> 20', '> 60'],
  ['G6ApiErrorRateHigh', 'for: 5m', 'for: 50m'],
  ['G6ExpiryFailureSpike', /(Spike\n.*15m\]\)\) > 3\n.*\n.*\n.*severity: )warning/, '$1info'],
  ['G6OptionNewListingCritical', '> 500', '< 500'],
  ['G6CardinalityOffendersDetected', 'summary: At least 1', 'summary: At least 2'],
] as const;

describe('the rule files of this repository', () => {
  it('pass their tests, all alerts with one that fires and one that does not', () => {
    const { untested } = writeRules();
    expect(untested).toEqual([]);
    expect(runTests()).toMatchObject({ outcome: 'passed' });
  });

  it('fail them wherever somebody breaks a rule, and name the rule', () => {
    writeRules();
    for (const [, from, to] of BROKEN_SERIES) {
      edit('recording.yml', (text) => text.replace(from, to));
    }
    for (const [, from, to] of BROKEN_ALERTS) {
      edit('alerts.yml', (text) => text.replace(from, to));
    }
    const { outcome, output } = runTests();
    expect(outcome).toBe('failed');
    for (const [name] of BROKEN_SERIES) expect(output).toContain(name);
    for (const [name] of BROKEN_ALERTS) expect(output).toContain(`alertname: ${name},`);
  });
});

describe('the tests of alerts', () => {
  const labels = ['bus', 'kind'];
  const metrics = (exprs: readonly string[]) => [
    { name: 'c_total', type: 'counter', labels },
    { name: 'g', type: 'gauge', labels },
    { name: 'other', type: 'gauge', labels: ['bus'] },
    { name: 'h', type: 'histogram', labels: ['bus'], buckets: [0.1, 1, 10, 100] },
    {
      name: 'watched',
      type: 'gauge',
      alerts: exprs.map((expr, position) => ({
        alert: `Alert${position}`,
        expr,
        severity: 'warning',
        ...(position % 2 === 0 ? { for: '3m' } : {}),
      })),
    },
  ];

  it('are derived for what alerts commonly compare, and hold on promtool', () => {
    const { untested } = writeRules(
      metrics([
        'g > 5',
        '5 < g',
        'g < -2.5',
        'g == 0',
        'g != 1',
        'g >= bool 1 == 1',
        'rate(c_total[5m]) > 0.001',
        'sum by (bus) (increase(c_total{kind="a"}[15m])) > 1000',
        'sum(rate(c_total{kind!="ok"}[5m])) / sum(rate(c_total[5m])) > 0.1',
        'sum(rate(c_total{kind=~"error|fatal"}[5m])) > 2',
        'sum without (kind) (g) > 3 and on (bus) other < 4',
        'avg by (bus) (g) * 100 > 50 unless on (bus) other > 7',
        'g > 1e6 or other > 0.5',
        'absent(g{kind="gone"})',
        'count(g > 3) >= 1',
        'abs(g) > 8 and -g > 8',
        'histogram_quantile(0.99, sum by (le) (rate(h_bucket[5m]))) > 5',
        'histogram_quantile(0.5, sum by (le, bus) (rate(h_bucket[10m]))) < 0.5',
        'h:p95_5m > 20',
        'h:p95_5m_by_bus > 20',
        'avg_over_time(g[10m]) > 2 * 3',
        'time() - g > 3600',
        'clamp_max(g, 10) > 9',
        'up == 0',
        'rate(h_sum[5m]) / rate(h_count[5m]) > 3',
        'sum(c_total) > 12345',
        'g{bus=~".+"} > 4 ^ 2',
      ]),
    );
    expect(untested).toEqual([]);
    const { outcome, output } = runTests();
    expect(output).not.toContain('FAILED');
    expect(outcome).toBe('passed');
  });

  it('are derived for declared series, and for alerts that read them', () => {
    const rules = [
      { record: 'bus:g:sum', expr: 'sum by (bus) (g)' },
      { record: 'bus:c:rate2m', expr: 'sum by (bus) (rate(c_total{kind!="ok"}[2m]))' },
      {
        record: 'bus:h:p90',
        expr: 'histogram_quantile(0.9, sum by (bus, le) (rate(h_bucket[5m])))',
      },
      { record: 'bus:ratio', expr: 'bus:c:rate2m / bus:g:sum', labels: { level: 'bus' } },
      { record: 'g_high', expr: 'g > 90', labels: { kind: 'high' } },
      { record: 'two', expr: 'max(g)', labels: { of: 'g' } },
      { record: 'two', expr: 'max(other)', labels: { of: 'other' } },
      { record: 'up:count', expr: 'count(up == 1)' },
    ];
    const { untested, recorded } = writeRules(
      metrics(['bus:ratio > 3', 'sum(bus:g:sum) > 8', 'two{of="g"} > 4']),
      {},
      rules,
    );
    expect(untested).toEqual([]);
    expect(recorded).toBe(2 + rules.length);
    const { outcome, output } = runTests();
    expect(output).not.toContain('FAILED');
    expect(outcome).toBe('passed');
  });

  it('of declared series fail if their rule is another', () => {
    writeRules(metrics([]), {}, [{ record: 'bus:g:sum', expr: 'sum by (bus) (g)' }]);
    edit('recording.yml', (text) => text.replace('sum by (bus) (g)', 'sum(g)'));
    expect(runTests()).toMatchObject({ outcome: 'failed' });
  });

  it('hold for short windows, negative values, and alerts that share a name', () => {
    const { untested } = writeRules([
      ...metrics([
        'rate(c_total[1m]) > 1',
        'rate(c_total[30s]) > 1',
        'irate(c_total[10s]) > 2',
        'sum(rate(c_total[20s])) / sum(rate(c_total[5m])) > 0.5',
        'sum(increase(c_total[5m])) + sum(increase(h_count[5m])) > 0',
        'g < -1',
        'histogram_quantile(0.9, sum by (le) (rate(h_bucket[45s]))) > 5',
        'h:p95_30s > 5',
      ]),
      {
        name: 'shared',
        type: 'gauge',
        labels: ['bus'],
        alerts: [
          { alert: 'Shared', expr: 'shared > 5', severity: 'warning', summary: 'at {{ $value }}' },
          { alert: 'Shared', expr: 'shared > 9', severity: 'critical', for: '2m' },
        ],
      },
    ]);
    expect(untested).toEqual([]);
    const { outcome, output } = runTests();
    expect(output).not.toContain('FAILED');
    expect(outcome).toBe('passed');
  });

  it('cover every name of metrics that were renamed', () => {
    const labels = ['bus'];
    const { untested } = writeRules(
      [
        {
          name: 'new_total',
          type: 'counter',
          labels,
          renamed_from: ['old_total', 'first_total'],
          panels: [{ promql: 'new_total:rate_5m_by_bus' }],
          alerts: [{ alert: 'Busy', expr: 'sum(rate(new_total[5m])) > 5', for: '1m' }],
        },
        {
          name: 'wait',
          type: 'histogram',
          labels,
          renamed_from: ['delay'],
          panels: [{ promql: 'wait:p95_ratio_5m_30m' }],
          alerts: [
            { alert: 'Slow', expr: 'wait:p95_5m > 1' },
            { alert: 'Gone', expr: 'absent(wait_count)' },
          ],
        },
      ],
      {},
      [{ record: 'bus:new:rate5m', expr: 'sum by (bus) (rate(new_total[5m]))' }],
    );
    expect(untested).toEqual([]);
    const tests = readFileSync(join(folder(), 'rules/tests.yml'), 'utf8');
    for (const name of [
      'Busy fires under former names',
      'Busy fires under former names 2',
      'Gone stays silent under former names',
      'bus:new:rate5m under former names',
      'wait:p95_5m halfway from delay',
    ]) {
      expect(tests).toContain(`name: ${name}\n`);
    }
    const { outcome, output } = runTests();
    expect({ outcome, output }).toMatchObject({ outcome: 'passed' });
    // Rules that lost a former name fail their tests.
    edit('alerts.yml', (text) => text.replace(' or rate(old_total[5m])', ''));
    expect(runTests().output).toContain('Busy fires under former names');
  });

  it('are left out, with the reason, where they cannot be derived', () => {
    const { untested } = writeRules(
      metrics([
        'g > g offset 1h',
        'max(g) - min(g) > 10',
        'predict_linear(g[1h], 3600) < 0',
        'vector(1) > 0',
        'max_over_time(rate(c_total[5m])[30m:1m]) > 3',
        'rate(c_total[2d]) > 1',
        'g * on (bus) group_left () other > 3',
      ]),
    );
    expect(untested).toEqual([
      { alert: 'Alert0', reason: 'g > g offset 1h is not modelled' },
      { alert: 'Alert1', reason: 'no values are found that fire it' },
      { alert: 'Alert2', reason: 'predict_linear() is not modelled' },
      { alert: 'Alert3', reason: 'no values are found that keep it silent' },
      { alert: 'Alert4', reason: 'rate(c_total[5m])[30m:1m] is not modelled' },
      { alert: 'Alert5', reason: 'it looks back 48h, too long to simulate' },
      { alert: 'Alert6', reason: 'many-to-one matching is not modelled' },
    ]);
    expect(readFileSync(join(folder(), 'rules/tests.yml'), 'utf8')).toContain(
      '# Rules for which no test could be derived:\n#   "Alert0": g > g offset 1h is not modelled\n',
    );
    expect(runTests()).toMatchObject({ outcome: 'passed' });
  });

  it('hold for suggested series, too', () => {
    const { recorded } = writeRules(metrics([]), { suggest: true, job: '' });
    expect(recorded).toBe(6);
    const { outcome, output } = runTests();
    expect({ outcome, output }).toMatchObject({ outcome: 'passed' });
  });

  it('say how to install promtool where there is none', () => {
    writeRules();
    const report = testRulesRun(join(folder(), 'rules'), { PROMTOOL: join(folder(), 'none') });
    expect(report.outcome).toBe('no-promtool');
    expect(report.output).toContain('sudo apt-get install -y --no-install-recommends prometheus');
  });

  it('say what to do where there are no rules', () => {
    const report = testRulesRun(join(folder(), 'rules'), process.env);
    expect(report.outcome).toBe('no-rules');
    expect(report.output).toMatch(
      /has no recording\.yml, no alerts\.yml, no tests\.yml; write the rules first/,
    );
  });
});
