import { reportOf } from '../../testing/report-of';
import { text } from '../../testing/temporary-workspace';

const spec = (content: string) => reportOf({ 'spec.yml': content });

describe('the values of a spec', () => {
  it('asks for values where a key has none', () => {
    expect(
      spec(text`
        version: 1
        families:
          bus:
            owner:
            metrics:
              -
              - name:
                type:
                help:
                labels:
                buckets:
                unit:
                panels:
                alerts:
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:4:11: error: "owner" must be a text or a mapping, got an empty value [wrong-type]
       hint: give it a value, or remove it
     spec.yml:6:8: error: item 1 of "metrics" must be a mapping, got an empty value [wrong-type]
       hint: give it a value, or remove it
     spec.yml:7:14: error: "name" must be a text, got an empty value [wrong-type]
       hint: give it a value, or remove it
     spec.yml:8:14: error: "type" must be one of "counter", "gauge", "histogram", "summary", "info", "stateset", "unknown", "untyped", got an empty value [wrong-value]
     spec.yml:9:14: error: "help" must be a text, got an empty value [wrong-type]
       hint: give it a value, or remove it
     spec.yml:10:16: error: "labels" must be a list, got an empty value [wrong-type]
       hint: give it a value, or remove it
     spec.yml:11:17: error: "buckets" must be a list, got an empty value [wrong-type]
       hint: give it a value, or remove it
     spec.yml:12:14: error: "unit" must be a text, got an empty value [wrong-type]
       hint: give it a value, or remove it
     spec.yml:13:16: error: "panels" must be a list, got an empty value [wrong-type]
       hint: give it a value, or remove it
     spec.yml:14:16: error: "alerts" must be a list, got an empty value [wrong-type]
       hint: give it a value, or remove it
     10 errors"
    `);
    expect(spec('version: 1\nfamilies:\n')).toMatchInlineSnapshot(`
     "spec.yml:2:10: error: "families" must be a mapping, got an empty value [wrong-type]
       hint: give it a value, or remove it
     1 error"
    `);
  });

  it('asks for values of the right type', () => {
    expect(
      spec(text`
        version: 1
        families:
          bus:
            owner: [me]
            metrics:
              - just a name
              - name: 5
                type: 5
                help: true
                labels: bus
                cardinality_budget: "10"
                buckets: "1, 5"
                unit: 1.5
                panels: {promql: up}
                alerts: none
              - name: 2026-01-01
                type: [counter]
                labels: [bus, 5, null, {a: b}]
                panels:
                  - promql: 5
                    title: 7
                    span: wide
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:4:12: error: "owner" must be a text or a mapping, got a list [wrong-type]
     spec.yml:6:9: error: item 1 of "metrics" must be a mapping, got "just a name" [wrong-type]
     spec.yml:7:15: error: "name" must be a text, got 5 [wrong-type]
       hint: put it in quotes: "5"
     spec.yml:8:15: error: "type" must be one of "counter", "gauge", "histogram", "summary", "info", "stateset", "unknown", "untyped", got 5 [wrong-value]
     spec.yml:9:15: error: "help" must be a text, got true [wrong-type]
       hint: put it in quotes: "true"
     spec.yml:10:17: error: "labels" must be a list, got "bus" [wrong-type]
       hint: write a list of one: [bus]
     spec.yml:11:29: error: "cardinality_budget" must be a number, got "10" [wrong-type]
       hint: write it without quotes: 10
     spec.yml:12:18: error: "buckets" must be a list, got "1, 5" [wrong-type]
       hint: write a list of one: [1, 5]
     spec.yml:13:15: error: "unit" must be a text, got 1.5 [wrong-type]
       hint: put it in quotes: "1.5"
     spec.yml:14:17: error: "panels" must be a list, got a mapping [wrong-type]
     spec.yml:15:17: error: "alerts" must be a list, got "none" [wrong-type]
       hint: write a list of one: [none]
     spec.yml:17:15: error: "type" must be one of "counter", "gauge", "histogram", "summary", "info", "stateset", "unknown", "untyped", got a list [wrong-value]
     spec.yml:18:23: error: item 2 of "labels" must be a text or a mapping, got 5 [wrong-type]
       hint: put it in quotes: "5"
     spec.yml:18:26: error: item 3 of "labels" must be a text or a mapping, got an empty value [wrong-type]
       hint: give it a value, or remove it
     spec.yml:18:32: error: the key "name" is missing here [missing-key]
     spec.yml:18:33: error: unknown key "a"; known here: name, help, values, errors [unknown-key]
     spec.yml:20:21: error: "promql" must be a text, got 5 [wrong-type]
       hint: put it in quotes: "5"
     spec.yml:21:20: error: "title" must be a text, got 7 [wrong-type]
       hint: put it in quotes: "7"
     spec.yml:22:19: error: "span" must be a number, got "wide" [wrong-type]
     19 errors"
    `);
    expect(spec('version: 1\nfamilies: [bus]\n')).toMatchInlineSnapshot(`
     "spec.yml:2:11: error: "families" must be a mapping, got a list [wrong-type]
     1 error"
    `);
    expect(spec('version: 1\nfamilies: {bus: [a_total]}\n')).toMatchInlineSnapshot(`
     "spec.yml:2:17: error: "bus" must be a mapping, got a list [wrong-type]
     1 error"
    `);
  });

  it('asks for texts that are not empty', () => {
    expect(
      spec(text`
        version: 1
        families:
          bus:
            metrics:
              - name: ""
                type: ""
                labels: [""]
                unit: ""
                panels: [{promql: "", title: "", panel_type: "", unit: ""}]
                alerts: [{alert: "", expr: "", for: ""}]
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:15: error: "" is not a valid metric name; it must have no spaces or control characters [metric-name]
     spec.yml:6:15: error: unknown type ""; use one of counter, gauge, histogram, summary, info, stateset, unknown [metric-type]
     spec.yml:7:18: error: "" is not a valid label name; it must have no spaces or control characters [label-name]
     spec.yml:8:15: error: "unit" must not be empty [wrong-value]
     spec.yml:9:27: error: the expression is empty [promql-syntax]
     spec.yml:9:38: error: a title must not be empty [wrong-value]
     spec.yml:9:54: error: unknown panel type ""; use one of timeseries, stat, gauge, bargauge, barchart, table, heatmap, histogram, piechart, state-timeline, status-history, xychart, trend, text, row [panel-type]
     spec.yml:9:64: error: "unit" must not be empty [wrong-value]
     spec.yml:10:26: error: an alert needs a name [wrong-value]
     spec.yml:10:36: error: the expression is empty [promql-syntax]
     spec.yml:10:45: error: "" is not a Prometheus duration; write for example 30s, 5m, 1h30m [wrong-value]
     11 errors"
    `);
  });
});
