import { reportOf } from '../../testing/report-of';

/** The report on a gauge with one panel, whose keys begin in line 7, column 13. */
function panelReport(...lines: string[]): string {
  const panel = lines
    .map((line, index) => `          ${index === 0 ? '- ' : '  '}${line}\n`)
    .join('');
  return reportOf({
    'spec.yml': `version: 1\nfamilies:\n  bus:\n    metrics:\n      - name: queue\n        type: gauge\n        panels:\n${panel}`,
  });
}

describe('the keys of a panel', () => {
  it('take one query or several', () => {
    expect(panelReport('title: None')).toMatchInlineSnapshot(`
     "spec.yml:8:13: error: the key "promql" is missing here; "queries" takes several queries [missing-key]
     1 error"
    `);
    expect(panelReport('promql: queue', 'queries: [{promql: queue}]')).toMatchInlineSnapshot(`
     "spec.yml:9:22: error: a panel takes promql or queries, not both [panel-key]
     1 error"
    `);
    expect(panelReport('legend: Queue', 'queries: [{promql: queue}]')).toMatchInlineSnapshot(`
     "spec.yml:8:21: error: the legend of "queries" stands in each of them; remove "legend" here [panel-key]
     1 error"
    `);
    expect(panelReport('queries: [{promql: queue, ref: A}, {promql: max(queue), ref: A}]'))
      .toMatchInlineSnapshot(`
     "spec.yml:8:74: error: the panel has two queries with the ref "A" [panel-key]
     1 error"
    `);
    expect(panelReport('queries: [{promql: quue}, {promql: sum(, ref: 1}]')).toMatchInlineSnapshot(`
     "spec.yml:8:32: warning: nothing in the spec defines "quue" [metric-undefined]
       hint: did you mean "queue"?
     spec.yml:8:52: error: the expression ends too early; a ")" is missing, in sum( [promql-syntax]
     spec.yml:8:59: error: "ref" must be a text, got 1 [wrong-type]
       hint: put it in quotes: "1"
     2 errors, 1 warning"
    `);
  });

  it('go with the type', () => {
    expect(panelReport('promql: queue', 'panel_type: stat', 'stack: normal', 'axis: {label: a}'))
      .toMatchInlineSnapshot(`
     "spec.yml:10:20: error: "stack" does nothing on a stat panel; it is for timeseries, trend, barchart, histogram [panel-key]
     spec.yml:11:19: error: "axis" does nothing on a stat panel; it is for timeseries, trend, xychart, barchart [panel-key]
     2 errors"
    `);
    expect(panelReport('promql: queue', 'content: Read.', 'calc: mean')).toMatchInlineSnapshot(`
     "spec.yml:9:22: error: "content" does nothing on a timeseries panel; it is for text [panel-key]
     spec.yml:10:19: error: "calc" does nothing on a timeseries panel; it is for stat, gauge, bargauge, piechart [panel-key]
     2 errors"
    `);
    expect(panelReport('panel_type: text', 'promql: queue')).toMatchInlineSnapshot(`
     "spec.yml:8:13: error: the key "content" is missing here [missing-key]
     spec.yml:9:21: error: a text panel shows no query; remove "promql" [panel-key]
     2 errors"
    `);
    expect(panelReport('panel_type: row', 'title: Row', 'unit: s', 'promql: queue'))
      .toMatchInlineSnapshot(`
     "spec.yml:10:19: error: a row has no "unit" [panel-key]
     spec.yml:11:21: error: a row panel shows no query; remove "promql" [panel-key]
     2 errors"
    `);
  });

  it('have values that Grafana knows', () => {
    expect(
      panelReport(
        'promql: queue',
        'style: lines',
        'stack: normale',
        'fill: 200',
        'line_width: 1.5',
        'axis: {log: 3, placement: up}',
        'tooltip: all',
        'transform: [{id: organise}]',
        'min_interval: soon',
        'id: My Panel',
        'height: 0',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:9:20: error: "style" must be one of "line", "bars", "points", got "lines" [wrong-value]
       hint: did you mean "line"?
     spec.yml:10:20: error: "stack" must be one of "none", "normal", "percent", got "normale" [wrong-value]
       hint: did you mean "normal"?
     spec.yml:11:19: error: an opacity is between 0 and 100, got 200 [wrong-value]
     spec.yml:12:25: error: expected a whole number, got 1.5 [wrong-type]
     spec.yml:13:25: error: "log" must be one of 2, 10, got 3 [wrong-value]
     spec.yml:13:39: error: "placement" must be one of "auto", "left", "right", "hidden", got "up" [wrong-value]
     spec.yml:14:22: error: "tooltip" must be one of "single", "multi", "none", got "all" [wrong-value]
     spec.yml:15:30: error: Grafana has no transformation "organise" [wrong-value]
       hint: did you mean "organize"?
     spec.yml:16:27: error: "soon" is not an interval; write for example 30s, 5m or 1h [wrong-value]
     spec.yml:17:17: error: the id "My Panel" must match [a-z0-9-]+ [wrong-value]
     spec.yml:18:21: error: a height must be between 1 and 100 rows, got 0 [wrong-value]
     11 errors"
    `);
  });

  it('have thresholds, mappings, overrides and links in one of their forms', () => {
    expect(
      panelReport(
        'promql: queue',
        'thresholds: 5',
        'mappings: [{value: 1, regex: a}, {text: none}, {range: [1]}, {value: 1, txt: up}]',
        'overrides: [{match: {field: a, query: B}}, {unit: s}, {match: {feild: a}}, {match: {field: a}, hide: [axis]}]',
        'links: [{title: Both, url: a, dashboard: b}, {url: a}]',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:9:25: error: "thresholds" must be "from_alerts" or a list or a mapping, got 5 [wrong-type]
     spec.yml:10:24: error: a mapping takes exactly one of value, range, regex, special [wrong-value]
     spec.yml:10:46: error: a mapping takes exactly one of value, range, regex, special [wrong-value]
     spec.yml:10:68: error: a range has two bounds; write null for an open one [wrong-value]
     spec.yml:10:85: error: unknown key "txt"; known here: value, range, regex, special, text, color [unknown-key]
       hint: did you mean "text"?
     spec.yml:11:33: error: a match takes exactly one of field, regex, query, type, id [wrong-value]
     spec.yml:11:56: error: the key "match" is missing here [missing-key]
     spec.yml:11:76: error: unknown key "feild"; known here: field, regex, query, type, id, options [unknown-key]
       hint: did you mean "field"?
     spec.yml:11:115: error: item 1 of "hide" must be one of "legend", "tooltip", "graph", got "axis" [wrong-value]
     spec.yml:12:21: error: a link takes either url or dashboard [wrong-value]
     spec.yml:12:54: error: no plan has the slug "b" [link-unknown]
       hint: the plans have bus
     spec.yml:12:58: error: the key "title" is missing here [missing-key]
     12 errors"
    `);
    expect(panelReport('promql: queue', 'thresholds: {warning: 1, steps: [{color: red}]}'))
      .toMatchInlineSnapshot(`
     "spec.yml:9:25: error: thresholds take either steps, or warning and critical [wrong-value]
     1 error"
    `);
    expect(panelReport('promql: queue', 'thresholds: {warnin: 1}')).toMatchInlineSnapshot(`
     "spec.yml:9:26: error: unknown key "warnin"; known here: warning, critical, direction, steps, mode, show [unknown-key]
       hint: did you mean "warning"?
     1 error"
    `);
    expect(panelReport('promql: queue', 'thresholds: [{value: high}]')).toMatchInlineSnapshot(`
     "spec.yml:9:26: error: the key "color" is missing here [missing-key]
     spec.yml:9:34: error: "value" must be a number, got "high" [wrong-type]
     2 errors"
    `);
    expect(panelReport('promql: queue', 'thresholds: from_alert')).toMatchInlineSnapshot(`
     "spec.yml:9:25: error: "thresholds" must be "from_alerts" or a list or a mapping, got "from_alert" [wrong-type]
     1 error"
    `);
  });

  it('own what identity and layout depend on', () => {
    expect(
      panelReport(
        'promql: queue',
        'grafana: {title: A, type: stat, id: 3, gridPos: {}, targets: [], fieldConfig: {defaults: {unit: s, min: 1}}}',
        'properties: {unit: s, custom.spanNulls: true}',
      ),
    ).toMatchInlineSnapshot(`
     "spec.yml:9:30: error: "title" cannot be patched, because identity or layout depends on it; set it by title [grafana-owned]
     spec.yml:9:39: error: "type" cannot be patched, because identity or layout depends on it; set it by panel_type [grafana-owned]
     spec.yml:9:49: error: "id" cannot be patched, because identity or layout depends on it; set it by id [grafana-owned]
     spec.yml:9:61: error: "gridPos" cannot be patched, because identity or layout depends on it; set it by span and height [grafana-owned]
     spec.yml:9:74: error: "targets" cannot be patched, because identity or layout depends on it; set it by queries [grafana-owned]
     spec.yml:9:109: error: "fieldConfig.defaults.unit" cannot be patched, because identity or layout depends on it; set it by unit [grafana-owned]
     spec.yml:10:32: error: the property "unit" has a key of its own, on which identity depends; write "unit" [grafana-owned]
     7 errors"
    `);
  });

  it('say if no alert has the thresholds that they take', () => {
    expect(panelReport('promql: queue', 'thresholds: from_alerts')).toMatchInlineSnapshot(`
     "spec.yml:9:25: warning: no alert compares the query of this panel with a threshold [threshold-missing]
       hint: write the query as the alert does, or give the thresholds
     1 warning"
    `);
  });
});
