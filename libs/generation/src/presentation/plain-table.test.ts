import { presentPlainTable } from './plain-table';
import { samplePanel } from '../../testing/sample-panel';

const columns = [
  { field: 'dte', header: 'Days' },
  { field: 'Value', header: 'Latency' },
];

describe('presentPlainTable', () => {
  it('shows the columns under their headers', () => {
    const { options, transformations } = presentPlainTable(samplePanel('table', { columns }));
    expect(options).toMatchObject({ cellHeight: 'sm', showHeader: true });
    expect(transformations?.map(({ options: { renameByName } }) => renameByName)).toEqual([
      { dte: 'Days', Value: 'Latency' },
    ]);
  });

  it.each([
    ['spec', true],
    ['governance_summary', false],
  ] as const)('of %s, can be filtered: %s', (source, filterable) => {
    const { defaults } = presentPlainTable(samplePanel('table', { columns, source })).fieldConfig;
    expect(defaults.custom?.filterable).toBe(filterable);
  });

  it('keeps the unit off labels, which may look like numbers', () => {
    const { fieldConfig } = presentPlainTable(samplePanel('table', { columns, unit: 'ms' }));
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
    expect(presentPlainTable(samplePanel('table', changes)).fieldConfig.overrides).toEqual([]);
  });
});
