import * as fc from 'fast-check';
import type { FoundDashboard, FoundPanel } from './found-dashboard';
import { readDashboards } from './read-dashboard';

const read = (value: unknown) => readDashboards({ path: 'd.json', text: JSON.stringify(value) });
const told = (value: unknown) => read(value).problems.map(({ message }) => message);

/** The one dashboard of a value that has no problems. */
function dashboardOf(value: object): FoundDashboard {
  const { dashboards, problems } = read(value);
  expect(problems).toEqual([]);
  expect(dashboards).toHaveLength(1);
  return dashboards[0]!;
}

const panelOf = (panel: object, rest: object = {}): FoundPanel => {
  const { dashboards } = read({ ...rest, panels: [panel] });
  return dashboards[0]!.sections[0]!.panels[0]!;
};

const at = (x: number, y: number) => ({ gridPos: { x, y, w: 12, h: 8 } });
const titles = ({ sections }: FoundDashboard) =>
  sections.map(({ title, panels }) => [title, ...panels.map((panel) => panel.title)]);

describe('readDashboards, on what a dashboard says', () => {
  it('reads its head', () => {
    const dashboard = dashboardOf({
      title: 'Buses',
      uid: 'bus',
      description: 'All buses.',
      tags: ['bus', 1],
      time: { from: 'now-6h', to: 'now' },
      ...{ refresh: '30s', timezone: 'utc', weekStart: 'monday', graphTooltip: 1 },
      __inputs: [{ name: 'DS_P', label: 'P', type: 'datasource', pluginId: 'prometheus' }],
      annotations: {
        list: [
          { builtIn: 1, name: 'Annotations & Alerts' },
          { name: 'Deploys', expr: 'changes(deploys[5m]) > 0', iconColor: 'red', enable: false },
        ],
      },
      links: [{ title: 'Docs', type: 'link', url: 'https://example.org' }],
      panels: [],
    });
    expect(dashboard).toMatchObject({
      title: 'Buses',
      uid: 'bus',
      description: 'All buses.',
      tags: ['bus'],
      time: { from: 'now-6h', to: 'now' },
      refresh: '30s',
      timezone: 'utc',
      weekStart: 'monday',
      graphTooltip: 'crosshair',
      inputs: [{ name: 'DS_P', label: 'P', type: 'datasource', pluginId: 'prometheus' }],
      links: [{ title: 'Docs' }],
      sections: [],
    });
    expect(dashboard.annotations).toMatchObject([
      { name: 'Deploys', expr: 'changes(deploys[5m]) > 0', color: 'red', enabled: false },
    ]);
  });

  it('reads variables of every kind', () => {
    const { variables } = dashboardOf({
      templating: {
        list: [
          { type: 'datasource', name: 'ds', query: 'prometheus', current: { value: 'default' } },
          {
            type: 'query',
            name: 'line',
            label: 'Line',
            datasource: { type: 'prometheus', uid: '$ds' },
            query: { query: 'label_values(bus_trips_total, line)', refId: 'A' },
            ...{ sort: 3, refresh: 2, hide: 1, multi: true, includeAll: true, allValue: '.+' },
            current: { text: ['All'], value: ['$__all'] },
          },
          { type: 'custom', name: 'p', query: 'a,b : c', refresh: true, hide: 2 },
          { type: 'interval', name: 'w', query: '1m,5m' },
          { type: 'constant', name: 'c', query: 'x' },
          { type: 'textbox', name: 't', query: '' },
          { type: 'adhoc', name: 'Filters', datasource: '$ds' },
          { type: 'query' },
        ],
      },
    });
    expect(variables.map(({ type, name }) => `${type} ${name}`)).toEqual([
      ...['datasource ds', 'query line', 'custom p', 'interval w', 'constant c', 'textbox t'],
      'adhoc Filters',
    ]);
    expect(variables[1]).toMatchObject({
      label: 'Line',
      query: 'label_values(bus_trips_total, line)',
      sort: 'numericalAsc',
      refresh: 'time',
      hide: 'label',
      multi: true,
      includeAll: true,
      allValue: '.+',
      datasource: '$ds',
      current: ['$__all'],
    });
    expect(variables[2]).toMatchObject({ refresh: 'load', hide: 'variable', query: 'a,b : c' });
  });

  it('reads a panel with its queries and fields', () => {
    const panel = panelOf({
      ...{ type: 'timeseries', title: 'Trips', description: 'Per line.', ...at(0, 3) },
      targets: [
        { refId: 'B', expr: 'up', legendFormat: '{{job}}', instant: true, format: 'table' },
        { expr: 'sum(up)', interval: '1m', intervalFactor: 2, hide: true, exemplar: true },
        { expr: '' },
      ],
      fieldConfig: {
        defaults: {
          ...{ unit: 's', decimals: 1, min: 0, noValue: '-', displayName: 'x' },
          thresholds: {
            mode: 'percentage',
            steps: [{ color: 'green' }, { color: 'red', value: 8 }],
          },
          custom: { lineWidth: 2 },
        },
        overrides: [{ matcher: { id: 'byName', options: 'a' }, properties: [] }],
      },
      ...{ repeat: 'line', repeatDirection: 'v', maxPerRow: 3, interval: '30s', timeFrom: '1h' },
      transformations: [{ id: 'merge', options: {} }],
      links: [
        { title: 'A', url: '/a', targetBlank: true },
        { type: 'dashboard', dashboard: 'My Buses', keepTime: true, params: 'x=1' },
      ],
    });
    const { source: _, place: __, queries, ...rest } = panel;
    expect(rest).toEqual({
      type: 'timeseries',
      title: 'Trips',
      description: 'Per line.',
      transparent: false,
      gridPos: { x: 0, y: 3, w: 12, h: 8 },
      ...{ unit: 's', decimals: 1, min: 0, noValue: '-' },
      thresholds: {
        mode: 'percentage',
        steps: [
          { value: null, color: 'green' },
          { value: 8, color: 'red' },
        ],
      },
      mappings: [],
      custom: { lineWidth: 2 },
      defaults: { displayName: 'x' },
      overrides: [{ matcher: { id: 'byName', options: 'a' }, properties: [] }],
      options: {},
      transformations: [{ id: 'merge', options: {} }],
      links: [
        { title: 'A', url: '/a', targetBlank: true },
        { title: '', url: 'dashboard/db/my-buses?$__url_time_range&x=1', targetBlank: false },
      ],
      repeat: { variable: 'line', direction: 'v', maxPerRow: 3 },
      interval: '30s',
      timeFrom: '1h',
      hideTimeOverride: false,
      foreign: [],
      lost: [],
    });
    expect(queries.map(({ place: _, ...query }) => query)).toEqual([
      {
        ...{ refId: 'B', expr: 'up', legend: '{{job}}', instant: true, range: false },
        ...{ format: 'table', hide: false, exemplar: false },
      },
      {
        ...{ refId: 'A', expr: 'sum(up)', instant: false, range: true, format: 'time_series' },
        ...{ hide: true, exemplar: true, interval: '1m', intervalFactor: 2 },
      },
    ]);
  });
});

describe('readDashboards, on layout', () => {
  it('makes sections of rows, collapsed or not, in the order of their places', () => {
    const dashboard = dashboardOf({
      panels: [
        { type: 'timeseries', title: 'below', ...at(12, 20) },
        { type: 'row', title: 'Open', repeat: 'line', ...at(0, 9) },
        { type: 'timeseries', title: 'first', ...at(0, 0) },
        {
          type: 'row',
          title: 'Closed',
          collapsed: true,
          ...at(0, 40),
          panels: [
            { type: 'timeseries', title: 'inside', ...at(0, 41) },
            {
              type: 'row',
              title: 'lost',
              panels: [{ type: 'stat', title: 'deep', ...at(12, 41) }],
            },
          ],
        },
        { type: 'stat', title: 'copy', repeatIteration: 1, repeatPanelId: 4, ...at(0, 20) },
      ],
    });
    expect(titles(dashboard)).toEqual([
      [undefined, 'first'],
      ['Open', 'below'],
      ['Closed', 'inside', 'deep'],
    ]);
    expect(dashboard.sections.map(({ collapsed }) => collapsed)).toEqual([false, false, true]);
    expect(dashboard.sections[1]?.repeat).toBe('line');
  });

  it('lays the rows of Grafana 4 out as Grafana does', () => {
    const graph = (title: string, span: number, height?: string) => ({
      ...{ type: 'graph', title, span },
      ...(height === undefined ? {} : { height }),
    });
    const dashboard = dashboardOf({
      rows: [
        {
          title: 'A',
          showTitle: true,
          height: '250px',
          panels: [graph('a', 8), graph('b', 4, '90px'), graph('c', 4, '90px'), graph('d', 6)],
        },
        { title: 'B', collapse: true, panels: [graph('e', 12)] },
      ],
    });
    expect(titles(dashboard)).toEqual([
      ['A', 'a', 'b', 'c', 'd'],
      ['B', 'e'],
    ]);
    const places = dashboard.sections.flatMap(({ panels }) =>
      panels.map(({ gridPos: { x, y, w, h } }) => [x, y, w, h]),
    );
    expect(places).toEqual([
      [0, 1, 16, 7],
      [16, 1, 8, 3],
      [16, 4, 8, 3],
      [0, 8, 12, 7],
      [0, 16, 24, 7],
    ]);
  });

  it('keeps rows without titles together', () => {
    const rows = [
      { panels: [{ type: 'graph', title: 'a' }] },
      { panels: [{ title: 'b', type: 'text' }] },
    ];
    expect(titles(dashboardOf({ rows }))).toEqual([[undefined, 'a', 'b']]);
  });
});

describe('readDashboards, on what is not Grafana or Prometheus', () => {
  it('tells a web page from a file', () => {
    const text = '<!DOCTYPE html>\n<html><title>Login</title></html>';
    expect(readDashboards({ path: 'd.json', text })).toMatchObject({
      dashboards: [],
      problems: [{ line: 1, message: 'this is a web page, not JSON or YAML' }],
    });
  });

  const loki = { type: 'loki', uid: 'l' };

  it('marks and reports such panels by their titles, and keeps them', () => {
    const value = {
      templating: { list: [{ type: 'datasource', name: 'logs', query: 'loki' }] },
      __inputs: [{ name: 'DS_X', pluginId: 'influxdb' }],
      panels: [
        { type: 'acme-panel', title: 'a', ...at(0, 0) },
        { type: 'logs', title: 'b', datasource: loki, targets: [{ expr: '{a="b"}' }], ...at(0, 1) },
        { type: 'stat', title: 'c', datasource: '$logs', targets: [{ expr: 'x' }], ...at(0, 2) },
        { type: 'stat', title: 'd', datasource: '${DS_X}', targets: [{ query: 'x' }], ...at(0, 3) },
        { title: 'e', libraryPanel: { uid: 'u', name: 'Shared' }, ...at(0, 4) },
        {
          ...{ type: 'stat', title: 'f', datasource: '-- Mixed --', ...at(0, 5) },
          targets: [{ expr: 'up' }, { expr: 'x', datasource: loki }],
        },
        { type: 'text', title: 'g', targets: [{ datasource: loki }], ...at(0, 6) },
        {
          type: 'alertlist',
          title: 'h',
          datasource: { uid: 'grafana' },
          targets: [{}],
          ...at(0, 7),
        },
      ],
    };
    expect(told(value)).toEqual([
      'the panel "a" cannot be generated: its type "acme-panel" is not one of Grafana\'s own',
      'the panel "b" cannot be generated: it queries the datasource "loki"',
      'the panel "c" cannot be generated: it queries the datasource "loki"',
      'the panel "d" cannot be generated: it queries the datasource "influxdb"',
      'the panel "e" cannot be generated: it is the library panel "Shared"',
      'the panel "f" cannot be generated: it queries the datasource "loki"',
    ]);
    const panels = read(value).dashboards[0]!.sections[0]!.panels;
    expect(panels.map(({ title }) => title).join('')).toBe('abcdefgh');
    expect(panels[5]?.queries.map(({ expr }) => expr)).toEqual(['up']);
  });

  it('reads a library panel that the dashboard carries along', () => {
    const model = { type: 'stat', targets: [{ expr: 'up' }] };
    const panel = panelOf(
      { title: 'e', libraryPanel: { uid: 'u', name: 'Shared' } },
      { __elements: { u: { model } } },
    );
    expect(panel).toMatchObject({ type: 'stat', foreign: [{ kind: 'library', name: 'Shared' }] });
    expect(panel.queries).toHaveLength(1);
  });

  it('reports queries that are not PromQL, with their places', () => {
    const { problems, dashboards } = readDashboards({
      path: 'd.json',
      text: '{"panels": [{"type": "stat", "title": "T", "targets": [\n  {"expr": "sum("}]}]}',
    });
    expect(problems).toMatchObject([{ line: 2, column: 12, code: 'promql-syntax' }]);
    expect(problems[0]?.message).toMatch(/^the panel "T", query A: /);
    expect(dashboards[0]?.sections[0]?.panels[0]?.queries).toHaveLength(1);
  });

  it('says when a file is not a dashboard', () => {
    expect(told({ a: 1 })).toEqual(['this is not a Grafana dashboard']);
    expect(told([])).toEqual(['this is not a Grafana dashboard']);
    expect(readDashboards({ path: 'd.json', text: '{' }).problems).toHaveLength(1);
  });
});

describe('readDashboards, on envelopes', () => {
  const panels = [{ type: 'stat', title: 'a' }];

  it.each([
    ['an answer of the API', { dashboard: { title: 'T', panels }, meta: {} }],
    [
      'a resource of version 1',
      {
        apiVersion: 'dashboard.grafana.app/v1beta1',
        kind: 'Dashboard',
        spec: { title: 'T', panels },
      },
    ],
    ['a list', { items: [{ apiVersion: 'v1', spec: { title: 'T', panels } }] }],
  ])('reads %s', (_, value) => {
    const dashboard = dashboardOf(value);
    expect(dashboard.title).toBe('T');
    expect(titles(dashboard)).toEqual([[undefined, 'a']]);
  });

  it('takes the name of a resource for its uid', () => {
    const resource = { apiVersion: 'x/v1', metadata: { name: 'bus' }, spec: { panels } };
    expect(dashboardOf(resource).uid).toBe('bus');
  });
});

describe('readDashboards, on anything', () => {
  const KEYS = [
    ...['panels', 'rows', 'type', 'title', 'gridPos', 'x', 'y', 'targets', 'expr', 'datasource'],
    ...['templating', 'list', 'fieldConfig', 'defaults', 'mappings', 'thresholds', 'styles'],
    ...['yaxes', 'seriesOverrides', 'legend', 'elements', 'layout', 'kind', 'spec', '__proto__'],
    ...['items', 'rows', 'options', 'fieldOptions', 'libraryPanel', 'links', 'query', 'repeat'],
  ];
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, 0, -1, 1e99, true, '', 'a', '1', 'graph', 'singlestat', 'table-old'),
      fc.constantFrom('heatmap', 'row', 'text', 'gauge', 'GridLayout', 'RowsLayout', 'Panel'),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...KEYS), tie('any'), { maxKeys: 6 }),
    ),
  })).any;

  it('never throws, and keeps every panel', () => {
    const panels = fc.array(fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(panels, value, (list, layout) => {
        const flat = list.map((panel, y) => ({ ...panel, type: 'graph', gridPos: { x: 0, y } }));
        const found = read({ panels: flat, templating: { list: layout }, links: layout });
        expect(found.dashboards[0]?.sections.flatMap(({ panels }) => panels) ?? []).toHaveLength(
          flat.length,
        );
        expect(Array.isArray(read({ elements: {}, layout, ...list[0] }).dashboards)).toBe(true);
        expect(Array.isArray(read(layout).problems)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
