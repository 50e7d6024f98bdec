/** Dashboards as people have made them for ten years: what is odd about them must not cost a panel. */
import {
  generated,
  importDashboards,
  panelsOf,
  workspaceAfter,
  writtenPlans,
} from '../../testing/import-dashboard';

type Json = Readonly<Record<string, unknown>>;

const query = (expr: string, more: Json = {}) => ({ refId: 'A', expr, ...more });
const panel = (title: string, more: Json = {}) => ({
  ...{ type: 'timeseries', title, targets: [query('bus_trips_total')] },
  ...more,
});
const board = (panels: readonly Json[], more: Json = {}) => ({
  ...{ title: 'Bus', schemaVersion: 39, panels },
  ...more,
});
const variables = (...list: readonly Json[]) => ({ templating: { list } });

/** The plan of a dashboard, its panels, and what is generated from it. */
function imported(dashboard: Json) {
  const writing = importDashboards([dashboard]);
  const [plan] = writtenPlans(writing);
  const [json] = generated(writing);
  const problems = writing.problems.map(({ code, message }) => `${code}: ${message}`);
  return { writing, plan: plan!, panels: plan ? panelsOf(plan) : [], json: json!, problems };
}

describe('old dashboards', () => {
  it('of Grafana 4 keep rows, spans, graphs and single numbers', () => {
    const graph = {
      ...{ type: 'graph', title: 'Trips', span: 6, datasource: '${DS_PROM}', fill: 2 },
      targets: [
        query('bus_trips_total{line=~"[[line]]"}', { intervalFactor: 2, legendFormat: '' }),
      ],
      yaxes: [{ format: 'ops', min: 0 }, { format: 'short' }],
      stack: true,
      thresholds: [{ value: 5, colorMode: 'critical', op: 'gt', line: true }],
    };
    const number = {
      ...{ type: 'singlestat', title: 'Running', span: 3, format: 'percent', valueName: 'current' },
      ...{
        targets: [query('bus_running')],
        thresholds: '50,80',
        colors: ['red', 'orange', 'green'],
      },
      colorValue: true,
    };
    const { plan, panels, problems } = imported({
      ...{ title: 'Bus', schemaVersion: 14, id: 7, uid: 'x', version: 12, gnetId: 1860 },
      __inputs: [{ name: 'DS_PROM', type: 'datasource', pluginId: 'prometheus' }],
      rows: [
        { title: 'Trips', showTitle: true, panels: [graph] },
        { title: 'State', collapse: true, panels: [number] },
      ],
      ...variables({ type: 'query', name: 'line', query: 'label_values(line)', includeAll: true }),
    });
    expect(problems).toEqual([]);
    expect(plan.sections).toMatchObject([
      { title: 'Trips', panels: [{ unit: 'ops', min: 0, stack: 'normal', fill: 20 }] },
      { title: 'State', collapsed: true, panels: [{ panel_type: 'stat', unit: 'percent' }] },
    ]);
    expect(panels.map(({ promql }) => promql)).toEqual(['bus_trips_total', 'bus_running']);
    expect(plan.variables).toMatchObject([{ label: 'line', all_value: 'list', multi: false }]);
    expect(JSON.stringify(plan)).not.toMatch(/1860|"version"|"uid"|DS_PROM/);
  });
});

describe('names that clash', () => {
  it('rows with the same title are numbered, and those without stay blank', () => {
    const row = (title: string, y: number) => [
      { type: 'row', title, gridPos: { x: 0, y, w: 24, h: 1 } },
      panel(`Panel ${y}`, { gridPos: { x: 0, y: y + 1, w: 12, h: 8 } }),
    ];
    const { plan, json, problems } = imported(
      board([...row('', 0), ...row('Load', 10), ...row('Load', 20), ...row('', 30)]),
    );
    expect(problems).toEqual([]);
    expect(plan.sections?.map(({ title }) => title)).toEqual([' ', 'Load', 'Load (2)', '  ']);
    expect(json.panels.map(({ type }) => type)).toEqual([
      ...['row', 'timeseries', 'row', 'timeseries', 'row', 'timeseries', 'row', 'timeseries'],
    ]);
  });

  it('panels that are copies of each other all stay', () => {
    const { panels, problems } = imported(board([panel('A'), panel('A'), panel('A')]));
    expect(problems).toEqual([]);
    expect(panels.map(({ id }) => id)).toEqual([undefined, 'a-2', 'a-3']);
  });

  it('dashboards with the same title get slugs of their own', () => {
    const writing = importDashboards([board([panel('A')]), board([panel('B')])]);
    expect(writing.added.plans).toEqual(['bus', 'bus_2']);
    const again = importDashboards(
      [board([panel('A')]), board([panel('B')])],
      workspaceAfter(writing),
    );
    expect(again.files).toEqual([]);
  });

  it('of two variables with one name the first stays', () => {
    const { plan, panels, problems } = imported(
      board(
        [panel('A', { targets: [query('bus_trips_total{line="$line"}')] })],
        variables(
          { type: 'custom', name: 'line', query: '1,2' },
          { type: 'custom', name: 'line', query: '3,4' },
        ),
      ),
    );
    expect(plan.variables).toEqual([{ name: 'line', values: ['1', '2'] }]);
    expect(panels).toHaveLength(1);
    expect(problems).toEqual([
      'import-unfit: the variable "line" does not fit a plan, and is left out: the plan has two variables "line"',
    ]);
  });
});

describe('what a plan cannot have', () => {
  it('is named, each with its reason, and nothing else is lost', () => {
    const { panels, problems } = imported(
      board([
        panel('Good'),
        panel('Shared', { libraryPanel: { uid: 'l', name: 'Shared trips' } }),
        panel('Logs', { type: 'logs', datasource: { type: 'loki', uid: 'l' } }),
        panel('Worldmap', { type: 'grafana-worldmap-panel' }),
        panel('Alerts', { type: 'alertlist', targets: undefined }),
        panel('Broken', { targets: [query('sum(')] }),
        panel('Mixed', {
          datasource: { uid: '-- Mixed --' },
          targets: [query('bus_running'), query('{}', { datasource: { type: 'loki', uid: 'l' } })],
        }),
      ]),
    );
    expect(panels.map(({ title }) => title)).toEqual(['Good']);
    for (const title of ['Shared', 'Logs', 'Worldmap', 'Alerts', 'Broken', 'Mixed']) {
      expect(problems.filter((problem) => problem.includes(`"${title}"`))).not.toEqual([]);
    }
  });

  it('of a dashboard is named too: annotations, links, variables, settings', () => {
    const { plan, problems } = imported(
      board([panel('A', { type: 'graph', timeRegions: [{ op: 'time' }] })], {
        annotations: {
          list: [
            { builtIn: 1, name: 'Annotations & Alerts' },
            { name: 'Deploys', datasource: { type: 'loki', uid: 'l' }, expr: '{}' },
            { name: 'Resets', expr: 'resets(bus_trips_total[5m]) > 0', titleFormat: 'Reset' },
          ],
        },
        links: [
          { type: 'link', title: 'Nowhere' },
          {
            type: 'dashboards',
            tags: ['bus'],
            asDropdown: true,
            includeVars: true,
            keepTime: true,
          },
        ],
        ...variables({ type: 'groupby', name: 'by' }),
        time: { from: 'now', to: 'now-6h' },
      }),
    );
    expect(plan['annotations']).toEqual(
      [
        {
          name: 'Resets',
          promql: 'resets(bus_trips_total[5m]) > 0',
          title: 'Reset',
          color: undefined,
        },
      ].map(({ color: _, ...rest }) => rest),
    );
    expect(plan['links']).toEqual([{ title: 'bus', tags: ['bus'], dropdown: true }]);
    expect(problems.map((problem) => problem.replace(/ of the dashboard "Bus"/, ''))).toEqual([
      `import-dropped: the panel "A" loses timeRegions, which today's panels do not have`,
      'import-dropped: the annotation "Deploys" asks no Prometheus, and is left out',
      'import-dropped: the link "Nowhere" leads nowhere, and is left out',
      'import-dropped: the variable "by" of the type "groupby" is left out, as plans have none',
      expect.stringContaining('import-unfit: "time" does not fit a plan, and is left out'),
    ]);
  });
});

describe('variables', () => {
  it('that the dashboard does not have are text to Grafana, and stay so', () => {
    const { plan, panels, json, problems } = imported(
      board(
        [panel('A', { targets: [query('bus_trips_total{line="$Line"}')] })],
        variables({ type: 'custom', name: 'line', query: '1,2' }),
      ),
    );
    expect(plan.variables).toEqual([
      { name: 'line', values: ['1', '2'] },
      { name: 'Line', constant: '$Line' },
    ]);
    expect(panels).toMatchObject([{ promql: 'bus_trips_total{line="$Line"}' }]);
    expect((json.templating?.list ?? []).at(-1)).toMatchObject({
      type: 'constant',
      query: '$Line',
      hide: 2,
    });
    expect(problems).toEqual([
      'variable-undefined: the dashboard "Bus" has no variable "Line", which Grafana takes for text; the plan has a constant in its place',
    ]);
  });

  it('that offer nothing are fields for text', () => {
    const { plan, problems } = imported(
      board(
        [panel('A')],
        variables(
          { type: 'custom', name: 'a', query: '', current: { value: 'x' } },
          { type: 'interval', name: 'b', query: 'auto', auto: true },
          { type: 'query', name: 'c', query: '' },
          { type: 'constant', name: 'd', query: '' },
          { type: 'custom', name: 'e', query: '1,2', current: { value: 'gone' } },
        ),
      ),
    );
    expect(problems).toEqual([]);
    expect(plan.variables).toEqual([
      { name: 'a', text: 'x' },
      { name: 'b', text: '' },
      { name: 'c', text: '' },
      { name: 'd', text: '' },
      { name: 'e', values: ['1', '2'] },
    ]);
  });

  it('keep ad hoc filters, and everything that Grafana says of lists', () => {
    const { plan } = imported(
      board(
        [panel('A', { targets: [query('bus_trips_total{line=~"$line"}', {})] })],
        variables(
          { type: 'adhoc', name: 'more' },
          {
            ...{ type: 'query', name: 'line', label: 'Line', regex: '/1.*/', sort: 3, refresh: 1 },
            ...{ query: { query: 'label_values(bus_trips_total, line)' }, multi: true, hide: 1 },
          },
        ),
      ),
    );
    expect(plan.variables).toEqual([
      { name: 'more', adhoc: true },
      {
        ...{ label: 'line', title: 'Line', all: false, regex: '/1.*/', sort: 'numerical' },
        ...{ refresh: 'load', hide: 'label' },
      },
    ]);
  });
});

describe('panels', () => {
  it('leave behind what their former types had', () => {
    const custom = { drawStyle: 'bars', fillOpacity: 40, lineWidth: 3, axisSoftMin: 0 };
    const { panels, problems } = imported(
      board([panel('A', { type: 'stat', fieldConfig: { defaults: { custom }, overrides: [] } })]),
    );
    expect(problems).toEqual([]);
    expect(panels).toEqual([
      { title: 'A', promql: 'bus_trips_total', legend: '', panel_type: 'stat', unit: 'none' },
    ]);
  });

  it('keep names of queries, and matchers that no word of a plan stands for', () => {
    const matcher = { id: 'byValue', options: { reducer: 'max', op: 'gte', value: 1 } };
    const properties = [{ id: 'custom.lineWidth', value: 3 }];
    const { panels, json } = imported(
      board([
        panel('A', {
          targets: [query('bus_running', { refId: 'Heap used', hide: true }), query('bus_limit')],
          fieldConfig: {
            defaults: {},
            overrides: [
              { matcher, properties },
              { matcher: { id: 'byFrameRefID', options: 'Heap used' }, properties },
            ],
          },
        }),
      ]),
    );
    expect(panels).toMatchObject([
      { queries: [{ ref: 'Heap used', hide: true }, {}], overrides: [{ match: matcher }, {}] },
    ]);
    expect(json.panels[0]).toMatchObject({
      targets: [{ refId: 'Heap used' }, { refId: 'A' }],
      fieldConfig: { overrides: [{ matcher }, { matcher: { options: 'Heap used' } }] },
    });
  });

  it('keep how they are drawn, by the names that Grafana has for it', () => {
    const custom = { spanNulls: true, showPoints: 'never', lineInterpolation: 'smooth' };
    const { panels, json, problems } = imported(
      board([
        panel('A', {
          type: 'stat',
          options: { graphMode: 'none', colorMode: 'value', reduceOptions: { values: true } },
          fieldConfig: { defaults: { displayName: 'Trips' }, overrides: [] },
        }),
        panel('B', { fieldConfig: { defaults: { custom }, overrides: [] } }),
      ]),
    );
    expect(problems).toEqual([]);
    expect(panels).toMatchObject([
      {
        options: { graphMode: 'none', reduceOptions: { values: true } },
        properties: { displayName: 'Trips' },
      },
      { properties: { 'custom.spanNulls': true, 'custom.lineInterpolation': 'smooth' } },
    ]);
    expect(panels[0]?.['options']).not.toHaveProperty('colorMode');
    expect(panels[1]?.['properties']).not.toHaveProperty('custom.showPoints');
    expect(json.panels).toMatchObject([
      {
        options: { graphMode: 'none', reduceOptions: { calcs: ['lastNotNull'], values: true } },
        fieldConfig: { defaults: { displayName: 'Trips' } },
      },
      { fieldConfig: { defaults: { custom } } },
    ]);
  });

  it('say units, colours and legends where generation would choose others', () => {
    const { panels } = imported(
      board([
        panel('A', {
          options: { legend: { displayMode: 'table', calcs: ['max'] }, tooltip: { mode: 'multi' } },
          fieldConfig: { defaults: { unit: 'short', custom: { fillOpacity: 10 } } },
        }),
        panel('B', {
          type: 'table',
          targets: [query('bus_running', { format: 'table', instant: true })],
        }),
      ]),
    );
    expect(panels).toEqual([
      { title: 'A', promql: 'bus_trips_total', legend: '', legend_options: { calcs: ['max'] } },
      { title: 'B', promql: 'bus_running', panel_type: 'table', unit: 'none', transform: [] },
    ]);
  });

  it('of two hundred become one plan with a section for each row', () => {
    const rows = Array.from({ length: 20 }, (_, row) => [
      { type: 'row', title: `Row ${row}`, gridPos: { x: 0, y: row * 9, w: 24, h: 1 } },
      ...Array.from({ length: 10 }, (__, at) =>
        panel(`Panel ${row}.${at}`, {
          gridPos: { x: at * 2, y: row * 9 + 1, w: 2, h: 8 },
          targets: [query(`rate(bus_${row}_total{line=~"$line", stop="${at}"}[5m])`)],
        }),
      ),
    ]).flat();
    const line = { type: 'query', name: 'line', query: 'label_values(bus_0_total, line)' };
    const { plan, panels, problems } = imported(
      board(
        rows,
        variables({ ...line, multi: true, includeAll: true, allValue: '.*', refresh: 2, sort: 1 }),
      ),
    );
    expect(problems).toEqual([]);
    expect(plan.variables).toEqual(['line']);
    expect(plan.sections).toHaveLength(20);
    expect(panels).toHaveLength(200);
    expect(panels[0]).toMatchObject({ promql: 'rate(bus_0_total{stop="0"}[5m])', span: 2 });
  });
});
