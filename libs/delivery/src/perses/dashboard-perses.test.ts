import { PERSES_PANELS } from '@g6/dashboard-files';
import type { JsonObject } from '@g6/generation';
import type { Sample } from '@g6/generation/testing';
import { PANEL_TYPES } from '@g6/model';
import { finishedDashboard } from '../../testing/finished-dashboards';
import { dashboardPerses } from './dashboard-perses';
import { PERSES_PLUGINS } from './plugins';

/** The dashboard of Perses for a metric with these panels, and a plan with more keys. */
const perses = (panels: readonly object[], plan: Sample['plan'] = {}) =>
  dashboardPerses(
    finishedDashboard({
      metrics: [{ name: 'depth', type: 'gauge', labels: ['bus'], auto: false, panels }],
      plan,
    }),
  );

/** The plugin of the first panel, and what was lost besides the links in the header. */
function pluginOf(panel: object) {
  const { spec, lost } = perses([{ promql: 'depth', title: 'Depth', ...panel }]);
  const [first] = Object.values(spec['panels'] as Record<string, { spec: JsonObject }>);
  return { ...first?.spec, lost: lost.filter((what) => what !== 'links in the header') };
}

const variablesOf = (...variables: unknown[]) => {
  const { spec, lost } = perses([{ promql: 'depth', title: 'Depth' }], { variables });
  return { variables: (spec['variables'] as JsonObject[]).slice(1), lost };
};

describe('a panel of Perses', () => {
  it('has a plugin for every type but those without a counterpart', () => {
    const without = PANEL_TYPES.filter((type) => PERSES_PANELS[type] === undefined);
    expect(without).toEqual(['xychart', 'trend', 'row']);
    expect(Object.values(PERSES_PANELS).filter((kind) => !PERSES_PLUGINS[kind])).toEqual([]);
    const { spec, lost } = perses([{ title: 'Depth', promql: 'depth', panel_type: 'trend' }]);
    expect(spec).toMatchObject({ panels: {}, layouts: [{ spec: { items: [] } }] });
    expect(lost).toContain('panels of the type "trend" ("Depth")');
  });

  it('draws what the panel of Grafana draws', () => {
    expect(
      pluginOf({
        ...{ unit: 'ms', decimals: 1, min: 0, max: 9, fill: 40, line_width: 8, stack: 'normal' },
        thresholds: { warning: 5, critical: 7, show: 'line' },
      }),
    ).toMatchObject({
      plugin: {
        kind: 'TimeSeriesChart',
        spec: {
          yAxis: { format: { unit: 'milliseconds', decimalPlaces: 1 }, min: 0, max: 9 },
          visual: { areaOpacity: 0.4, lineWidth: 3, stack: 'all' },
          thresholds: {
            mode: 'absolute',
            defaultColor: '#73BF69',
            steps: [
              { value: 5, color: '#FF9830' },
              { value: 7, color: '#F2495C' },
            ],
          },
        },
      },
      lost: [],
    });
    expect(pluginOf({ panel_type: 'stat', unit: 'percentunit', calc: 'max' })).toMatchObject({
      plugin: {
        kind: 'StatChart',
        spec: { calculation: 'max', format: { unit: 'percent-decimal' }, sparkline: {} },
      },
    });
    expect(pluginOf({ panel_type: 'table' })).toMatchObject({
      plugin: {
        kind: 'Table',
        spec: { columnSettings: expect.arrayContaining([{ name: 'Time', hide: true }]) as unknown },
      },
    });
  });

  it('names what it leaves out', () => {
    expect(
      pluginOf({
        unit: 'rows',
        mappings: [{ value: 1, text: 'one' }],
        overrides: [{ match: { field: 'a' }, unit: 's' }],
        time_from: '1h',
        links: [
          { title: 'Other', dashboard: 'sample' },
          { title: 'Runbook', url: 'https://example.org' },
        ],
      }),
    ).toMatchObject({
      links: [{ name: 'Runbook', url: 'https://example.org' }],
      lost: [
        'the unit "rows"',
        'the time range',
        'the overrides',
        'the value mappings',
        'links to other dashboards',
      ].map((what) => `${what} of the panel "Depth"`),
    });
  });
});

describe('a variable of Perses', () => {
  it('is one of its kinds', () => {
    expect(variablesOf('bus', { name: 'step', interval: ['1m', '5m'] }).variables).toMatchObject([
      {
        kind: 'ListVariable',
        spec: {
          name: 'bus',
          allowMultiple: true,
          allowAllValue: true,
          plugin: {
            kind: 'PrometheusLabelValuesVariable',
            spec: { datasource: '${datasource}', labelName: 'bus', matchers: ['depth'] },
          },
        },
      },
      { spec: { defaultValue: '1m', plugin: { spec: { values: ['1m', '5m'] } } } },
    ]);
    expect(
      variablesOf(
        { name: 'line', values: [{ value: 'a,b', text: 'A' }, 'c'] },
        { name: 'free', text: 'x' },
        { name: 'fixed', constant: 'y' },
        { name: 'top', query: 'query_result(topk(3, depth))' },
        { name: 'labels', query: 'label_names(depth)' },
      ).variables,
    ).toMatchObject([
      { spec: { plugin: { spec: { values: [{ label: 'A', value: 'a,b' }, 'c'] } } } },
      { kind: 'TextVariable', spec: { name: 'free', value: 'x' } },
      { kind: 'TextVariable', spec: { value: 'y', constant: true, display: { hidden: true } } },
      { spec: { plugin: { kind: 'PrometheusPromQLVariable', spec: { expr: 'topk(3, depth)' } } } },
      { spec: { plugin: { kind: 'PrometheusLabelNamesVariable' } } },
    ]);
  });

  it('is named if Perses has none of its kind', () => {
    const { variables, lost } = variablesOf(
      { name: 'more', adhoc: true },
      { name: 'all', query: 'metrics(depth.*)' },
    );
    expect(variables).toEqual([]);
    expect(lost).toEqual([
      'the variable "more" of the type "adhoc"',
      'the variable "all", whose values are those of metrics(depth.*)',
      'links in the header',
    ]);
  });
});

describe('a dashboard of Perses', () => {
  it('has the length of the range that ends now', () => {
    const of = (from: string, to: string) =>
      perses([{ promql: 'depth', title: 'Depth' }], { time: { from, to }, refresh: '' });
    expect(of('now-2d', 'now').spec).toMatchObject({ duration: '2d' });
    expect(of('now-2d', 'now').spec).not.toHaveProperty('refreshInterval');
    const { spec, lost } = of('now-1d/d', 'now-1d/d');
    expect(spec).toMatchObject({ duration: '6h' });
    expect(lost).toContain('the time range from now-1d/d to now-1d/d');
  });
});
