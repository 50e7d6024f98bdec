import { readDashboards } from '../read-dashboard';

const read = (value: unknown) => readDashboards({ path: 'd.json', text: JSON.stringify(value) });

/** A panel as version 2 has it; the first drafts named types and plugins by `kind`. */
const element = (title: string, expr: string, plugin = 'prometheus') => ({
  kind: 'Panel',
  spec: {
    id: 1,
    title,
    description: 'About.',
    links: [],
    data: {
      kind: 'QueryGroup',
      spec: {
        queries: [
          {
            kind: 'PanelQuery',
            spec: {
              refId: 'A',
              hidden: false,
              query: {
                kind: 'DataQuery',
                group: plugin,
                version: 'v0',
                datasource: { name: '${ds}' },
                spec: { expr, legendFormat: '{{line}}', instant: true },
              },
            },
          },
        ],
        transformations: [{ kind: 'Transformation', group: 'merge', spec: { options: { a: 1 } } }],
        queryOptions: { interval: '1m', maxDataPoints: 50 },
      },
    },
    vizConfig: {
      kind: 'VizConfig',
      group: 'stat',
      version: '12.0.0',
      spec: {
        options: { textMode: 'auto' },
        fieldConfig: { defaults: { unit: 's' }, overrides: [] },
      },
    },
  },
});

const place = (name: string, x: number, y: number, more = {}) => ({
  kind: 'GridLayoutItem',
  spec: { x, y, width: 12, height: 4, element: { kind: 'ElementReference', name }, ...more },
});
const grid = (...items: object[]) => ({ kind: 'GridLayout', spec: { items } });

const resource = (spec: object) => ({
  apiVersion: 'dashboard.grafana.app/v2',
  kind: 'Dashboard',
  metadata: { name: 'bus' },
  spec: { title: 'Buses', cursorSync: 'Tooltip', tags: ['bus'], ...spec },
});

const sectionsOf = (spec: object) =>
  read(resource(spec)).dashboards[0]!.sections.map(({ title, panels }) => [
    title,
    ...panels.map((panel) => panel.title),
  ]);

describe('a dashboard of version 2', () => {
  it('is read as a classic one is', () => {
    const { dashboards, problems } = read(
      resource({
        timeSettings: { from: 'now-1h', to: 'now', autoRefresh: '1m', timezone: 'utc' },
        elements: { a: element('Trips', 'up') },
        layout: grid(
          place('a', 0, 2, { repeat: { mode: 'variable', value: 'line', maxPerRow: 2 } }),
        ),
        variables: [
          { kind: 'DatasourceVariable', spec: { name: 'ds', pluginId: 'prometheus' } },
          {
            kind: 'QueryVariable',
            spec: {
              ...{
                name: 'line',
                multi: true,
                sort: 'alphabeticalAsc',
                refresh: 'onTimeRangeChanged',
              },
              hide: 'hideLabel',
              query: {
                kind: 'DataQuery',
                group: 'prometheus',
                spec: { query: 'label_values(up, line)' },
              },
            },
          },
          { kind: 'TextVariable', spec: { name: 't', query: 'x' } },
        ],
      }),
    );
    expect(problems).toEqual([]);
    const [dashboard] = dashboards;
    expect(dashboard).toMatchObject({
      title: 'Buses',
      uid: 'bus',
      refresh: '1m',
      time: { from: 'now-1h', to: 'now' },
      graphTooltip: 'tooltip',
      variables: [
        { type: 'datasource', name: 'ds', query: 'prometheus' },
        {
          ...{ type: 'query', name: 'line', query: 'label_values(up, line)', hide: 'label' },
          ...{ multi: true, sort: 'alphabeticalAsc', refresh: 'time' },
        },
        { type: 'textbox', name: 't', query: 'x' },
      ],
    });
    expect(dashboard?.sections[0]?.panels[0]).toMatchObject({
      type: 'stat',
      title: 'Trips',
      description: 'About.',
      unit: 's',
      options: { textMode: 'auto' },
      gridPos: { x: 0, y: 2, w: 12, h: 4 },
      queries: [{ refId: 'A', expr: 'up', legend: '{{line}}', instant: true, hide: false }],
      transformations: [{ id: 'merge', options: { a: 1 } }],
      repeat: { variable: 'line', direction: 'h', maxPerRow: 2 },
      interval: '1m',
      maxDataPoints: 50,
      foreign: [],
    });
  });

  it('makes sections of rows, tabs, and the rows of the first drafts', () => {
    const elements = { a: element('a', 'up'), b: element('b', 'up'), c: element('c', 'up') };
    const rows = (layout: object) => ({
      kind: 'RowsLayout',
      spec: {
        rows: [{ kind: 'RowsLayoutRow', spec: { title: 'R', collapse: true, layout } }],
      },
    });
    const tab = {
      kind: 'TabsLayoutTab',
      spec: { title: 'T', layout: rows(grid(place('a', 0, 0))) },
    };
    expect(
      sectionsOf({
        elements: { a: elements.a },
        layout: { kind: 'TabsLayout', spec: { tabs: [tab] } },
      }),
    ).toEqual([['T / R', 'a']]);
    const draft = {
      kind: 'GridLayoutRow',
      spec: { title: 'Old', collapsed: true, elements: [place('c', 0, 5), place('b', 0, 4)] },
    };
    expect(sectionsOf({ elements, layout: grid(place('a', 0, 0), draft) })).toEqual([
      [undefined, 'a'],
      ['Old', 'b', 'c'],
    ]);
  });

  it('lays an automatic grid out', () => {
    const names = ['a', 'b', 'c'];
    const elements = Object.fromEntries(names.map((name) => [name, element(name, 'up')]));
    const items = names.map((name) => ({ spec: { element: { name } } }));
    const layout = {
      kind: 'AutoGridLayout',
      spec: { maxColumnCount: 2, rowHeightMode: 'short', items },
    };
    const [section] = read(resource({ elements, layout })).dashboards[0]!.sections;
    expect(section?.panels.map(({ gridPos: { x, y, w, h } }) => [x, y, w, h])).toEqual([
      [0, 0, 12, 5],
      [12, 0, 12, 5],
      [0, 5, 12, 5],
    ]);
  });

  it('reports what it cannot keep, and loses no element', () => {
    const { dashboards, problems } = read(
      resource({
        elements: {
          a: element('a', 'up', 'loki'),
          b: { kind: 'LibraryPanel', spec: { title: 'b', libraryPanel: { uid: 'u', name: 'L' } } },
          c: element('c', 'up'),
        },
        layout: grid(
          place('a', 0, 0, { conditionalRendering: {} }),
          place('b', 0, 4),
          place('x', 0, 8),
        ),
      }),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      'what is shown only under a condition is imported without the condition',
      'the layout names the element "x", which is not there',
      'the element "c" has no place in the layout',
      'the panel "a" cannot be generated: it queries the datasource "loki"',
      'the panel "b" cannot be generated: it is the library panel "L"',
    ]);
    const panels = dashboards[0]!.sections.flatMap((section) => section.panels);
    expect(panels.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
  });

  it('reads the first drafts, which named types and plugins by their kinds', () => {
    const draft = {
      kind: 'Panel',
      spec: {
        title: 'a',
        data: {
          spec: {
            queries: [
              { spec: { refId: 'A', query: { kind: 'prometheus', spec: { expr: 'up' } } } },
            ],
          },
        },
        vizConfig: { kind: 'gauge', spec: { pluginVersion: '11', options: {} } },
      },
    };
    const { dashboards, problems } = read({
      elements: { a: draft },
      layout: grid(place('a', 0, 0)),
    });
    expect(problems).toEqual([]);
    expect(dashboards[0]?.sections[0]?.panels[0]).toMatchObject({
      type: 'gauge',
      queries: [{ expr: 'up' }],
    });
  });
});
