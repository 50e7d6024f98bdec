import { sampleDashboard } from '../../../testing/sample-dashboard';

/** The JSON of one panel of a gauge, as a spec writes it. */
function panelOf(written: object) {
  const panels = [{ title: 'Queue', promql: 'queue', ...written }];
  const dashboard = sampleDashboard({ metrics: [{ name: 'queue', type: 'gauge', panels }] });
  return dashboard.panels.find(({ title }) => title === 'Queue') as unknown as Panel;
}

interface Panel {
  readonly [key: string]: unknown;
  readonly fieldConfig: { readonly defaults: Record<string, unknown>; readonly overrides: unknown };
  readonly options: Record<string, unknown>;
}

const defaultsOf = (written: object) => panelOf(written).fieldConfig.defaults;

describe('the scale of a panel', () => {
  it('has decimals, bounds, a text for no value and a unit', () => {
    const written = { unit: 's', decimals: 1, min: 0, max: 10, no_value: 'none' };
    expect(defaultsOf(written)).toMatchObject({
      unit: 's',
      decimals: 1,
      min: 0,
      max: 10,
      noValue: 'none',
    });
  });

  it.each([
    ['red', { mode: 'fixed', fixedColor: 'red' }],
    ['#00ff00', { mode: 'fixed', fixedColor: '#00ff00' }],
    ['continuous-GrYlRd', { mode: 'continuous-GrYlRd' }],
  ])('has the colour %s', (color, json) => {
    expect(defaultsOf({ color })).toMatchObject({ color: json });
  });
});

describe('what no other key says', () => {
  it('is options of the type and properties of all fields, by their names in Grafana', () => {
    const { options } = panelOf({
      panel_type: 'stat',
      options: { graphMode: 'none', reduceOptions: { values: true } },
    });
    expect(options).toMatchObject({
      graphMode: 'none',
      colorMode: 'value',
      reduceOptions: { calcs: ['lastNotNull'], values: true },
    });
    const properties = { 'custom.spanNulls': true, displayName: 'x' };
    expect(defaultsOf({ properties })).toMatchObject({
      displayName: 'x',
      custom: { spanNulls: true, drawStyle: 'line' },
    });
  });
});

describe('thresholds', () => {
  const steps = (thresholds: unknown) => defaultsOf({ thresholds })['thresholds'];

  it('warn from below and from above', () => {
    expect(steps({ warning: 5, critical: 10 })).toEqual({
      mode: 'absolute',
      steps: [
        { color: 'green', value: null },
        { color: 'orange', value: 5 },
        { color: 'red', value: 10 },
      ],
    });
    expect(steps({ warning: 10, critical: 5, direction: 'below' })).toEqual({
      mode: 'absolute',
      steps: [
        { color: 'red', value: null },
        { color: 'orange', value: 5 },
        { color: 'green', value: 10 },
      ],
    });
    expect(steps({ critical: 3 })).toMatchObject({
      steps: [{ color: 'green' }, { color: 'red', value: 3 }],
    });
  });

  it('are steps in rising order from a base', () => {
    const written = [{ value: 9, color: 'red' }, { color: 'blue' }, { value: 4, color: 'orange' }];
    const rising = [
      { color: 'blue', value: null },
      { color: 'orange', value: 4 },
      { color: 'red', value: 9 },
    ];
    expect(steps(written)).toEqual({ mode: 'absolute', steps: rising });
    expect(steps({ steps: written, mode: 'percentage' })).toEqual({
      mode: 'percentage',
      steps: rising,
    });
    expect(steps([{ value: 1, color: 'red' }])).toMatchObject({ steps: [{ color: 'green' }, {}] });
  });

  it('are dashed lines on a graph, or what it asks for, and nothing on a stat', () => {
    const styleOf = (written: object) => defaultsOf(written)['custom'];
    const thresholds = { warning: 1 };
    expect(styleOf({ thresholds })).toMatchObject({ thresholdsStyle: { mode: 'dashed' } });
    expect(styleOf({ thresholds: { ...thresholds, show: 'area' } })).toMatchObject({
      thresholdsStyle: { mode: 'area' },
    });
    expect(styleOf({ thresholds, panel_type: 'stat' })).toEqual({});
  });

  it('come from the alerts on the query, by severity', () => {
    const metrics = [
      {
        name: 'queue',
        type: 'gauge',
        panels: [{ title: 'Queue', promql: 'sum(queue)', thresholds: 'from_alerts' }],
        alerts: [
          { alert: 'Full', expr: 'sum( queue ) > 90 # of 100', severity: 'critical' },
          { alert: 'Filling', expr: 'sum(queue) > 70', severity: 'warning' },
          { alert: 'Other', expr: 'max(queue) > 50' },
        ],
      },
    ];
    const { panels } = sampleDashboard({ metrics });
    const panel = panels.find(({ title }) => title === 'Queue') as unknown as Panel;
    expect(panel.fieldConfig.defaults['thresholds']).toMatchObject({
      steps: [
        { color: 'green', value: null },
        { color: 'orange', value: 70 },
        { color: 'red', value: 90 },
      ],
    });
  });
});

describe('value mappings', () => {
  it('match values, ranges, patterns and what is no value, in their order', () => {
    const mappings = [
      { value: 0, text: 'down', color: 'red' },
      { value: 1, text: 'up' },
      { range: [2, null], text: 'many' },
      { regex: '^x', text: 'odd' },
      { special: 'nan', text: 'none' },
    ];
    expect(defaultsOf({ mappings })['mappings']).toEqual([
      {
        type: 'value',
        options: { 0: { index: 0, text: 'down', color: 'red' }, 1: { index: 1, text: 'up' } },
      },
      { type: 'range', options: { from: 2, to: null, result: { index: 2, text: 'many' } } },
      { type: 'regex', options: { pattern: '^x', result: { index: 3, text: 'odd' } } },
      { type: 'special', options: { match: 'nan', result: { index: 4, text: 'none' } } },
    ]);
  });
});

describe('the style of a graph', () => {
  it('is drawn, stacked and filled as written', () => {
    expect(
      defaultsOf({
        style: 'bars',
        stack: 'percent',
        fill: 50,
        line_width: 3,
        axis: { label: 'jobs', log: 2, soft_min: 1, soft_max: 9, placement: 'right' },
      })['custom'],
    ).toMatchObject({
      drawStyle: 'bars',
      stacking: { group: 'A', mode: 'percent' },
      fillOpacity: 50,
      lineWidth: 3,
      axisLabel: 'jobs',
      scaleDistribution: { type: 'log', log: 2 },
      axisSoftMin: 1,
      axisSoftMax: 9,
      axisPlacement: 'right',
    });
  });

  it('stacks a bar chart by its option', () => {
    const panel = panelOf({ panel_type: 'barchart', stack: 'normal' });
    expect(panel.options['stacking']).toBe('normal');
    expect(panel.fieldConfig.defaults['custom']).not.toHaveProperty('stacking');
  });

  it('has a legend and a tooltip', () => {
    const { options } = panelOf({
      legend_options: { placement: 'right', calcs: ['mean'] },
      tooltip: 'single',
    });
    expect(options).toMatchObject({
      legend: { placement: 'right', calcs: ['mean'], displayMode: 'table', showLegend: true },
      tooltip: { mode: 'single', sort: 'none' },
    });
    const hidden = panelOf({ legend_options: { hidden: true }, tooltip: 'none' }).options;
    expect(hidden).toMatchObject({ legend: { showLegend: false }, tooltip: { mode: 'none' } });
  });

  it('reduces a stat as written', () => {
    expect(panelOf({ panel_type: 'stat', calc: 'mean' }).options).toMatchObject({
      reduceOptions: { calcs: ['mean'] },
    });
  });
});

describe('overrides', () => {
  const overridesOf = (...overrides: object[]) => panelOf({ overrides }).fieldConfig.overrides;

  it.each([
    [{ field: 'a' }, { id: 'byName', options: 'a' }],
    [
      { field: ['a', 'b'] },
      { id: 'byNames', options: { mode: 'include', names: ['a', 'b'], readOnly: true } },
    ],
    [{ regex: '/a/' }, { id: 'byRegexp', options: '/a/' }],
    [{ query: 'A' }, { id: 'byFrameRefID', options: 'A' }],
    [{ type: 'number' }, { id: 'byType', options: 'number' }],
    [
      { id: 'byValue', options: { reducer: 'max', op: 'gte', value: 1 } },
      { id: 'byValue', options: { reducer: 'max', op: 'gte', value: 1 } },
    ],
    [{ id: 'numeric' }, { id: 'numeric' }],
  ])('match by %j', (match, matcher) => {
    expect(overridesOf({ match, unit: 's' })).toEqual([
      { matcher, properties: [{ id: 'unit', value: 's' }] },
    ]);
  });

  it('have the properties of the look and those of Grafana', () => {
    const override = {
      match: { field: 'a' },
      title: 'A',
      color: 'red',
      stack: 'none',
      hide: ['legend'],
      properties: { 'custom.lineStyle': { fill: 'dash' } },
    };
    expect(overridesOf(override)).toEqual([
      {
        matcher: { id: 'byName', options: 'a' },
        properties: [
          { id: 'displayName', value: 'A' },
          { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
          { id: 'custom.stacking', value: { group: 'A', mode: 'none' } },
          { id: 'custom.hideFrom', value: { legend: true, tooltip: false, viz: false } },
          { id: 'custom.lineStyle', value: { fill: 'dash' } },
        ],
      },
    ]);
  });

  it('hide, size and align the columns of a table', () => {
    const overrides = [{ match: { field: 'a' }, hide: true, width: 80, align: 'right' }];
    expect(panelOf({ panel_type: 'table', overrides }).fieldConfig.overrides).toContainEqual({
      matcher: { id: 'byName', options: 'a' },
      properties: [
        { id: 'custom.hidden', value: true },
        { id: 'custom.width', value: 80 },
        { id: 'custom.align', value: 'right' },
      ],
    });
  });
});

describe('queries', () => {
  it('have legends, names, forms and steps of their own', () => {
    const queries = [
      { promql: 'queue', ref: 'B' },
      { promql: 'max(queue)', legend: 'highest {{x}}', instant: true, format: 'table' },
      { promql: 'min(queue)', hide: true, exemplar: true, interval: '1m' },
    ];
    const { targets } = panelOf({ promql: undefined, queries });
    expect(targets).toMatchObject([
      { refId: 'B', expr: 'queue', instant: false, range: true, format: 'time_series' },
      {
        refId: 'C',
        legendFormat: 'highest {{x}}',
        instant: true,
        range: false,
        format: 'table',
      },
      { refId: 'D', hide: true, exemplar: true, interval: '1m', legendFormat: '__auto' },
    ]);
  });

  it('have the legend of the panel if there is one alone', () => {
    expect(panelOf({ legend: '{{queue}}' })['targets']).toMatchObject([
      { legendFormat: '{{queue}}' },
    ]);
  });
});

describe('the rest of a panel', () => {
  it('is its own description, options of queries, links, repetition and transformations', () => {
    const panel = panelOf({
      description: 'Of the queue.',
      min_interval: '30s',
      max_data_points: 100,
      time_from: '1h',
      time_shift: '1d',
      transparent: true,
      links: [
        { title: 'Out', url: 'https://example.org', new_tab: true },
        { title: 'On', dashboard: 'other' },
      ],
      repeat: 'datasource',
      repeat_direction: 'v',
      max_per_row: 3,
      transform: [{ id: 'merge' }, { id: 'limit', options: { limitField: 5 } }],
    });
    expect(panel).toMatchObject({
      description: 'Of the queue.',
      interval: '30s',
      maxDataPoints: 100,
      timeFrom: '1h',
      timeShift: '1d',
      transparent: true,
      links: [
        { title: 'Out', type: 'link', url: 'https://example.org', tags: [], targetBlank: true },
        {
          title: 'On',
          type: 'link',
          keepTime: false,
          url: '/d/g6-other?${__url_time_range}&${__all_variables}',
        },
      ],
      repeat: 'datasource',
      repeatDirection: 'v',
      maxPerRow: 3,
      transformations: [
        { id: 'merge', options: {} },
        { id: 'limit', options: { limitField: 5 } },
      ],
    });
  });

  it('is patched last', () => {
    const patch = { description: null, options: { legend: { sortBy: 'Max' } } };
    const panel = panelOf({ description: 'Away.', grafana: patch });
    expect(panel).not.toHaveProperty('description');
    expect(panel.options).toMatchObject({ legend: { sortBy: 'Max', placement: 'bottom' } });
  });

  it('has Markdown on a text panel, and nothing but a title on a row', () => {
    const bare = { promql: undefined };
    expect(panelOf({ ...bare, panel_type: 'text', content: '**Read**' })).toMatchObject({
      type: 'text',
      options: { content: '**Read**', mode: 'markdown' },
    });
    const row = panelOf({ ...bare, panel_type: 'row', repeat: 'datasource' });
    expect(row).toMatchObject({ type: 'row', gridPos: { w: 24, h: 1 }, repeat: 'datasource' });
    expect(row).not.toHaveProperty('targets');
  });

  it.each(['status-history', 'trend', 'xychart'])('is drawn as %s', (type) => {
    expect(panelOf({ panel_type: type })).toMatchObject({ type, options: { tooltip: {} } });
  });
});

describe('the identity of a panel with an id', () => {
  const uuidOf = (written: object) =>
    (panelOf({ id: 'queue', ...written })['g6_meta'] as { panel_uuid: string }).panel_uuid;

  it('survives another title, query and unit', () => {
    // First 16 hex digits of sha256("sample\nqueue").
    expect(uuidOf({})).toBe('bfe22fe035438b55');
    expect(uuidOf({ promql: 'max(queue)', unit: 's', panel_type: 'stat' })).toBe(uuidOf({}));
    expect(panelOf({ id: 'queue' })['g6_meta']).toMatchObject({ id: 'queue' });
  });

  it('is one on the dashboard', () => {
    const [a, b] = [panelOf({ id: 'queue' }), panelOf({ id: 'queue', unit: 's' })];
    expect(a['id']).toBe(b['id']);
  });
});
