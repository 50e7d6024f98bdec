import { reportOf } from '../../testing/report-of';
import { text } from '../../testing/temporary-workspace';

const spec = (content: string) => reportOf({ 'spec.yml': content });

describe('the shape of a spec', () => {
  it('asks for what is required', () => {
    expect(
      spec(text`
        families:
          bus:
            metrics:
              - help: no name, no type
                panels:
                  - title: no query
                alerts:
                  - severity: no name, no expression
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:1:1: error: the key "version" is missing here [missing-key]
     spec.yml:4:9: error: the key "name" is missing here [missing-key]
     spec.yml:4:9: error: the key "type" is missing here [missing-key]
     spec.yml:6:13: error: the key "promql" is missing here; "queries" takes several queries [missing-key]
     spec.yml:8:13: error: the key "alert" is missing here [missing-key]
     spec.yml:8:13: error: the key "expr" is missing here [missing-key]
     6 errors"
    `);
    expect(spec('version: 1\n')).toMatchInlineSnapshot(`
     "spec.yml:1:1: error: the key "families" is missing here [missing-key]
     1 error"
    `);
  });

  it('knows version 1 only', () => {
    expect(spec('version: 2\nfamilies: {bus: }\n')).toMatchInlineSnapshot(`
     "spec.yml:1:10: error: "version" must be 1, got 2 [wrong-value]
     1 error"
    `);
    expect(spec('version: "1"\nfamilies: {bus: }\n')).toMatchInlineSnapshot(`
     "spec.yml:1:10: error: "version" must be 1, got "1" [wrong-value]
       hint: write it without quotes: 1
     1 error"
    `);
  });

  it('has no unknown keys at any level, and names the nearest known one', () => {
    expect(
      spec(text`
        version: 1
        famlies: {}
        families:
          bus:
            ownr: me
            metrics:
              - name: a_total
                type: counter
                lables: [bus]
                panels:
                  - promql: a_total
                    colour: red
                alerts:
                  - alert: A
                    expr: a_total
                    forr: 5m
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:2:1: error: unknown key "famlies"; known here: version, families, target_labels, external_metrics, codegen [unknown-key]
       hint: did you mean "families"?
     spec.yml:5:5: error: unknown key "ownr"; known here: title, owner, recording_rules, metrics [unknown-key]
       hint: did you mean "owner"?
     spec.yml:9:9: error: unknown key "lables" [unknown-key]
       hint: did you mean "labels"?
     spec.yml:12:13: error: unknown key "colour" [unknown-key]
       hint: did you mean "color"?
     spec.yml:16:13: error: unknown key "forr"; known here: alert, expr, for, keep_firing_for, severity, summary, description, runbook_url, labels, annotations [unknown-key]
       hint: did you mean "for"?
     5 errors"
    `);
  });

  it('lets keys that start with x- pass, at every level', () => {
    expect(
      spec(text`
        version: 1
        x-note: 1
        families:
          x-templates: {a: 1}
          bus:
            x-note: 1
            metrics:
              - name: a_total
                type: counter
                x-note: 1
                panels: [{promql: a_total, x-note: 1}]
                alerts: [{alert: A, expr: a_total > 0, x-note: 1}]
      `),
    ).toBe('no problems');
    expect(spec('version: 1\nX-note: 1\nxnote: 1\nfamilies: {bus: }\n')).toMatchInlineSnapshot(`
     "spec.yml:2:1: error: unknown key "X-note"; known here: version, families, target_labels, external_metrics, codegen [unknown-key]
     spec.yml:3:1: error: unknown key "xnote"; known here: version, families, target_labels, external_metrics, codegen [unknown-key]
     2 errors"
    `);
  });

  it('is told together with names and queries that are wrong', () => {
    expect(
      spec(text`
        version: 1
        familys: {}
        families:
          bus:
            metrics:
              - {name: a_total, type: counter, labels: [bus, bus]}
              - {name: a_total, type: gauge, panels: [{promql: "sum(", spam: 1}]}
          Bus: {}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:2:1: error: unknown key "familys"; known here: version, families, target_labels, external_metrics, codegen [unknown-key]
       hint: did you mean "families"?
     spec.yml:6:54: error: the label "bus" stands twice on "a_total" [label-duplicate]
     spec.yml:7:16: error: the metric "a_total" is already defined at spec.yml:6:16 [metric-duplicate]
     spec.yml:7:61: error: the expression ends too early; a ")" is missing, in sum( [promql-syntax]
     spec.yml:7:64: error: unknown key "spam" [unknown-key]
       hint: did you mean "span"?
     spec.yml:8:3: error: the family name "Bus" must match [a-z][a-z0-9_]* [family-name]
     6 errors"
    `);
  });

  it('is not said to be missing families where it could not be read', () => {
    expect(
      reportOf({
        'spec.yml': 'version: 1\nfamilies: {bus: {metrics: [}}\n',
        'plans/bus/plan.yaml': 'slug: bus\nfamilies: [bus, other]\ntitel: Bus\n',
      }),
    ).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:3:1: error: unknown key "titel" [unknown-key]
       hint: did you mean "title"?
     spec.yml:2:28: error: a "]" is missing, or a line stands too far left [yaml-syntax]
     spec.yml:3:1: error: a "}" is missing, or a line stands too far left [yaml-syntax]
     3 errors"
    `);
  });
});
