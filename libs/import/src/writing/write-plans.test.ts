import { DEFAULT_OPTIONS, draftBasis, draftDashboard, finishDashboard } from '@g6/generation';
import { readPlans, readSpec } from '@g6/model';
import { PromQlCache } from '@g6/promql';
import { readDashboards } from '../dashboards/read-dashboard';
import { readRuleFiles } from '../rule-files/read-rule-files';
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

type Plans = Parameters<typeof writeImport>[1]['plans'];

function imported(dashboard: object | readonly object[], plans: Plans = []) {
  const dashboards = [dashboard].flat().flatMap((one) => {
    const source = { path: 'bus.json', text: JSON.stringify(one) };
    return readDashboards(source).dashboards;
  });
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
    const panels = [panel('Good'), panel('Empty', { targets: [] }), panel('', { targets: [] })];
    const { problems } = imported({ ...DASHBOARD, panels });
    expect(problems.map(({ message }) => message)).toEqual([
      'the panel "Empty" of the type "timeseries" has no query to Prometheus, and is left out',
      'a panel without a title of the type "timeseries" has no query to Prometheus, and is left out',
    ]);
  });

  it('looks the same whatever profile the workspace has', () => {
    const { spec, plans } = afterwards(imported(DASHBOARD));
    const reading = readSpec(spec);
    const basis = draftBasis(reading.spec, [], new PromQlCache(), 'auto');
    const [plan] = readPlans(plans, reading.spec).plans;
    const inProfile = (profile: string) => {
      const options = { ...DEFAULT_OPTIONS, profile };
      return plan && finishDashboard(draftDashboard(plan, basis, options), basis, options);
    };
    expect(inProfile('classic')).toMatchObject({ title: 'Bus: all' });
    expect(inProfile('standard')).toEqual(inProfile('classic'));
  });

  describe('without a title', () => {
    const untitled = (...titles: string[]) => ({
      ...DASHBOARD,
      title: '',
      panels: titles.map((title) => panel(title)),
    });

    it('is known the second time by its panels, each once', () => {
      const all = [untitled('A'), untitled('B'), untitled('A')];
      const first = imported(all);
      expect(first.added.plans).toEqual(['dashboard', 'dashboard_2', 'dashboard_3']);
      expect(imported(all, afterwards(first).plans)).toMatchObject({
        added: { plans: [] },
        problems: [],
      });
      const more = imported([...all, untitled('A')], afterwards(first).plans);
      expect(more.added.plans).toEqual(['dashboard_4']);
    });

    it('is another one with other panels', () => {
      const { plans } = afterwards(imported(untitled('A')));
      expect(imported(untitled('B'), plans).added.plans).toEqual(['dashboard_2']);
    });
  });

  it('is not known by the name that a plan without a title has by default', () => {
    const text = 'slug: bus\npanels: [{title: A, promql: up}]\n';
    const plans = [{ path: 'plans/bus/plan.yaml', text, form: 'single' as const, folder: 'bus' }];
    expect(imported({ ...DASHBOARD, title: 'Bus' }, plans).added.plans).toEqual(['bus_2']);
  });

  it('is not known by the title that an import gave to a plan of families', () => {
    const text = 'slug: bus_io\ntitle: Bus I/O\nfamilies: [bus]\n';
    const plans = [{ path: 'plans/io/plan.yaml', text, form: 'single' as const, folder: 'bus_io' }];
    expect(imported({ ...DASHBOARD, title: 'Bus I/O' }, plans).added.plans).toEqual(['bus_i_o']);
  });

  it('keeps what it shows when rules of the same name are imported later', () => {
    const { spec, plans } = afterwards(imported({ ...DASHBOARD, title: 'Bus' }));
    const rules = 'groups: [{name: bus, rules: [{record: "a:b", expr: sum(bus_trips_total)}]}]';
    const { groups } = readRuleFiles([{ path: 'rules.yml', text: rules }]);
    const target = { spec: { path: 'spec.yml', isFolder: false }, plans: 'plans' };
    const source = { closesValues: false as const };
    const found = { metrics: [], groups, dashboards: [], source };
    const first = writeImport(found, { spec, plans, target });
    expect(first.files.map(({ path }) => path)).toEqual([
      'spec.yml',
      'plans/bus_metrics/plan.yaml',
    ]);
    const after = { spec: afterwards(first).spec, plans: [...plans, ...afterwards(first).plans] };
    expect(writeImport(found, { ...after, target }).files).toEqual([]);
  });
});
