import { sampleContext } from '../../testing/sample-context';
import { specSource, tableColumns } from './spec';

function draft(metric: object, ...panels: object[]) {
  const context = sampleContext({ metrics: [{ name: 'x', type: 'gauge', ...metric, panels }] });
  return specSource.draft(context);
}

describe('spec', () => {
  it('is every explicit panel, as written and in order', () => {
    const written = {
      title: 'Größe by bus',
      promql: 'sum by(bus)(x)\n',
      panel_type: 'stat',
      unit: 'rows',
      kind: 'size',
      span: 6,
    };
    const [first, second] = draft({ help: 'Things.' }, written, { promql: 'max(x)' });
    expect(first).toMatchObject({
      source: 'spec',
      block: 'core',
      title: 'Größe by bus',
      type: 'stat',
      unit: 'rows',
      queries: [{ expr: 'sum by(bus)(x)\n', legend: '{{bus}}' }],
      description: 'Things.',
      metric: 'x',
      family: 'sample',
      kind: 'size',
      span: 6,
      manySeries: true,
    });
    expect(second).toMatchObject({
      title: 'x panel 1',
      type: 'timeseries',
      unit: 'short',
      queries: [{ expr: 'max(x)', legend: 'x panel 1' }],
      manySeries: false,
    });
  });

  it('has no kind, span, range or columns unless they apply', () => {
    const [panel] = draft({}, { promql: 'x' });
    expect(Object.keys(panel ?? {}).sort()).toEqual(
      'block description family manySeries metric queries ref source title type unit'.split(' '),
    );
  });

  it('lists the columns of a table', () => {
    const [table] = draft(
      { labels: ['shard_id'] },
      { promql: 'sum by (shard_id) (x)', panel_type: 'table' },
    );
    expect(table?.columns).toEqual([
      { field: 'shard_id', header: 'Shard id' },
      { field: 'Value', header: 'Value' },
    ]);
  });

  it.each([
    ['percent', 'percent', 'x', { min: 0, max: 100 }],
    ['percentunit', 'percentunit', 'avg(x)', { min: 0, max: 1 }],
    ['percent', 'percent', 'sum(x)', undefined],
    ['percent', 'percentunit', 'x / 100', undefined],
    [undefined, 'percent', 'x', undefined],
    ['short', 'short', 'x', undefined],
  ])('of a %s metric in %s has for %s the range %p', (unit, shown, promql, range) => {
    const [panel] = draft(unit === undefined ? {} : { unit }, { promql, unit: shown });
    expect(panel?.range).toEqual(range);
  });
});

const { index, promql } = sampleContext({
  metrics: [{ name: 'x', type: 'gauge', labels: ['bus', 'shard_id'] }],
});

function headers(expr: string) {
  return tableColumns(promql.analyze(expr).promql, index).map(({ header }) => header);
}

describe('tableColumns', () => {
  it('turns label names into headers, the value last', () => {
    expect(tableColumns(promql.analyze('sum by (shard_id) (x)').promql, index)).toEqual([
      { field: 'shard_id', header: 'Shard id' },
      { field: 'Value', header: 'Value' },
    ]);
  });

  it.each([
    ['sum by (bus) (x)', ['Bus', 'Value']],
    ['(sum by (bus) (x))', ['Bus', 'Value']],
    ['sum(x)', ['Value']],
    ['x', ['Bus', 'Shard id', 'Job', 'Instance', 'Value']],
    ['topk(5, x)', ['Bus', 'Shard id', 'Job', 'Instance', 'Value']],
    ['sum by (instance) (x)', ['Instance', 'Value']],
    ['elsewhere', ['Job', 'Instance', 'Value']],
  ])('of %s are %p', (expr, expected) => {
    expect(headers(expr)).toEqual(expected);
  });
});
