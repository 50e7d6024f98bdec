import { readPlans, readSpec } from '@g6/model';
import { readDashboards } from '../dashboards/read-dashboard';
import { writeImport } from './write-import';

const query = (expr: string, more: object = {}) => ({ refId: 'A', expr, ...more });
const panel = (title: string, more: object = {}) => ({
  type: 'timeseries',
  title,
  gridPos: { x: 0, y: 1, w: 12, h: 8 },
  targets: [query('sum(rate(bus_trips_total{line=~"$line"}[5m]))', { legendFormat: '{{line}}' })],
  ...more,
});

const DASHBOARD = {
  title: 'Bus: all',
  tags: ['bus'],
  schemaVersion: 39,
  time: { from: 'now-1h', to: 'now' },
  templating: {
    list: [
      { type: 'datasource', name: 'datasource', query: 'prometheus' },
      {
        type: 'query',
        name: 'line',
        label: 'Line',
        query: 'label_values(bus_trips_total, line)',
        multi: true,
        includeAll: true,
        refresh: 2,
        sort: 1,
      },
      { type: 'custom', name: 'percentile', query: '0.9, 0.99 : p99' },
    ],
  },
  panels: [
    panel('Trips'),
    {
      type: 'row',
      title: 'Details',
      gridPos: { x: 0, y: 9, w: 24, h: 1 },
      collapsed: true,
      panels: [
        panel('Delay', {
          gridPos: { x: 0, y: 10, w: 24, h: 6 },
          description: 'How late.',
          hideTimeOverride: true,
          fieldConfig: {
            defaults: {
              unit: 's',
              min: 0,
              thresholds: {
                mode: 'absolute',
                steps: [
                  { value: null, color: 'green' },
                  { value: 300, color: 'red' },
                ],
              },
              custom: { stacking: { mode: 'normal' }, fillOpacity: 30 },
              mappings: [{ type: 'value', options: { 0: { text: 'none', color: 'green' } } }],
            },
            overrides: [
              {
                matcher: { id: 'byFrameRefID', options: 'p 99' },
                properties: [
                  { id: 'custom.lineStyle', value: { fill: 'dash' } },
                  { id: 'unit', value: 'ms' },
                ],
              },
            ],
          },
          targets: [
            query(
              'histogram_quantile($percentile, sum by (le) (rate(bus_delay_seconds_bucket[5m])))',
            ),
            query('bus_limit', { refId: 'p 99', instant: true, hide: true }),
          ],
          transformations: [{ id: 'organize', options: { excludeByName: { Time: true } } }],
          links: [{ title: 'More', url: 'https://a/b', targetBlank: true }],
        }),
        panel('Log lines', { datasource: { type: 'loki', uid: 'l' } }),
        {
          type: 'text',
          title: '',
          gridPos: { x: 0, y: 20, w: 24, h: 2 },
          options: { mode: 'html', content: '<b>Buses</b>' },
        },
      ],
    },
    panel('Trips'),
  ],
};

function imported(dashboard: object, plans: Parameters<typeof writeImport>[1]['plans'] = []) {
  const { dashboards } = readDashboards({ path: 'bus.json', text: JSON.stringify(dashboard) });
  const found = { metrics: [], groups: [], dashboards, source: { closesValues: false as const } };
  const target = { spec: { path: 'spec.yml', isFolder: false }, plans: 'plans' };
  return writeImport(found, { spec: [], plans, target });
}

function afterwards({ files }: ReturnType<typeof imported>) {
  const spec = files.filter(({ path }) => path === 'spec.yml');
  const plans = files.filter(({ path }) => path !== 'spec.yml');
  return {
    spec: spec.map(({ path, text }) => ({ path, text })),
    plans: plans.map(({ path, text }) => ({
      ...{ path, text, form: 'single' as const },
      folder: path.split('/').at(-2) ?? '',
    })),
  };
}

describe('the import of dashboards', () => {
  it('writes a plan that says what the dashboard shows', () => {
    const writing = imported(DASHBOARD);
    expect(writing.files.map(({ path }) => path)).toEqual(['spec.yml', 'plans/bus_all/plan.yaml']);
    expect(writing.files[1]?.text).toMatchSnapshot();
    expect(writing.files[0]?.text).toMatchSnapshot();
    expect(writing).toMatchObject({ problems: [], panels: 4, patched: 1 });
  });

  it('gives a plan that is valid, and none the second time', () => {
    const { spec, plans } = afterwards(imported(DASHBOARD));
    const reading = readSpec(spec);
    expect(
      readPlans(plans, reading.spec).problems.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
    expect(imported(DASHBOARD, plans).added.plans).toEqual([]);
  });

  it('gives another dashboard another slug', () => {
    const { plans } = afterwards(imported(DASHBOARD));
    expect(imported({ ...DASHBOARD, title: 'Bus (all)' }, plans).added.plans).toEqual([
      'bus_all_2',
    ]);
  });

  it('leaves out a panel that a plan cannot have, and says so', () => {
    const panels = [
      panel('Good'),
      panel('Odd', { transformations: [{ id: 'nothing', options: {} }] }),
    ];
    const { problems, added } = imported({ ...DASHBOARD, panels });
    expect(added.plans).toEqual(['bus_all']);
    expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'import-unfit the panel "Odd" does not fit a plan, and is left out: Grafana has no transformation "nothing"',
    ]);
  });

  it('reports panels without a query', () => {
    const panels = [panel('Good'), panel('Empty', { targets: [] })];
    const { problems } = imported({ ...DASHBOARD, panels });
    expect(problems.map(({ message }) => message)).toEqual([
      'the panel "Empty" of the type "timeseries" has no query to Prometheus, and is left out',
    ]);
  });
});
