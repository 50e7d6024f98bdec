import type { JsonObject } from '../json-values';
import { modernizePanel } from './modernize-panel';

const modernize = (panel: JsonObject, schemaVersion = 16) =>
  modernizePanel(panel, { schemaVersion });

describe('a graph', () => {
  const graph = (settings: JsonObject) => modernize({ type: 'graph', ...settings });

  it('becomes a time series with its lines, axis, legend and tooltip', () => {
    const panel = graph({
      ...{ bars: false, lines: true, linewidth: 2, fill: 3, points: true, pointradius: 1 },
      ...{ stack: true, percentage: true, nullPointMode: 'connected', steppedLine: true },
      dashes: true,
      legend: {
        show: true,
        values: true,
        avg: true,
        current: true,
        min: false,
        alignAsTable: true,
      },
      tooltip: { shared: false, sort: 2 },
      yaxes: [
        { format: 'bytes', label: 'Size', logBase: 10, min: '0', max: null, decimals: 1 },
        { format: 'short' },
      ],
    });
    expect(panel).toEqual({
      type: 'timeseries',
      defaults: {
        unit: 'bytes',
        decimals: 1,
        min: 0,
        custom: {
          axisPlacement: 'auto',
          axisLabel: 'Size',
          scaleDistribution: { type: 'log', log: 10 },
          drawStyle: 'line',
          showPoints: 'always',
          pointSize: 4,
          lineWidth: 2,
          lineStyle: { fill: 'dash', dash: [10, 10] },
          lineInterpolation: 'stepAfter',
          fillOpacity: 30,
          spanNulls: true,
          stacking: { mode: 'percent', group: 'A' },
        },
      },
      overrides: [],
      options: {
        legend: {
          displayMode: 'table',
          placement: 'bottom',
          showLegend: true,
          calcs: ['mean', 'lastNotNull'],
        },
        tooltip: { mode: 'single', sort: 'desc' },
      },
      transformations: [],
      lost: [],
    });
  });

  it('turns overrides of series, and their colours, into overrides of fields', () => {
    const { overrides } = graph({
      aliasColors: { up: 'green' },
      seriesOverrides: [
        { alias: '/errors/', yaxis: 2, bars: true, color: 'red', transform: 'negative-Y' },
        { alias: 'max', dashes: true, dashLength: 4, fill: 0, lines: false, legend: false },
        { alias: 'nothing' },
        { yaxis: 2 },
      ],
      yaxes: [{ format: 's' }, { format: 'percent', max: 100 }],
    });
    expect(overrides).toEqual([
      {
        matcher: { id: 'byName', options: 'up' },
        properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: 'green' } }],
      },
      {
        matcher: { id: 'byRegexp', options: '/errors/' },
        properties: [
          { id: 'custom.axisPlacement', value: 'right' },
          { id: 'unit', value: 'percent' },
          { id: 'max', value: 100 },
          { id: 'custom.drawStyle', value: 'bars' },
          { id: 'custom.fillOpacity', value: 100 },
          { id: 'color', value: { mode: 'fixed', fixedColor: 'red' } },
          { id: 'custom.transform', value: 'negative-Y' },
        ],
      },
      {
        matcher: { id: 'byName', options: 'max' },
        properties: [
          { id: 'custom.fillOpacity', value: 0 },
          { id: 'custom.lineWidth', value: 0 },
          { id: 'custom.hideFrom', value: { legend: true, tooltip: false, viz: false } },
          { id: 'custom.lineStyle', value: { fill: 'dash', dash: [4, 10] } },
        ],
      },
    ]);
  });

  it.each([
    [
      [{ op: 'gt', value: 5, colorMode: 'critical', line: true }],
      'line',
      [
        [null, 'transparent'],
        [5, 'red'],
      ],
    ],
    [
      [
        { op: 'gt', value: 9, colorMode: 'critical', fill: true, line: true },
        { op: 'lt', value: '1', colorMode: 'warning', fill: true },
      ],
      'line+area',
      [
        [null, 'orange'],
        [1, 'transparent'],
        [9, 'red'],
      ],
    ],
    [
      [
        { op: 'lt', value: 2, colorMode: 'custom', fillColor: 'blue', fill: true },
        { op: 'lt', value: 4, colorMode: 'ok', fill: true },
      ],
      'area',
      [
        [null, 'blue'],
        [2, 'green'],
        [4, 'transparent'],
      ],
    ],
  ])('turns the thresholds %j into steps', (thresholds, mode, steps) => {
    const { defaults } = graph({ thresholds });
    expect(defaults['thresholds']).toEqual({
      mode: 'absolute',
      steps: steps.map(([value, color]) => ({ value, color })),
    });
    expect(defaults['custom']).toMatchObject({ thresholdsStyle: { mode } });
  });

  it('becomes another panel by the mode of its x axis, and names what it cannot keep', () => {
    expect(graph({ xaxis: { mode: 'histogram' } }).type).toBe('histogram');
    expect(graph({ xaxis: { mode: 'series' } }).type).toBe('barchart');
    const bars = graph({ xaxis: { mode: 'series', values: ['total'] }, legend: { values: true } });
    expect(bars).toMatchObject({
      type: 'bargauge',
      options: { reduceOptions: { calcs: ['sum'] } },
    });
    expect(graph({ timeRegions: [{ from: 1 }] }).lost).toEqual(['timeRegions']);
  });
});

describe('a singlestat', () => {
  const singlestat = (settings: JsonObject) => modernize({ type: 'singlestat', ...settings });

  it('becomes a stat', () => {
    const panel = singlestat({
      ...{
        format: 's',
        decimals: 2,
        nullText: 'none',
        valueName: 'current',
        colorBackground: true,
      },
      ...{ thresholds: '1,2.5', colors: ['green', 'orange', 'red'], sparkline: { show: true } },
      mappingType: 1,
      valueMaps: [
        { op: '=', text: 'N/A', value: 'null' },
        { op: '=', text: 'up', value: '1' },
        { op: '=', text: 'down', value: '0' },
      ],
      tableColumn: 'a.b',
      prefix: '~',
    });
    expect(panel).toEqual({
      type: 'stat',
      defaults: {
        unit: 's',
        decimals: 2,
        noValue: 'none',
        color: { mode: 'thresholds' },
        thresholds: {
          mode: 'absolute',
          steps: [
            { value: null, color: 'green' },
            { value: 1, color: 'orange' },
            { value: 2.5, color: 'red' },
          ],
        },
        mappings: [
          {
            type: 'value',
            options: { 0: { text: 'down', index: 2 }, 1: { text: 'up', index: 1 } },
          },
          { type: 'special', options: { match: 'null', result: { text: 'N/A', index: 0 } } },
        ],
      },
      overrides: [],
      options: {
        reduceOptions: { calcs: ['lastNotNull'], values: false, fields: '/^a\\.b$/' },
        orientation: 'horizontal',
        textMode: 'auto',
        colorMode: 'background',
        graphMode: 'area',
        justifyMode: 'auto',
      },
      transformations: [],
      lost: ['prefix'],
    });
  });

  it('becomes a gauge if it shows one, with ranges as mappings', () => {
    const panel = singlestat({
      gauge: { show: true, minValue: 0, maxValue: 10, thresholdLabels: true },
      mappingType: 2,
      rangeMaps: [{ from: '1', to: '5', text: 'low' }],
    });
    expect(panel).toMatchObject({
      type: 'gauge',
      defaults: {
        min: 0,
        max: 10,
        mappings: [{ type: 'range', options: { from: 1, to: 5, result: { text: 'low' } } }],
      },
      options: { showThresholdLabels: true, reduceOptions: { calcs: ['mean'] } },
    });
  });
});

describe('a table', () => {
  const styles = [
    { pattern: '/.*/', type: 'number', unit: 'short', decimals: 2, align: 'auto' },
    { pattern: 'Time', type: 'hidden' },
    { pattern: '/^Value/', alias: 'Size', type: 'number', unit: 'bytes', decimals: 0 },
    { pattern: 'pod', alias: 'Pod', type: 'string', link: true, linkUrl: '/d/pod', unit: 's' },
    { pattern: 'load', type: 'number', colorMode: 'cell', thresholds: ['1'], colors: ['g', 'r'] },
  ];

  it.each([
    ['table-old', 40],
    ['table', 16],
  ])('of the type %s and with styles gets overrides for its columns', (type, version) => {
    const panel = modernize({ type, styles, transform: 'timeseries_to_columns' }, version);
    expect(panel.type).toBe('table');
    expect(panel.defaults).toMatchObject({ unit: 'short', decimals: 2 });
    expect(panel.transformations).toEqual([{ id: 'joinByField', options: {} }]);
    expect(panel.overrides).toEqual([
      {
        matcher: { id: 'byName', options: 'Time' },
        properties: [{ id: 'custom.hidden', value: true }],
      },
      {
        matcher: { id: 'byRegexp', options: '/^Value/' },
        properties: [
          { id: 'displayName', value: 'Size' },
          { id: 'unit', value: 'bytes' },
          { id: 'decimals', value: 0 },
        ],
      },
      {
        matcher: { id: 'byName', options: 'pod' },
        properties: [
          { id: 'displayName', value: 'Pod' },
          { id: 'links', value: [{ title: '', url: '/d/pod', targetBlank: false }] },
        ],
      },
      {
        matcher: { id: 'byName', options: 'load' },
        properties: [
          { id: 'custom.cellOptions', value: { type: 'color-background' } },
          {
            id: 'thresholds',
            value: {
              mode: 'absolute',
              steps: [
                { value: null, color: 'g' },
                { value: 1, color: 'r' },
              ],
            },
          },
        ],
      },
    ]);
  });

  it('reduces series to the columns that were asked for', () => {
    const columns = [{ value: 'avg' }, { value: 'current' }];
    const old = { type: 'table-old', transform: 'timeseries_aggregations', columns };
    expect(modernize(old).transformations).toEqual([
      { id: 'reduce', options: { reducers: ['mean', 'lastNotNull'], includeTimeField: false } },
    ]);
  });

  it.each([
    [{ type: 'table', styles }, 30],
    [{ type: 'table', styles, pluginVersion: '9.4.7' }, 16],
  ])('of today stays as it is', (panel, version) => {
    expect(modernize(panel, version)).toMatchObject({ type: 'table', overrides: [] });
  });
});

describe('other panels', () => {
  it('a heatmap gets the options of Grafana 9', () => {
    const panel = modernize({
      type: 'heatmap',
      dataFormat: 'tsbuckets',
      ...{ cards: { cardPadding: 1 }, hideZeroBuckets: true, yBucketBound: 'upper' },
      color: { mode: 'spectrum', colorScheme: 'interpolateSpectral' },
      yAxis: { format: 's', decimals: 0, show: true },
    });
    expect(panel.options).toMatchObject({
      calculate: false,
      cellGap: 1,
      color: { mode: 'scheme', scheme: 'Spectral' },
      filterValues: { le: 1e-9 },
      rowsFrame: { layout: 'le' },
      yAxis: { unit: 's', decimals: 0, axisPlacement: 'left' },
    });
    const counted = { type: 'heatmap', dataFormat: 'timeseries', yBucketNumber: 9, yAxis: {} };
    expect(modernize(counted).options).toMatchObject({
      calculate: true,
      calculation: { yBuckets: { mode: 'count', value: '9' } },
    });
  });

  it('a pie chart of the plugin becomes one of Grafana', () => {
    const panel = modernize({
      type: 'grafana-piechart-panel',
      ...{ pieType: 'donut', valueName: 'total', format: 'bytes', legendType: 'Right side' },
      legend: { show: true, values: true, percentage: true },
      aliasColors: { a: 'red' },
    });
    expect(panel).toMatchObject({
      type: 'piechart',
      defaults: { unit: 'bytes' },
      options: {
        pieType: 'donut',
        reduceOptions: { calcs: ['sum'] },
        legend: { placement: 'right', values: ['value', 'percent'] },
      },
    });
    expect(panel.overrides).toHaveLength(1);
  });

  it('a text moves into its options', () => {
    expect(modernize({ type: 'text', mode: 'html', content: '<b>a</b>' }).options).toEqual({
      mode: 'html',
      content: '<b>a</b>',
    });
  });

  it('a gauge of Grafana 6 gets its field configuration', () => {
    const panel = modernize({
      type: 'gauge',
      options: {
        showThresholdLabels: true,
        fieldOptions: {
          calcs: ['max'],
          defaults: {
            unit: 'percent',
            title: 'Load',
            mappings: [{ id: 1, type: 1, value: '1', text: 'one' }],
          },
        },
      },
    });
    expect(panel.defaults).toEqual({
      unit: 'percent',
      displayName: 'Load',
      mappings: [{ type: 'value', options: { 1: { text: 'one', index: 0 } } }],
    });
    expect(panel.options).toEqual({
      showThresholdLabels: true,
      reduceOptions: { calcs: ['max'], values: false, fields: '' },
    });
  });

  it('a panel of today stays as it is', () => {
    const fieldConfig = { defaults: { unit: 's', mappings: [{ type: 'value', options: {} }] } };
    const panel = { type: 'timeseries', fieldConfig, options: { legend: {} } };
    expect(modernize(panel)).toEqual({
      type: 'timeseries',
      defaults: fieldConfig.defaults,
      overrides: [],
      options: { legend: {} },
      transformations: [],
      lost: [],
    });
  });
});
