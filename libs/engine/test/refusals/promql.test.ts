import { reportOf } from '../../testing/report-of';

/** A spec whose gauge `a` has a panel with a query, as it stands after `promql:`. */
const query = (written: string) =>
  reportOf({
    'spec.yml': `version: 1\nfamilies:\n  bus:\n    metrics:\n      - name: a\n        type: gauge\n        panels:\n          - promql: ${written}\n`,
  });

describe('PromQL in a spec', () => {
  it('is refused where it cannot be parsed', () => {
    expect(query('sum(a')).toMatchInlineSnapshot(`
     "spec.yml:8:26: error: the expression ends too early; a ")" is missing, in sum(a [promql-syntax]
     1 error"
    `);
    expect(query('sum(a))')).toMatchInlineSnapshot(`
     "spec.yml:8:27: error: unexpected ")", in sum(a)) [promql-syntax]
     1 error"
    `);
    expect(query('a +')).toMatchInlineSnapshot(`
     "spec.yml:8:24: error: the expression ends too early, in a + [promql-syntax]
     1 error"
    `);
    expect(query('"  "')).toMatchInlineSnapshot(`
     "spec.yml:8:22: error: the expression is empty [promql-syntax]
     1 error"
    `);
    expect(query('sum by bus (a)')).toMatchInlineSnapshot(`
     "spec.yml:8:28: error: something is missing before "bus", in sum by bus (a) [promql-syntax]
     1 error"
    `);
  });

  it('is refused where Prometheus would refuse to evaluate it', () => {
    expect(query('rate(a)')).toMatchInlineSnapshot(`
     "spec.yml:8:26: error: expected type range vector in call to function "rate", got instant vector, in rate(a) [promql-type]
     1 error"
    `);
    expect(query('sum(a) + rate(a[5m], 3)')).toMatchInlineSnapshot(`
     "spec.yml:8:30: error: "rate" takes 1 argument, got 2, in sum(a) + rate(a[5m], 3) [promql-type]
     1 error"
    `);
    expect(query('sum(a{b=~"("})')).toMatchInlineSnapshot(`
     "spec.yml:8:27: error: the regular expression is not valid: missing closing ): \`(\`, in sum(a{b=~"("}) [promql-type]
     1 error"
    `);
    expect(query('\'{b=~".*"}\'')).toMatchInlineSnapshot(`
     "spec.yml:8:22: error: the selector matches every series; name a metric or a non-empty label value, in {b=~".*"} [promql-type]
     1 error"
    `);
  });

  it('is refused in alerts too', () => {
    expect(
      reportOf({
        'spec.yml':
          'version: 1\nfamilies:\n  bus:\n    metrics:\n      - {name: a, type: gauge, alerts: [{alert: A, expr: rate(a) > 1}]}\n',
      }),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:63: error: expected type range vector in call to function "rate", got instant vector, in rate(a) > 1 [promql-type]
     1 error"
    `);
  });

  it('is shown at its column in every style of YAML', () => {
    expect(query('sum(a) + rate(a)')).toMatchInlineSnapshot(`
     "spec.yml:8:35: error: expected type range vector in call to function "rate", got instant vector, in sum(a) + rate(a) [promql-type]
     1 error"
    `);
    expect(query('"sum(a{b=\\"c\\"}) + rate(a)"')).toMatchInlineSnapshot(`
     "spec.yml:8:45: error: expected type range vector in call to function "rate", got instant vector, in sum(a{b="c"}) + rate(a) [promql-type]
     1 error"
    `);
    expect(query("'sum(a{b=''c''}) + rate(a)'")).toMatchInlineSnapshot(`
     "spec.yml:8:45: error: expected type range vector in call to function "rate", got instant vector, in sum(a{b='c'}) + rate(a) [promql-type]
     1 error"
    `);
    expect(query('sum(a)\n              + rate(a)')).toMatchInlineSnapshot(`
     "spec.yml:9:22: error: expected type range vector in call to function "rate", got instant vector, in sum(a) + rate(a) [promql-type]
     1 error"
    `);
    expect(query('"sum(a)\n              + rate(a)"')).toMatchInlineSnapshot(`
     "spec.yml:9:22: error: expected type range vector in call to function "rate", got instant vector, in sum(a) + rate(a) [promql-type]
     1 error"
    `);
    expect(query('|\n              sum(a)\n                + rate(a)')).toMatchInlineSnapshot(`
     "spec.yml:10:24: error: expected type range vector in call to function "rate", got instant vector, in sum(a) + rate(a) [promql-type]
     1 error"
    `);
    expect(query('>\n              sum(a)\n\n              + rate(a)')).toMatchInlineSnapshot(`
     "spec.yml:11:22: error: expected type range vector in call to function "rate", got instant vector, in sum(a) + rate(a) [promql-type]
     1 error"
    `);
    expect(query('>-\n              sum(a)\n              + rate(')).toMatchInlineSnapshot(`
     "spec.yml:10:22: error: the expression ends too early; a ")" is missing, in sum(a) + rate( [promql-syntax]
     1 error"
    `);
  });

  it('may use the time variables of Grafana', () => {
    expect(query('rate(a[$__rate_interval]) / $__interval_ms')).toBe('no problems');
  });
});

describe('variables of Grafana in a spec', () => {
  it('are refused in a panel if the dashboard has none of that name', () => {
    expect(query(`sum(rate(a{job=~"$job"}[$interval])) / $datasorce`)).toMatchInlineSnapshot(`
     "spec.yml:8:38: error: the dashboard "bus" has no variable "job", in sum(rate(a{job=~"$job"}[$interval])) / $datasorce [variable-undefined]
       hint: it has $datasource, and those of Grafana such as $__rate_interval
     spec.yml:8:45: error: the dashboard "bus" has no variable "interval", in sum(rate(a{job=~"$job"}[$interval])) / $datasorce [variable-undefined]
       hint: did you mean "__interval"?
     spec.yml:8:60: error: the dashboard "bus" has no variable "datasorce", in sum(rate(a{job=~"$job"}[$interval])) / $datasorce [variable-undefined]
       hint: did you mean "datasource"?
     3 errors"
    `);
  });

  it('are refused in an alert, in every form', () => {
    const alert = (expr: string) => `          - {alert: A, expr: '${expr}'}\n`;
    expect(
      reportOf({
        'spec.yml': `version: 1\nfamilies:\n  bus:\n    metrics:\n      - name: a_total\n        type: counter\n        labels: [bus]\n        alerts:\n${[
          'rate(a_total[$__rate_interval]) > 1',
          'rate(a_total{bus="${bus}"}[5m]) > 1',
          'a_total > [[limit]]',
        ]
          .map(alert)
          .join('')}`,
      }),
    ).toMatchInlineSnapshot(`
     "spec.yml:9:44: error: $__rate_interval is a variable of Grafana; Prometheus evaluates the alert, and knows none, in rate(a_total[$__rate_interval]) > 1 [variable-in-rule]
       hint: write the value itself, for example 5m
     spec.yml:10:49: error: \${bus} is a variable of Grafana; Prometheus evaluates the alert, and knows none, in rate(a_total{bus="\${bus}"}[5m]) > 1 [variable-in-rule]
       hint: write the value itself, for example 5m
     spec.yml:11:41: error: [[limit]] is a variable of Grafana; Prometheus evaluates the alert, and knows none, in a_total > [[limit]] [variable-in-rule]
       hint: write the value itself, for example 5m
     3 errors"
    `);
  });

  it('refuses in alerts what Prometheus takes only with a flag', () => {
    expect(
      reportOf({
        'spec.yml': `version: 1\nfamilies:\n  bus:\n    metrics:\n      - name: a_total\n        type: counter\n        panels:\n          - {title: A, promql: 'limitk(5, a_total)'}\n        alerts:\n          - {alert: A, expr: 'info(a_total) > 1'}\n`,
      }),
    ).toMatchInlineSnapshot(`
     "spec.yml:8:33: warning: "limitk" is experimental; Prometheus takes it with --enable-feature=promql-experimental-functions, in limitk(5, a_total) [promql-experimental]
       hint: if your Prometheus has it, list promql-experimental-functions in the setting prometheusFeatures
     spec.yml:10:31: error: "info" is experimental; Prometheus takes it with --enable-feature=promql-experimental-functions, in info(a_total) > 1 [promql-experimental]
       hint: if your Prometheus has it, list promql-experimental-functions in the setting prometheusFeatures
     1 error, 1 warning"
    `);
  });
});

describe('the result of an expression', () => {
  it('is an instant vector or a scalar', () => {
    expect(query('a[5m]')).toMatchInlineSnapshot(`
     "spec.yml:8:21: error: the result is a range vector; apply a function such as rate or max_over_time to it, or drop the range, in a[5m] [promql-type]
     1 error"
    `);
    expect(query(`'"text"'`)).toMatchInlineSnapshot(`
     "spec.yml:8:22: error: the result is a string; write an expression that gives numbers, in "text" [promql-type]
     1 error"
    `);
    expect(query('1 + 1')).toBe('no problems');
  });
});

describe('comments in an expression', () => {
  it('change nothing', () => {
    expect(query('|\n              # a\n              rate(a)')).toMatchInlineSnapshot(`
     "spec.yml:10:20: error: expected type range vector in call to function "rate", got instant vector, in rate(a) [promql-type]
     1 error"
    `);
    expect(query(`|\n              ${'#'.repeat(5000)}\n              rate(a[5m])`)).toBe(
      'no problems',
    );
  });
});

describe('a recorded series', () => {
  it('is refused if no rule can be derived for it, in panels and alerts alike', () => {
    expect(query('sum(namespace_cpu:a:sum)')).toMatchInlineSnapshot(`
     "spec.yml:8:25: error: no rule can be derived for "namespace_cpu:a:sum": the spec has no metric of that name [rule-underivable]
       hint: read a series that follows the naming, declare it in the recording_rules of a family, or list it in external_metrics
     1 error"
    `);
  });

  it('may be declared as a metric', () => {
    expect(
      reportOf({
        'spec.yml':
          'version: 1\nfamilies:\n  bus:\n    metrics:\n      - {name: "bus:x:sum", type: gauge, panels: [{promql: "bus:x:sum > 1"}]}\n',
      }),
    ).toBe('no problems');
  });
});
