import { reportOf } from '../../testing/report-of';
import { text } from '../../testing/temporary-workspace';

const spec = (content: string) => reportOf({ 'spec.yml': content });
const metrics = (lines: string) =>
  spec(`version: 1\nfamilies:\n  bus:\n    metrics:\n${lines.replace(/^(?=.)/gm, '      ')}`);

describe('families', () => {
  it('have names of lower-case letters, digits and underscores', () => {
    expect(spec('version: 1\nfamilies: {bus: , Bus: , 1bus: , bus-b: , _bus: , "": }\n'))
      .toMatchInlineSnapshot(`
     "spec.yml:2:19: error: the family name "Bus" must match [a-z][a-z0-9_]* [family-name]
     spec.yml:2:26: error: the family name "1bus" must match [a-z][a-z0-9_]* [family-name]
     spec.yml:2:34: error: the family name "bus-b" must match [a-z][a-z0-9_]* [family-name]
     spec.yml:2:43: error: the family name "_bus" must match [a-z][a-z0-9_]* [family-name]
     spec.yml:2:51: error: the family name "" must match [a-z][a-z0-9_]* [family-name]
     5 errors"
    `);
  });

  it('are defined in one file of a folder only', () => {
    expect(
      reportOf(
        {
          'spec/a.yml': 'version: 1\nfamilies:\n  bus: {}\n',
          'spec/b.yaml': 'version: 1\nfamilies:\n  # again\n  bus: {}\n',
        },
        { spec: 'spec' },
      ),
    ).toMatchInlineSnapshot(`
     "spec/b.yaml:4:3: error: the family "bus" is already defined at spec/a.yml:3:3 [family-duplicate]
     1 error"
    `);
  });
});

describe('metrics', () => {
  it('have names that Prometheus takes', () => {
    expect(
      metrics(text`
        - {name: 1a, type: gauge}
        - {name: a-b, type: gauge}
        - {name: "a b", type: gauge}
        - {name: größe, type: gauge}
        - {name: "a\n", type: gauge}
        - {name: _a:b2, type: gauge}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:7:16: error: "a b" is not a valid metric name; it must have no spaces or control characters [metric-name]
     spec.yml:9:16: error: "a\\n" is not a valid metric name; it must have no spaces or control characters [metric-name]
     2 errors"
    `);
  });

  it('are defined once, in one file and across files', () => {
    expect(metrics('- {name: a_total, type: counter}\n- {name: a_total, type: gauge}\n'))
      .toMatchInlineSnapshot(`
     "spec.yml:6:16: error: the metric "a_total" is already defined at spec.yml:5:16 [metric-duplicate]
     1 error"
    `);
    expect(
      reportOf(
        {
          'spec/a.yml': 'version: 1\nfamilies: {bus: {metrics: [{name: a, type: gauge}]}}\n',
          'spec/b.yml': 'version: 1\nfamilies: {other: {metrics: [{type: gauge, name: a}]}}\n',
        },
        { spec: 'spec' },
      ),
    ).toMatchInlineSnapshot(`
     "spec/b.yml:2:50: error: the metric "a" is already defined at spec/a.yml:2:35 [metric-duplicate]
     1 error"
    `);
  });

  it('have one of the types of Prometheus', () => {
    expect(
      metrics(text`
        - {name: a, type: guage}
        - {name: b, type: Counter}
        - {name: c, type: summary}
        - {name: d, type: constructor, buckets: [1]}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:25: error: unknown type "guage"; use one of counter, gauge, histogram, summary, info, stateset, unknown [metric-type]
       hint: did you mean "gauge"?
     spec.yml:6:25: error: unknown type "Counter"; use one of counter, gauge, histogram, summary, info, stateset, unknown [metric-type]
       hint: did you mean "counter"?
     spec.yml:8:25: error: unknown type "constructor"; use one of counter, gauge, histogram, summary, info, stateset, unknown [metric-type]
     3 errors"
    `);
  });

  it('have labels that are valid, free and listed once', () => {
    expect(
      metrics(text`
        - {name: a, type: gauge, labels: [a-b, 1a, "a:b", ü]}
        - {name: b, type: gauge, labels: [__name__, __a, _a, le]}
        - {name: c, type: histogram, labels: [bus, le]}
        - {name: d, type: gauge, labels: [x, y, 5, x, x]}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:6:41: error: the label "__name__" is reserved; Prometheus keeps names starting with "__" to itself [label-reserved]
     spec.yml:6:51: error: the label "__a" is reserved; Prometheus keeps names starting with "__" to itself [label-reserved]
     spec.yml:7:50: error: the label "le" is reserved on a histogram; its buckets carry it [label-reserved]
     spec.yml:8:47: error: item 3 of "labels" must be a text or a mapping, got 5 [wrong-type]
       hint: put it in quotes: "5"
     spec.yml:8:50: error: the label "x" stands twice on "d" [label-duplicate]
     spec.yml:8:53: error: the label "x" stands twice on "d" [label-duplicate]
     6 errors"
    `);
  });

  it('have buckets that rise, on histograms only', () => {
    expect(
      metrics(text`
        - {name: a, type: histogram, buckets: [1, 5, 5, 3, 10]}
        - {name: b, type: histogram, buckets: [10, one, 5, .inf]}
        - {name: c, type: histogram, buckets: [-1, 0, 0.5, .nan, "+Inf"]}
        - {name: d, type: histogram, buckets: []}
        - {name: e_total, type: counter, buckets: [1]}
        - {name: f, type: gauge, buckets: [2, 1]}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:52: error: the bucket bound 5 does not rise above 5, the one before it [buckets-order]
     spec.yml:5:55: error: the bucket bound 3 does not rise above 5, the one before it [buckets-order]
     spec.yml:6:50: error: item 2 of "buckets" must be a number, got "one" [wrong-type]
     spec.yml:6:58: error: item 4 of "buckets" must be a number, got Infinity [wrong-type]
       hint: the +Inf bucket is always there; leave it out
     spec.yml:7:58: error: item 4 of "buckets" must be a number, got NaN [wrong-type]
     spec.yml:7:64: error: item 5 of "buckets" must be a number, got "+Inf" [wrong-type]
     spec.yml:8:45: error: buckets must hold at least one bound [wrong-value]
     spec.yml:9:49: error: "e_total" is a counter; only a histogram has buckets [buckets-misplaced]
     spec.yml:10:41: error: "f" is a gauge; only a histogram has buckets [buckets-misplaced]
     9 errors"
    `);
  });

  it('have a cardinality budget above zero', () => {
    expect(
      metrics(text`
        - {name: a, type: gauge, cardinality_budget: 0}
        - {name: b, type: gauge, cardinality_budget: -5}
        - {name: c, type: gauge, cardinality_budget: 1.5}
        - {name: d, type: gauge, cardinality_budget: 1e99}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:52: error: a cardinality budget must be a whole number above 0, got 0 [wrong-value]
     spec.yml:6:52: error: a cardinality budget must be a whole number above 0, got -5 [wrong-value]
     spec.yml:7:52: error: expected a whole number, got 1.5 [wrong-type]
     spec.yml:8:52: error: 1e+99 is too large to be told from its neighbours [wrong-value]
     4 errors"
    `);
  });
});

describe('panels', () => {
  it('have a type that is drawn', () => {
    expect(
      metrics(
        '- {name: a, type: gauge, panels: [{promql: a, panel_type: timeserie}, {promql: a, panel_type: graph}]}\n',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:5:65: error: unknown panel type "timeserie"; use one of timeseries, stat, gauge, bargauge, barchart, table, heatmap, histogram, piechart, state-timeline, status-history, xychart, trend, text, row [panel-type]
       hint: did you mean "timeseries"?
     spec.yml:5:101: error: unknown panel type "graph"; use one of timeseries, stat, gauge, bargauge, barchart, table, heatmap, histogram, piechart, state-timeline, status-history, xychart, trend, text, row [panel-type]
     2 errors"
    `);
  });

  it('span 1 to 24 columns', () => {
    expect(
      metrics(text`
        - name: a
          type: gauge
          panels:
            - {promql: a, span: 0}
            - {promql: a, span: 25}
            - {promql: a, span: 1.5}
            - {promql: a, span: "12"}
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:8:31: error: a span must be between 1 and 24 columns, got 0 [wrong-value]
     spec.yml:9:31: error: a span must be between 1 and 24 columns, got 25 [wrong-value]
     spec.yml:10:31: error: expected a whole number, got 1.5 [wrong-type]
     spec.yml:11:31: error: "span" must be a number, got "12" [wrong-type]
       hint: write it without quotes: 12
     4 errors"
    `);
  });

  it('differ from each other in a dashboard', () => {
    expect(
      metrics(text`
        - name: a
          type: gauge
          panels:
            - {title: A, promql: a}
            - {title: A, promql: a, span: 24, kind: other}
            - {title: A, promql: a, unit: ms}
        - name: b
          type: gauge
          panels: [{title: A, promql: a}]
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:9:13: error: the dashboard "bus" has two panels "A" with the same type, unit and queries [panel-duplicate]
       hint: the other is at spec.yml:8:13; give one another title
     spec.yml:13:18: error: the dashboard "bus" has two panels "A" with the same type, unit and queries [panel-duplicate]
       hint: the other is at spec.yml:8:13; give one another title
     2 errors"
    `);
  });

  it('that repeat are told beside other problems', () => {
    expect(
      metrics(text`
        - name: a
          type: gauge
          colour: red
          panels: [{title: A, promql: a}, {title: A, promql: a}]
      `),
    ).toMatchInlineSnapshot(`
     "spec.yml:7:9: error: unknown key "colour"; known here: name, type, help, labels, cardinality_budget, buckets, unit, title, aggregate, auto, native, renamed_from, deprecated, panels, alerts [unknown-key]
     spec.yml:8:41: error: the dashboard "bus" has two panels "A" with the same type, unit and queries [panel-duplicate]
       hint: the other is at spec.yml:8:18; give one another title
     2 errors"
    `);
  });
});

describe('alerts', () => {
  it('wait for a duration as Prometheus writes it', () => {
    const alerts = ['5', 'soon', '-5m', '1.5h', '5 m', '30m1h', '5m5m'].map(
      (duration) => `    - {alert: A, expr: a, for: "${duration}"}\n`,
    );
    expect(metrics(`- name: a\n  type: gauge\n  alerts:\n${alerts.join('')}`))
      .toMatchInlineSnapshot(`
     "spec.yml:8:38: error: "5" is not a Prometheus duration; write for example 30s, 5m, 1h30m [wrong-value]
     spec.yml:9:38: error: "soon" is not a Prometheus duration; write for example 30s, 5m, 1h30m [wrong-value]
     spec.yml:10:38: error: "-5m" is not a Prometheus duration; write for example 30s, 5m, 1h30m [wrong-value]
     spec.yml:11:38: error: "1.5h" is not a Prometheus duration; write for example 30s, 5m, 1h30m [wrong-value]
     spec.yml:12:38: error: "5 m" is not a Prometheus duration; write for example 30s, 5m, 1h30m [wrong-value]
     spec.yml:13:38: error: "30m1h" is not a Prometheus duration; write for example 30s, 5m, 1h30m [wrong-value]
     spec.yml:14:38: error: "5m5m" is not a Prometheus duration; write for example 30s, 5m, 1h30m [wrong-value]
     7 errors"
    `);
    const sound = ['0', '0s', '5m', '1h30m', '1d12h', '500ms', '1y2w'].map(
      (duration) => `    - {alert: A, expr: a, for: "${duration}"}\n`,
    );
    expect(metrics(`- name: a\n  type: gauge\n  alerts:\n${sound.join('')}`)).toBe('no problems');
  });
});
