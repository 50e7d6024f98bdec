import { samplePanel } from '../../testing/sample-panel';
import { presentTable } from './table';

const columns = [
  { field: 'dte', header: 'Days' },
  { field: 'Value', header: 'Latency' },
];

describe('a table', () => {
  it('shows the columns under their headers', () => {
    const { options, transformations } = presentTable(samplePanel('table', { columns }));
    expect(options).toMatchObject({ cellHeight: 'sm', showHeader: true });
    expect(options.sortBy).toBeUndefined();
    expect(transformations).toEqual([
      {
        id: 'organize',
        options: {
          excludeByName: { Time: true, __name__: true },
          indexByName: { dte: 0, Value: 1 },
          renameByName: { dte: 'Days', Value: 'Latency' },
        },
      },
    ]);
  });

  it.each([
    ['plain rows', {}, true],
    ['a summary', { tableStyle: 'summary' }, false],
  ] as const)('of %s, %j, can be filtered: %s', (_, style, filterable) => {
    const { defaults } = presentTable(samplePanel('table', { columns, ...style })).fieldConfig;
    expect(defaults.custom?.filterable).toBe(filterable);
  });

  it('keeps the unit off labels, which may look like numbers', () => {
    const { fieldConfig } = presentTable(samplePanel('table', { columns, unit: 'ms' }));
    expect(fieldConfig.defaults.unit).toBe('ms');
    expect(fieldConfig.overrides).toEqual([
      { matcher: { id: 'byNames', options: { names: ['Days'] } }, properties: [{ id: 'unit' }] },
    ]);
  });

  it.each([
    ['no unit', { columns, unit: null }],
    ['no labels', { columns: columns.slice(1) }],
    ['no columns', {}],
  ])('overrides nothing with %s', (_what, changes) => {
    expect(presentTable(samplePanel('table', changes)).fieldConfig.overrides).toEqual([]);
  });
});

const alertsPanel = samplePanel('table', {
  tableStyle: 'alerts',
  block: 'wide',
  unit: null,
  columns: [
    { field: 'alertname', header: 'Alert' },
    { field: 'metric', header: 'Metric' },
    { field: 'severity', header: 'Severity' },
    { field: 'summary', header: 'Summary' },
    { field: 'Value', header: 'Firing' },
  ],
});

describe('the table of alerts', () => {
  const { fieldConfig, options, transformations } = presentTable(alertsPanel);

  it('lists what fires first', () => {
    expect(options.sortBy).toEqual([{ displayName: 'Firing', desc: true }]);
  });

  it('keeps the columns in reading order', () => {
    const [organize] = transformations ?? [];
    expect(organize?.options.indexByName).toEqual({
      alertname: 0,
      metric: 1,
      severity: 2,
      summary: 3,
      Value: 4,
    });
  });

  it('writes severities in their colours, and others as plain text', () => {
    expect(fieldConfig.defaults.mappings).toEqual([
      {
        type: 'value',
        options: {
          critical: { color: 'red', index: 0 },
          warning: { color: 'orange', index: 1 },
          info: { color: 'blue', index: 2 },
        },
      },
    ]);
    expect(propertiesOf('Severity')).toEqual([
      { id: 'custom.cellOptions', value: { type: 'color-text' } },
      { id: 'thresholds', value: thresholds({ color: 'text', value: null }) },
    ]);
  });

  it('sets firing alerts on red', () => {
    expect(propertiesOf('Firing')).toEqual([
      { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
      {
        id: 'thresholds',
        value: thresholds({ color: 'transparent', value: null }, { color: 'red', value: 1 }),
      },
    ]);
  });

  it('narrows severity and state, so that texts share the rest of the width', () => {
    expect(fieldConfig.defaults.custom?.width).toBe(110);
    expect(['Alert', 'Metric', 'Summary'].map(propertiesOf)).toEqual(
      Array(3).fill([{ id: 'custom.width' }]),
    );
  });

  function propertiesOf(header: string) {
    return fieldConfig.overrides
      .filter(({ matcher }) => matcher.options.names.includes(header))
      .flatMap(({ properties }) => properties);
  }

  function thresholds(...steps: readonly object[]) {
    return { mode: 'absolute', steps };
  }
});
