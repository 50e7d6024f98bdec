import { reportOf } from '../../testing/report-of';

/** A spec whose gauge `a` has a panel with a query, as it stands after `promql:`. */
const query = (written: string) =>
  reportOf({
    'spec.yml': `version: 1\nfamilies:\n  bus:\n    metrics:\n      - name: a\n        type: gauge\n        panels:\n          - promql: ${written}\n`,
  });

describe('PromQL in a spec', () => {
  it('is refused where it cannot be parsed', () => {
    expect(query('sum(a')).toMatchInlineSnapshot(`
     "spec.yml:8:26: error: the expression ends too early, in sum(a [promql-syntax]
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
     "spec.yml:10:22: error: the expression ends too early, in sum(a) + rate( [promql-syntax]
     1 error"
    `);
  });

  it('may use the time variables of Grafana', () => {
    expect(query('rate(a[$__rate_interval]) / $__interval_ms')).toBe('no problems');
  });
});
