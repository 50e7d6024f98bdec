import { sampleDashboard } from '../testing/sample-dashboard';
import type { Sample } from '../testing/sample-context';
import { datasourceRef } from './assemble-panel';
import type { PanelJson } from './dashboard-json';
import type { GenerationOptions } from './generation-options';

function panelsOf(sample: Sample, options?: Partial<GenerationOptions>): readonly PanelJson[] {
  return sampleDashboard(sample, options).panels;
}

/** The first panel that the spec writes for a gauge `x`. */
function explicit(panel: object): PanelJson {
  const panels = [{ promql: 'sum by (bus) (x)', ...panel }];
  return panelsOf({ metrics: [{ name: 'x', type: 'gauge', labels: ['bus'], panels }] })[0]!;
}

const HEX = expect.stringMatching(/^[0-9a-f]{16}$/) as unknown;

describe('the targets of a panel', () => {
  const ds = { type: 'prometheus', uid: '${datasource}' };

  it('ask for a range as time series', () => {
    const panel = explicit({});
    expect(panel.datasource).toEqual(ds);
    expect(panel.targets).toEqual([
      {
        refId: 'A',
        datasource: ds,
        editorMode: 'code',
        expr: 'sum by (bus) (x)',
        format: 'time_series',
        instant: false,
        range: true,
        legendFormat: '{{bus}}',
      },
    ]);
  });

  it('ask a table for the last values, as a table', () => {
    expect(explicit({ panel_type: 'table' }).targets).toMatchObject([
      { format: 'table', instant: true, range: false },
    ]);
  });

  it.each([
    ['sum by (le) (rate(x_bucket[5m]))', 'heatmap'],
    ['rate(elsewhere_bucket[5m])', 'heatmap'],
    ['sum by (bus) (x)', 'time_series'],
    ['histogram_quantile(0.9, sum by (le, bus) (rate(x_bucket[5m])))', 'time_series'],
  ])('ask a heatmap of %s for a %s', (promql, format) => {
    const panel = { panel_type: 'heatmap', promql, legend: 'any' };
    const [{ targets }] = panelsOf({
      metrics: [{ name: 'x', type: 'histogram', labels: ['bus'], panels: [panel] }],
    }) as [ReturnType<typeof explicit>];
    expect(targets).toMatchObject([{ format, instant: false, range: true }]);
  });

  it('have ids that go on after Z', () => {
    const queries = Array.from({ length: 29 }, (_, i) => ({ expr: `x + ${i}` }));
    const panels = panelsOf({
      metrics: [{ name: 'x', type: 'gauge' }],
      efficiency: [{ title: 'E', requires: ['x'], queries }],
    });
    const ids = panels.at(-1)?.targets?.map(({ refId }) => refId);
    expect(ids?.slice(0, 2)).toEqual(['A', 'B']);
    expect(ids?.slice(25)).toEqual(['Z', 'AA', 'AB', 'AC']);
    expect(new Set(ids).size).toBe(29);
  });

  it('go to one datasource where its uid is fixed', () => {
    expect(datasourceRef('abc')).toEqual({ type: 'prometheus', uid: 'abc' });
    const sample = { metrics: [{ name: 'x', type: 'gauge' }] };
    const [panel] = panelsOf(sample, { datasourceUid: 'abc' });
    expect(panel?.datasource).toEqual({ type: 'prometheus', uid: 'abc' });
    expect(panel?.targets?.[0]?.['datasource']).toEqual({ type: 'prometheus', uid: 'abc' });
  });
});

describe('the description of a panel', () => {
  it('is the help of its metric, or absent', () => {
    const metrics = [
      { name: 'x', type: 'gauge', help: 'Things.' },
      { name: 'y', type: 'gauge' },
    ];
    const [first, second] = panelsOf({ metrics });
    expect(first?.description).toBe('Things.');
    expect(second).not.toHaveProperty('description');
  });
});

describe('the metadata of a panel', () => {
  const alert = { alert: 'A', expr: 'x > 1' };
  const labels = ['l'];

  it('tells metric, family and kind of an explicit panel', () => {
    expect(explicit({ kind: 'rate' }).g6_meta).toEqual({
      panel_uuid: HEX,
      query_uuid: HEX,
      source: 'spec',
      metric: 'x',
      family: 'sample',
      kind: 'rate',
    });
  });

  it('tells the label of a split, and nothing that does not apply', () => {
    const metrics = [{ name: 'x', type: 'gauge', labels }];
    const [topk, split] = panelsOf({ metrics });
    const common = { panel_uuid: HEX, query_uuid: HEX, metric: 'x', family: 'sample' };
    expect(topk?.g6_meta).toEqual({ ...common, source: 'auto_topk' });
    expect(split?.g6_meta).toEqual({ ...common, source: 'auto_label_split', split_label: 'l' });
  });

  it('tells the counts of overviews, and marks efficiency panels and their row', () => {
    const panels = panelsOf({
      metrics: [{ name: 'x', type: 'gauge', alerts: [alert] }],
      efficiency: [
        { title: 'E', requires: ['x'], slugs: ['governance'], queries: [{ expr: 'x' }] },
      ],
      plan: { slug: 'governance' },
    });
    const ids = { panel_uuid: HEX, query_uuid: HEX };
    expect(panels.map(({ g6_meta }) => g6_meta)).toEqual([
      { ...ids, source: 'alerts_aggregate', alerts_count: 1 },
      { ...ids, source: 'governance_summary', migrated_percent: 0 },
      { ...ids, source: 'placeholder', metric: 'x', family: 'sample' },
      { panel_uuid: HEX, group_header: true },
      { ...ids, source: 'cross_metric', group: 'efficiency' },
    ]);
  });

  it('has no query_uuid where there is no query', () => {
    const alerts = Array.from({ length: 101 }, (_, i) => ({ ...alert, alert: `A${i}` }));
    const [text] = panelsOf({ metrics: [{ name: 'x', type: 'gauge', alerts }] });
    expect(text?.type).toBe('text');
    expect(text?.g6_meta).toEqual({
      panel_uuid: HEX,
      source: 'alerts_aggregate',
      alerts_count: 101,
    });
    expect(text).not.toHaveProperty('targets');
    expect(text).not.toHaveProperty('datasource');
  });
});
