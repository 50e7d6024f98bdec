import { reportOf } from '../../testing/report-of';

const SPEC = `version: 1
families:
  bus:
    metrics:
      - {name: queue, type: gauge, labels: [bus]}
      - {name: sent_total, type: counter, labels: [bus, type]}
`;

/** The report on a plan of the family bus, whose other keys begin in line 3. */
function planReport(...lines: string[]): string {
  const plan = ['slug: bus', 'families: [bus]', ...lines].map((line) => `${line}\n`).join('');
  return reportOf({ 'spec.yml': SPEC, 'plans/bus/plan.yaml': plan });
}

describe('the variables of a plan', () => {
  it('have one kind, a name of their own, and the keys of their kind', () => {
    expect(
      planReport(
        'variables:',
        '  - bus',
        '  - {label: bus}',
        '  - {label: type, values: [a]}',
        '  - {constant: a}',
        '  - {name: datasource, text: a}',
        '  - {name: a-b, text: a}',
        '  - {name: window, interval: [5 minutes], multi: true}',
        '  - {name: one, values: [a, b], default: [a, c], all_value: .*}',
        '  - {name: self, query: "label_values(up{a=\\"$self\\"}, b)"}',
        '  - {name: read, query: "label_values(queue{bus=\\"$bsu\\"}, bus)"}',
        '  - {name: lines, label: bus, query: "label_values(queue{bus=\\"$bsu\\"}, bus)"}',
        '  - {name: both, query: up, values: [a]}',
      ),
    ).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:5:5: error: the plan has two variables "bus" [variable-duplicate]
     plans/bus/plan.yaml:6:5: error: a variable takes exactly one of label, query, values, interval, text, constant, adhoc [wrong-value]
     plans/bus/plan.yaml:7:5: error: the key "name" is missing here; only a label names its variable itself [missing-key]
     plans/bus/plan.yaml:8:5: error: the name "datasource" of a variable is reserved [variable-duplicate]
       hint: give it another by the key "name"
     plans/bus/plan.yaml:9:12: error: the name "a-b" of a variable must match [a-zA-Z0-9_]+ [wrong-value]
     plans/bus/plan.yaml:10:31: error: "5 minutes" is not an interval; write for example 30s, 5m or 1h [wrong-value]
     plans/bus/plan.yaml:10:50: error: "multi" does nothing on a variable with "interval"; it is for label, query, values [variable-key]
     plans/bus/plan.yaml:11:42: error: only one value can be chosen at first; "multi: true" allows several [wrong-value]
     plans/bus/plan.yaml:11:42: error: the default "c" is none of the values [wrong-value]
       hint: the values are a, b
     plans/bus/plan.yaml:11:61: error: "all_value" does nothing on a variable without All; add "all: true" [variable-key]
     plans/bus/plan.yaml:12:46: error: the variable "self" refers to itself [variable-undefined]
     plans/bus/plan.yaml:13:51: error: the dashboard "bus" has no variable "bsu", in label_values(queue{bus="$bsu"}, bus) [variable-undefined]
       hint: did you mean "bus"?
     plans/bus/plan.yaml:14:64: error: the dashboard "bus" has no variable "bsu", in label_values(queue{bus="$bsu"}, bus) [variable-undefined]
       hint: did you mean "bus"?
     plans/bus/plan.yaml:15:5: error: a variable takes exactly one of label, query, values, interval, text, constant, adhoc [wrong-value]
     14 errors"
    `);
  });

  it('and filters name labels that a metric of the dashboard has', () => {
    expect(planReport('variables: [buss, job, instance]', 'filters: {typ: a, type: =~$bus}'))
      .toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:3:13: error: no metric of the dashboard "bus" has the label "buss" [label-unknown]
       hint: did you mean "bus"?
     plans/bus/plan.yaml:4:16: error: no metric of the dashboard "bus" has the label "typ" [label-unknown]
       hint: did you mean "type"?
     plans/bus/plan.yaml:4:25: error: the dashboard "bus" has no variable "bus", in $bus [variable-undefined]
       hint: did you mean "buss"?
     3 errors"
    `);
  });

  it('are not missed where the spec misspells its labels, or where the plan misspells its families', () => {
    const misspelt = SPEC.replaceAll('labels:', 'lables:');
    const plan = 'slug: bus\nfamilies: [bus]\nvariables: [bus]\n';
    expect(reportOf({ 'spec.yml': misspelt, 'plans/bus/plan.yaml': plan })).toMatchInlineSnapshot(`
     "spec.yml:5:36: error: unknown key "lables" [unknown-key]
       hint: did you mean "labels"?
     spec.yml:6:43: error: unknown key "lables" [unknown-key]
       hint: did you mean "labels"?
     2 errors"
    `);
    const other = plan.replace('[bus]', '[bsu]');
    expect(reportOf({ 'spec.yml': SPEC, 'plans/bus/plan.yaml': other })).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:2:12: error: the spec has no family "bsu" [plan-family-unknown]
       hint: did you mean "bus"?
     1 error"
    `);
  });

  it('are those that its queries, titles and repeats name', () => {
    expect(
      planReport(
        'variables: [bus]',
        'panels:',
        '  - {title: A, promql: "sum(queue{bus=~\\"$busses\\"})"}',
        '  - {title: B, promql: "sum(queue)", repeat: type}',
        'annotations: [{name: a, promql: "queue > $limit"}]',
        'sections: [{title: S, repeat: buss, families: [bus]}]',
      ),
    ).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:5:42: error: the dashboard "bus" has no variable "busses", in sum(queue{bus=~"$busses"}) [variable-undefined]
       hint: it has $datasource, $bus, and those of Grafana such as $__rate_interval
     plans/bus/plan.yaml:6:46: error: the dashboard "bus" has no variable "type" [variable-undefined]
       hint: it has $datasource, $bus, and those of Grafana such as $__rate_interval
     plans/bus/plan.yaml:7:42: error: the dashboard "bus" has no variable "limit", in queue > $limit [variable-undefined]
       hint: it has $datasource, $bus, and those of Grafana such as $__rate_interval
     plans/bus/plan.yaml:8:31: error: the dashboard "bus" has no variable "buss" [variable-undefined]
       hint: did you mean "bus"?
     4 errors"
    `);
  });
});

describe('the sections and exclusions of a plan', () => {
  it('name what the plan shows', () => {
    expect(
      planReport(
        'sections:',
        '  - {families: [bus]}',
        '  - {families: [buss]}',
        '  - {title: A, metrics: [que], collapsed: true}',
        '  - {title: A, sources: [auto_rat]}',
        '  - {title: B}',
        'exclude: [{metric: que}, {source: spec}, {panel_uuid: 1}, {}]',
      ),
    ).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:5:5: error: the key "title" is missing here; only a first section that is neither collapsed nor repeated can do without [missing-key]
     plans/bus/plan.yaml:5:17: error: the plan has no family "buss" [section-unknown]
       hint: did you mean "bus"?
     plans/bus/plan.yaml:6:26: error: the plan shows no metric "que" [section-unknown]
       hint: choose from queue, sent_total
     plans/bus/plan.yaml:7:13: error: the plan has two sections "A" [section-duplicate]
     plans/bus/plan.yaml:7:26: error: the profile "classic" has no panel source "auto_rat" of this kind [section-unknown]
       hint: did you mean "auto_rate"?
     plans/bus/plan.yaml:8:5: error: a section takes at least one of families, metrics, panels, sources [wrong-value]
     plans/bus/plan.yaml:9:20: error: the plan shows no metric "que" [section-unknown]
       hint: choose from queue, sent_total
     plans/bus/plan.yaml:9:35: error: the profile "classic" has no panel source "spec" of this kind [section-unknown]
       hint: choose from auto_rate, auto_hist_quantile, auto_topk, auto_label_split, auto_summary, auto_info, auto_stateset, placeholder, alerts_aggregate, governance_summary, cross_metric, alert_preview
     plans/bus/plan.yaml:9:55: error: "panel_uuid" must be a text, got 1 [wrong-type]
       hint: put it in quotes: "1"
     plans/bus/plan.yaml:9:59: error: an exclusion takes at least one of metric, source, title, panel_uuid [wrong-value]
     10 errors"
    `);
  });

  it('are worth a warning if they meet no panel', () => {
    expect(
      planReport(
        'sections:',
        '  - {title: A, families: [bus]}',
        '  - {title: B, sources: [auto_hist_quantile]}',
        '  - {title: C, panels: [No Such Panel]}',
        'exclude: [{metric: queue, title: No Such Panel}]',
      ),
    ).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:5:5: warning: the section "B" takes no panel of the dashboard "bus" and is left out [section-unmatched]
     plans/bus/plan.yaml:6:25: warning: the dashboard "bus" has no panel "No Such Panel" [section-unmatched]
     plans/bus/plan.yaml:7:11: warning: no automatic panel of the dashboard "bus" fits this exclusion [exclude-unmatched]
     3 warnings"
    `);
  });
});

describe('the other keys of a plan', () => {
  it('take what Grafana takes', () => {
    expect(
      planReport(
        'rate_window: 5 minutes',
        'timezone: CET!',
        'graph_tooltip: cross',
        'week_start: someday',
        'min_interval: fast',
        'annotations: [{promql: queue}, {name: a, promql: "sum("}]',
        'links: [{title: A}, {title: B, dashboard: buss}, {title: C, url: /a, tags: [b]}]',
        'grafana: {panels: [], liveNow: true}',
      ),
    ).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:3:14: error: "5 minutes" is not a window; write for example 5m, or $__rate_interval [wrong-value]
     plans/bus/plan.yaml:4:11: error: "CET!" is not a time zone; write browser, utc or a name such as Europe/Berlin [wrong-value]
     plans/bus/plan.yaml:5:16: error: "graph_tooltip" must be one of "none", "crosshair", "tooltip", got "cross" [wrong-value]
     plans/bus/plan.yaml:6:13: error: "week_start" must be one of "monday", "saturday", "sunday", got "someday" [wrong-value]
     plans/bus/plan.yaml:7:15: error: "fast" is not an interval; write for example 30s, 5m or 1h [wrong-value]
     plans/bus/plan.yaml:8:15: error: the key "name" is missing here [missing-key]
     plans/bus/plan.yaml:8:55: error: the expression ends too early; a ")" is missing, in sum( [promql-syntax]
     plans/bus/plan.yaml:9:9: error: a link takes exactly one of url, dashboard, tags [wrong-value]
     plans/bus/plan.yaml:9:43: error: no plan has the slug "buss" [link-unknown]
       hint: did you mean "bus"?
     plans/bus/plan.yaml:9:50: error: a link takes exactly one of url, dashboard, tags [wrong-value]
     plans/bus/plan.yaml:10:19: error: "panels" cannot be patched; set it by panels and sections [grafana-owned]
     11 errors"
    `);
  });

  it('spell a number as it is written in the hint to quote it', () => {
    expect(planReport('exclude: [{panel_uuid: 0012345678901234}]')).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:3:24: error: "panel_uuid" must be a text, got 12345678901234 [wrong-type]
       hint: put it in quotes: "0012345678901234"
     1 error"
    `);
  });

  it('need no families if the plan has panels of its own', () => {
    const files = {
      'spec.yml': SPEC,
      'plans/own/plan.yaml': 'slug: own\npanels: [{title: A, promql: sum(queue)}]\n',
    };
    expect(reportOf(files)).toBe('no problems');
    expect(reportOf({ ...files, 'plans/own/plan.yaml': 'slug: own\n' })).toMatchInlineSnapshot(`
     "plans/own/plan.yaml:1:1: error: the key "families" is missing here [missing-key]
     1 error"
    `);
  });
});

describe('panels that read a recorded series without a label of the filters', () => {
  it('are worth a warning', () => {
    expect(
      planReport('variables: [type]', 'panels:', '  - {title: A, promql: sum(sent_total:rate_5m)}'),
    ).toMatchInlineSnapshot(`"no problems"`);
  });
});

describe('the layout of a plan', () => {
  it('is one that there is, and tabs need sections', () => {
    expect(planReport('layout: tabs')).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:3:9: error: the layout "tabs" shows sections as tabs, and the plan has no "sections" [wrong-value]
     1 error"
    `);
    expect(
      planReport(
        'layout: columns',
        'sections:',
        '  - {title: A, families: [bus], grid: tight, show_if_data: 1}',
      ),
    ).toMatchInlineSnapshot(`
     "plans/bus/plan.yaml:3:9: error: "layout" must be one of "rows", "tabs", got "columns" [wrong-value]
     plans/bus/plan.yaml:5:39: error: "grid" must be one of "fixed", "auto", got "tight" [wrong-value]
     plans/bus/plan.yaml:5:60: error: "show_if_data" must be true or false, got 1 [wrong-type]
     3 errors"
    `);
    expect(
      planReport(
        'layout: tabs',
        'sections:',
        '  - {title: A, families: [bus], grid: auto, show_if_data: true}',
      ),
    ).toBe('no problems');
  });
});
