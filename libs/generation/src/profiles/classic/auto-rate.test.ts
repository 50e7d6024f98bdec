import { firstMetric, sampleContext } from '../../../testing/sample-context';
import { autoRateSource } from './automatic';

const counter = { name: 'x_total', type: 'counter', help: 'Things.', labels: ['bus'] };

function draft(metric: object, ...exprs: string[]) {
  const panels = exprs.map((promql) => ({ promql }));
  const context = sampleContext({ metrics: [{ ...counter, ...metric, panels }] });
  return autoRateSource.draft(firstMetric(context), context);
}

describe('auto_rate', () => {
  it('is the total rate of a counter', () => {
    expect(draft({})).toEqual([
      {
        source: 'auto_rate',
        block: 'core',
        title: 'x_total Rate (5m auto)',
        type: 'timeseries',
        unit: 'short',
        queries: [{ expr: 'sum(rate(x_total[5m]))', legend: 'x_total Rate' }],
        description: 'Things.',
        metric: 'x_total',
        family: 'sample',
        manySeries: false,
      },
    ]);
  });

  it.each([
    ['sum(rate(x_total[5m]))'],
    ['sum(rate(x_total[5m]))by(bus)'],
    ['irate( x_total[1m] )'],
    ['rate(x_total{bus=~".*"}[5m])'],
    ['rate(x_total[5m]) / 2'],
  ])('stays out beside an explicit %s', (expr) => {
    expect(draft({}, expr)).toEqual([]);
  });

  it.each([
    ['x_total'],
    ['sum(increase(x_total[5m]))'],
    ['sum(rate(y_total[5m]))'],
    ['irate(x_total{bus="a"}[1m])'],
  ])('stays beside an explicit %s', (expr) => {
    expect(draft({}, expr)).toHaveLength(1);
  });

  it('counts bytes a second', () => {
    expect(draft({ name: 'x_bytes_total' })[0]?.unit).toBe('Bps');
  });
});
