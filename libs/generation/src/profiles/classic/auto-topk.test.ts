import { firstMetric, sampleContext } from '../../../testing/sample-context';
import { autoTopkSource } from './automatic';

const gauge = { name: 'x', type: 'gauge', help: 'Things.', labels: ['bus', 'shard'] };

function draft(metric: object, ...exprs: string[]) {
  const panels = exprs.map((promql) => ({ promql }));
  const context = sampleContext({ metrics: [{ ...gauge, ...metric, panels }] });
  return autoTopkSource.draft(firstMetric(context), context);
}

describe('auto_topk', () => {
  it('is the five highest series of a labelled gauge', () => {
    expect(draft({})).toEqual([
      {
        source: 'auto_topk',
        block: 'core',
        title: 'x Top 5 (auto)',
        type: 'timeseries',
        unit: 'short',
        queries: [{ expr: 'topk(5, x)', legend: '{{bus}} / {{shard}} / {{instance}}' }],
        description: 'Things.',
        metric: 'x',
        family: 'sample',
        manySeries: true,
      },
    ]);
  });

  it.each([['x'], ['max(x)'], ['y / on (bus) x']])('stays out beside an explicit %s', (expr) => {
    expect(draft({}, expr)).toEqual([]);
  });

  it.each([['y'], ['x_total'], ['sum by (x) (y)'], ['x{shard="1"}'], ['absent(x)']])(
    'stays beside an explicit %s',
    (expr) => {
      expect(draft({}, expr)).toHaveLength(1);
    },
  );

  it('needs labels', () => {
    expect(draft({ labels: [] })).toEqual([]);
  });

  it('keeps a declared percentage to its range', () => {
    expect(draft({ unit: 'percent' })[0]?.range).toEqual({ min: 0, max: 100 });
    expect(draft({ unit: 'percentunit' })[0]?.range).toEqual({ min: 0, max: 1 });
  });

  it('sets no range where only the name speaks of a percentage', () => {
    const [panel] = draft({ name: 'growth_percent' });
    expect(panel?.unit).toBe('percent');
    expect(panel?.range).toBeUndefined();
  });
});
