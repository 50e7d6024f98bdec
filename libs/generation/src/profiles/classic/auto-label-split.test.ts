import { firstMetric, sampleContext } from '../../../testing/sample-context';
import { autoLabelSplitSource } from './automatic';

const gauge = { name: 'x', type: 'gauge', labels: ['bus', 'shard', 'third'] };
const counter = { ...gauge, name: 'x_total', type: 'counter' };

function draft(metric: { name: string; type: string }, ...exprs: string[]) {
  const panels = exprs.map((promql) => ({ promql }));
  const context = sampleContext({ metrics: [{ help: 'Things.', ...metric, panels }] });
  return autoLabelSplitSource.draft(firstMetric(context), context);
}

describe('auto_label_split', () => {
  const common = {
    source: 'auto_label_split',
    block: 'core',
    type: 'timeseries',
    unit: 'short',
    description: 'Things.',
    family: 'sample',
    manySeries: true,
  };

  it('rates a counter by each of its first two labels', () => {
    expect(draft(counter)).toEqual([
      {
        ...common,
        title: 'x_total Rate by bus (5m auto)',
        queries: [{ expr: 'sum by (bus) (rate(x_total[5m]))', legend: '{{bus}}' }],
        metric: 'x_total',
        splitLabel: 'bus',
      },
      {
        ...common,
        title: 'x_total Rate by shard (5m auto)',
        queries: [{ expr: 'sum by (shard) (rate(x_total[5m]))', legend: '{{shard}}' }],
        metric: 'x_total',
        splitLabel: 'shard',
      },
    ]);
  });

  it('sums a gauge by each of its first two labels', () => {
    expect(draft(gauge)).toEqual([
      {
        ...common,
        title: 'x by bus (auto)',
        queries: [{ expr: 'sum by (bus) (x)', legend: '{{bus}}' }],
        metric: 'x',
        splitLabel: 'bus',
      },
      {
        ...common,
        title: 'x by shard (auto)',
        queries: [{ expr: 'sum by (shard) (x)', legend: '{{shard}}' }],
        metric: 'x',
        splitLabel: 'shard',
      },
    ]);
  });

  it.each([
    ['sum by (bus) (x)', ['shard']],
    ['max(x)by(bus)', ['shard']],
    ['avg by ( shard ) ( x )', ['bus']],
    ['avg by (shard) (x{bus="a"})', ['bus', 'shard']],
    ['sum by (bus) (x) / sum by (shard) (x)', []],
    ['sum by (bus, shard) (x)', ['bus', 'shard']],
    ['sum without (bus) (x)', ['bus', 'shard']],
    ['sum by (bus) (y)', ['bus', 'shard']],
    // The third label is not split, and does not move up for one that is covered.
    ['sum by (bus) (sum by (shard) (x))', []],
  ])('beside an explicit %s splits by %p', (expr, labels) => {
    expect(draft(gauge, expr).map(({ splitLabel }) => splitLabel)).toEqual(labels);
  });

  it('does not split a metric without labels', () => {
    expect(draft({ name: 'x', type: 'gauge' })).toEqual([]);
  });

  it('sets no range, because a sum of percentages may pass 100', () => {
    const percent = { ...gauge, unit: 'percent' };
    expect(draft(percent).map(({ range }) => range)).toEqual([undefined, undefined]);
  });
});
