import { reportOf } from '../../testing/report-of';
import { text } from '../../testing/temporary-workspace';

const catalogue = (content: string) => reportOf({ 'efficiency.yml': content });

describe('an efficiency catalogue', () => {
  it('has the keys that it needs, and no others', () => {
    expect(catalogue('version: 1\npanel: []\n')).toMatchInlineSnapshot(`
     "efficiency.yml:2:1: error: unknown key "panel"; known here: version, slugs, panels [unknown-key]
       hint: did you mean "panels"?
     1 error"
    `);
    expect(
      catalogue(text`
        version: 1
        panels:
          - titel: A
            requires: []
            queries: [{exp: bus_total}]
          - title: B
            requires: [bus_total]
            queries: []
            unit: ""
      `),
    ).toMatchInlineSnapshot(`
     "efficiency.yml:3:5: error: unknown key "titel"; known here: title, description, unit, requires, slugs, queries [unknown-key]
       hint: did you mean "title"?
     efficiency.yml:4:15: error: a cross-metric panel requires at least one metric [wrong-value]
     efficiency.yml:5:16: error: unknown key "exp"; known here: expr, legend [unknown-key]
       hint: did you mean "expr"?
     efficiency.yml:8:14: error: a panel has at least one query [wrong-value]
     efficiency.yml:9:11: error: "unit" must not be empty [wrong-value]
     5 errors"
    `);
  });

  it('has values of the right type', () => {
    expect(
      catalogue(
        'version: 2\nslugs: bus\npanels: [{title: 5, requires: bus_total, queries: [sum(x)]}]\n',
      ),
    ).toMatchInlineSnapshot(`
     "efficiency.yml:1:10: error: "version" must be 1, got 2 [wrong-value]
     efficiency.yml:2:8: error: "slugs" must be a list, got "bus" [wrong-type]
       hint: write a list of one: [bus]
     efficiency.yml:3:18: error: "title" must be a text, got 5 [wrong-type]
       hint: put it in quotes: "5"
     efficiency.yml:3:31: error: "requires" must be a list, got "bus_total" [wrong-type]
       hint: write a list of one: [bus_total]
     efficiency.yml:3:52: error: item 1 of "queries" must be a mapping, got "sum(x)" [wrong-type]
     5 errors"
    `);
  });

  it('has queries that Prometheus takes, shown or not', () => {
    expect(
      catalogue(text`
        version: 1
        slugs: [bus]
        panels:
          - title: A
            requires: [bus_total]
            queries: [{expr: rate(bus_total)}]
          - title: B
            requires: [nothing_of_this_spec]
            queries:
              - expr: >
                  sum(x)
                  + sum(
      `),
    ).toMatchInlineSnapshot(`
     "efficiency.yml:6:27: error: expected type range vector in call to function "rate", got instant vector, in rate(bus_total) [promql-type]
     efficiency.yml:12:17: error: the expression ends too early; a ")" is missing, in sum(x) + sum( [promql-syntax]
     2 errors"
    `);
  });

  it('is warned about names that the spec does not define, where its panels are shown', () => {
    expect(
      catalogue(text`
        version: 1
        slugs: [bus]
        panels:
          - title: A
            requires: [bus_total]
            queries: [{expr: "sum(rate(buss_total[5m]))"}]
          - title: B
            requires: [nothing_of_this_spec]
            queries: [{expr: "sum(rate(nothing_of_this_spec[5m]))"}]
      `),
    ).toMatchInlineSnapshot(`
     "efficiency.yml:6:32: warning: nothing in the spec defines "buss_total" [metric-undefined]
       hint: did you mean "bus_total"?
     1 warning"
    `);
  });

  it('may not repeat a panel', () => {
    const panel = '  - {title: A, requires: [bus_total], queries: [{expr: bus_total}]}\n';
    expect(catalogue(`version: 1\nslugs: [bus]\npanels:\n${panel}${panel}`)).toMatchInlineSnapshot(`
     "efficiency.yml:5:5: error: the dashboard "bus" has two panels "A" with the same type, unit and queries [panel-duplicate]
       hint: the other is at efficiency.yml:4:5; give one another title
     1 error"
    `);
  });
});
