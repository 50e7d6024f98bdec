import { reportOf } from '../../testing/report-of';

/** A spec with a counter, a gauge and a histogram, and queries on them. */
const queries = (...written: string[]) =>
  reportOf({
    'spec.yml': `version: 1
families:
  bus:
    metrics:
      - {name: a_total, type: counter, labels: [bus, reason]}
      - {name: b_ms, type: histogram, labels: [bus]}
      - name: c
        type: gauge
        labels: [mode]
        panels:
${written.map((expr) => `          - promql: ${JSON.stringify(expr)}\n`).join('')}`,
  });

describe('warnings', () => {
  it('do not refuse anything: a counter without _total', () => {
    expect(
      reportOf({
        'spec.yml': 'version: 1\nfamilies: {bus: {metrics: [{name: events, type: counter}]}}\n',
      }),
    ).toMatchInlineSnapshot(`
     "spec.yml:2:35: warning: the counter "events" does not end in "_total" [counter-suffix]
     1 warning"
    `);
  });

  it('leave a counter with a colon alone: a rule records it', () => {
    expect(
      reportOf({
        'spec.yml':
          'version: 1\nfamilies: {bus: {metrics: [{name: "job:events:sum", type: counter}]}}\n',
      }),
    ).toBe('no problems');
  });

  it('tell of labels that a metric does not declare', () => {
    expect(
      queries(
        'sum(a_total{buss="x", mode!~"y"})',
        'sum by (bus, mode) (a_total)',
        'sum without (resaon) (a_total)',
        'a_total / on (bus, shard) a_total',
        'a_total / ignoring (shard) a_total',
        'c * on (mode) group_left (shard) c',
        'sum by (bus) (a_total) + sum by (le) (b_ms_sum)',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:11:34: warning: "a_total" declares no label "buss" [label-undeclared]
       hint: did you mean "bus"?
     spec.yml:11:46: warning: "a_total" declares no label "mode" [label-undeclared]
     spec.yml:12:35: warning: "a_total" declares no label "mode" [label-undeclared]
     spec.yml:13:35: warning: "a_total" declares no label "resaon" [label-undeclared]
       hint: did you mean "reason"?
     spec.yml:14:41: warning: "a_total" declares no label "shard" [label-undeclared]
     spec.yml:15:42: warning: "a_total" declares no label "shard" [label-undeclared]
     spec.yml:16:48: warning: "c" declares no label "shard" [label-undeclared]
     spec.yml:17:55: warning: "b_ms_sum" declares no label "le" [label-undeclared]
     8 warnings"
    `);
  });

  it('say nothing of labels that come from elsewhere', () => {
    expect(
      queries(
        'sum by (job, instance) (a_total{job="x", instance!="y"})',
        'histogram_quantile(0.9, sum by (le, bus) (rate(b_ms_bucket{le!="+Inf"}[5m])))',
        'sum by (short) (label_replace(a_total, "short", "$1", "bus", "(.).*"))',
        'sum by (both) (label_join(a_total, "both", "-", "bus", "reason"))',
        'sum by (value) (count_values("value", c))',
        'sum by (anything) (unknown_series{x="y"})',
        'ALERTS{alertname="A", alertstate="firing", severity="page", team="x"}',
        'sum by (zone) (up{env="prod"})',
        'up{job="x"} * on (job, instance) group_left (bus) a_total',
        '{__name__=~"a_.+", anything="x"}',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:16:41: warning: nothing in the spec defines "unknown_series" [metric-undefined]
     1 warning"
    `);
  });

  it('tell of metrics that nothing defines', () => {
    expect(
      queries(
        'a_totl',
        'sum(rate(d_total[5m])) / sum(a_total)',
        'a_total_count',
        'x_p95_5m',
        '{__name__="d"}',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:11:22: warning: nothing in the spec defines "a_totl" [metric-undefined]
       hint: did you mean "a_total"?
     spec.yml:12:31: warning: nothing in the spec defines "d_total" [metric-undefined]
       hint: did you mean "a_total"?
     spec.yml:13:22: warning: nothing in the spec defines "a_total_count" [metric-undefined]
     spec.yml:14:22: warning: nothing in the spec defines "x_p95_5m" [metric-undefined]
     spec.yml:15:22: warning: nothing in the spec defines "d" [metric-undefined]
     5 warnings"
    `);
  });

  it('say nothing of series that a histogram, a rule or Prometheus itself makes', () => {
    expect(
      queries(
        'b_ms_bucket',
        'b_ms_sum / b_ms_count',
        'b_ms:p95_5m',
        'up',
        'ALERTS',
        'ALERTS_FOR_STATE',
      ),
    ).toBe('no problems');
  });
});
