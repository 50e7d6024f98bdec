import { sampleContext } from '../testing/sample-context';
import { tableColumns } from './table-columns';

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
