import { reportOf } from '../../testing/report-of';

/** The report on a spec whose family `bus` has these lines, of which the first is line 4. */
function familyReport(...lines: string[]): string {
  const family = lines.map((line) => `    ${line}\n`).join('');
  return reportOf({ 'spec.yml': `version: 1\nfamilies:\n  bus:\n${family}` });
}

/** The report on metrics in flow style, of which the first is in line 5. */
const metricReport = (...metrics: string[]) =>
  familyReport('metrics:', ...metrics.map((metric) => `  - ${metric}`));

describe('the keys of a metric', () => {
  it('go with its type', () => {
    expect(
      metricReport(
        '{name: a_total, type: counter, native: true, aggregate: last}',
        '{name: b, type: summary, labels: [quantile], aggregate: sum, auto: [auto_rate]}',
        '{name: c, type: stateset, labels: [c]}',
        '{name: d, type: untyped, aggregate: mean, auto: [auto_topk]}',
        '{name: e, type: histogram, native: false, title: ""}',
        '{name: f, type: timer}',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:48: error: "a_total" is a counter; only a histogram can be native [native-misplaced]
     spec.yml:5:65: error: the last value of a counter says nothing; "last" is for gauges [wrong-value]
     spec.yml:6:43: error: the label "quantile" is reserved on a summary; its quantiles carry it [label-reserved]
     spec.yml:6:65: error: "aggregate" does nothing on a summary; it is for counter, gauge, unknown [wrong-value]
     spec.yml:6:77: error: the panel source "auto_rate" draws no summary; it has auto_summary, quantiles, observations, average [wrong-value]
     spec.yml:7:44: error: the label "c" is reserved on a stateset; its states carry it [label-reserved]
     spec.yml:8:45: error: "aggregate" must be one of "sum", "avg", "min", "max", "count", "last", "none", got "mean" [wrong-value]
     spec.yml:9:44: error: "native" must be true or "both", got false [wrong-type]
     spec.yml:9:58: error: a title must not be empty [wrong-value]
     spec.yml:10:25: error: unknown type "timer"; use one of counter, gauge, histogram, summary, info, stateset, unknown [metric-type]
     10 errors"
    `);
  });

  it('include labels with what is known of them', () => {
    expect(
      metricReport(
        '{name: a_total, type: counter, labels: [bus, {name: bus}, {name: x-y}, {help: a}]}',
        '{name: b, type: gauge, labels: [{name: state, values: [up, down, up], errors: [dwn]}, {name: c, values: []}]}',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:54: error: the label "bus" stands twice on "a_total" [label-duplicate]
     spec.yml:5:80: error: the key "name" is missing here [missing-key]
     spec.yml:6:74: error: the label "state" lists the value "up" twice [wrong-value]
     spec.yml:6:88: error: "dwn" is none of the values of the label "state" [wrong-value]
       hint: did you mean "down"?
     spec.yml:6:113: error: values must list at least one value [wrong-value]
     5 errors"
    `);
  });

  it('close the values of a label, in panels and alerts', () => {
    const state = 'labels: [{name: state, values: [up, down]}]';
    expect(
      metricReport(
        `{name: b, type: gauge, ${state}, panels: [{promql: 'b{state="dwon"}'}, {promql: 'b{state=~"d.*|x"}'}, {promql: 'b{state=~"x|y"}'}, {promql: 'b{state!="dwon"}'}]}`,
        `{name: c, type: gauge, ${state}, alerts: [{alert: A, expr: 'c{state="dwon"} > 0'}]}`,
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:98: warning: the label "state" of "b" has no value that ="dwon" matches [label-value-unknown]
       hint: did you mean "down"?
     spec.yml:5:158: warning: the label "state" of "b" has no value that =~"x|y" matches [label-value-unknown]
       hint: the values are up, down
     spec.yml:6:106: warning: the label "state" of "c" has no value that ="dwon" matches [label-value-unknown]
       hint: did you mean "down"?
     3 warnings"
    `);
  });
});

describe('the keys of a family', () => {
  it('include an owner and a title', () => {
    expect(familyReport('title: ""', 'owner: {contact: a, mail: b}', 'metrics: []'))
      .toMatchInlineSnapshot(`
     "spec.yml:4:12: error: a title must not be empty [wrong-value]
     spec.yml:5:12: error: the key "team" is missing here [missing-key]
     spec.yml:5:25: error: unknown key "mail"; known here: team, contact, url [unknown-key]
     3 errors"
    `);
    expect(familyReport('title: Buses', 'owner: {team: a, contact: b, url: c}')).toBe(
      'no problems',
    );
  });

  it('include recording rules, which are checked like alerts', () => {
    expect(
      familyReport(
        'recording_rules:',
        '  - {record: "a b", expr: sum(q)}',
        '  - {record: q, expr: sum(q)}',
        '  - {record: "q:sum", expr: "sum(rate(q[$__range]))"}',
        '  - {record: "q:sum", expr: "sum("}',
        '  - {record: "q:sum", expr: "sum( "}',
        '  - {record: "q:max", expr: max(qu), labels: {a-b: c}}',
        'metrics:',
        '  - {name: q, type: gauge}',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:18: error: "a b" is not a valid metric name; it must have no spaces or control characters [metric-name]
     spec.yml:6:18: error: the name "q" is taken: the gauge "q", defined at spec.yml:12:9, has a series of that name [metric-collision]
     spec.yml:7:45: error: $__range is a variable of Grafana; Prometheus evaluates the rule, and knows none, in sum(rate(q[$__range])) [variable-in-rule]
       hint: write the value itself, for example 5m
     spec.yml:8:38: error: the expression ends too early; a ")" is missing, in sum( [promql-syntax]
     spec.yml:9:18: error: the series "q:sum" is recorded with the same expression and labels at spec.yml:8:9 [rule-duplicate]
     spec.yml:9:38: error: the expression ends too early; a ")" is missing, in sum( [promql-syntax]
     spec.yml:10:37: warning: nothing in the spec defines "qu" [metric-undefined]
     6 errors, 1 warning"
    `);
  });
});

describe('what a spec says of the world around it', () => {
  const spec = (...lines: string[]) =>
    reportOf({
      'spec.yml': `version: 1\n${lines.map((line) => `${line}\n`).join('')}families:\n  bus:\n    metrics:\n      - name: q\n        type: gauge\n        panels:\n          - {promql: 'sum by (cluster) (q{pod="a"}) / on (cluster) kube_node_info'}\n`,
    });

  it('are labels of targets and metrics that are defined elsewhere', () => {
    expect(spec()).toMatchInlineSnapshot(`
     "spec.yml:8:31: warning: "q" declares no label "cluster" [label-undeclared]
     spec.yml:8:43: warning: "q" declares no label "pod" [label-undeclared]
     spec.yml:8:68: warning: nothing in the spec defines "kube_node_info" [metric-undefined]
     3 warnings"
    `);
    expect(spec('target_labels: [cluster, pod]', 'external_metrics: [kube_*]')).toBe('no problems');
    expect(spec('target_labels: [cluster, a-b]', 'external_metrics: [""]')).toMatchInlineSnapshot(`
     "spec.yml:3:20: error: name a metric [wrong-value]
     spec.yml:10:43: warning: "q" declares no label "pod" [label-undeclared]
     spec.yml:10:68: warning: nothing in the spec defines "kube_node_info" [metric-undefined]
     1 error, 2 warnings"
    `);
  });

  it('are labels that one file of the spec names', () => {
    const file = 'version: 1\ntarget_labels: [job]\nfamilies: {}\n';
    expect(
      reportOf(
        {
          'spec/a.yml': file,
          'spec/b.yml': file,
          'spec/c.yml': 'version: 1\nfamilies: {bus: {}}\n',
        },
        { spec: 'spec' },
      ),
    ).toMatchInlineSnapshot(`
     "spec/b.yml:2:1: error: target_labels hold for the whole spec and are set already at spec/a.yml:2:1 [wrong-value]
     1 error"
    `);
  });
});

describe('the keys of an alert', () => {
  it('include labels and annotations that have no key of their own', () => {
    expect(
      metricReport(
        '{name: q, type: gauge, alerts: [{alert: A, expr: q > 1, keep_firing_for: 5 min, labels: {severity: a, team: "{{ $x }}", alertname: b}, annotations: {summary: c, a-b: d}}]}',
        '{name: r, type: gauge, alerts: [{alert: A, expr: sum(r) > 1, keep_firing_for: 5m, labels: {team: "{{ $labels.team }}"}, annotations: {dashboard: /d/a}}]}',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:82: error: "5 min" is not a Prometheus duration; write for example 30s, 5m, 1h30m [wrong-value]
     spec.yml:5:98: error: "severity" cannot be one of the labels [alert-text-owned]
       hint: write it as the key "severity" of the alert
     spec.yml:5:121: error: the template has no variable "$x" [template-syntax]
     spec.yml:5:129: error: "alertname" cannot be one of the labels [alert-text-owned]
       hint: it is the name of the alert
     spec.yml:5:158: error: "summary" cannot be one of the annotations [alert-text-owned]
       hint: write it as the key "summary" of the alert
     spec.yml:6:117: warning: the label "team" is always empty here: the expression of "A" does not keep it [template-label]
     5 errors, 1 warning"
    `);
  });
});
