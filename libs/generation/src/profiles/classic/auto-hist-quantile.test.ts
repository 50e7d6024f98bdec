import { firstMetric, sampleContext } from '../../../testing/sample-context';
import { autoHistQuantileSource } from './automatic';

const histogram = { name: 'x_ms', type: 'histogram', help: 'Time.', labels: ['bus'] };

function draft(metric: object, ...exprs: string[]) {
  const panels = exprs.map((promql) => ({ promql }));
  const context = sampleContext({ metrics: [{ ...histogram, ...metric, panels }] });
  return autoHistQuantileSource.draft(firstMetric(context), context);
}

describe('auto_hist_quantile', () => {
  it("is a histogram's recorded p95 and p99, in this order", () => {
    const panel = {
      source: 'auto_hist_quantile',
      block: 'core',
      type: 'timeseries',
      unit: 'ms',
      description: 'Time.',
      metric: 'x_ms',
      family: 'sample',
      manySeries: false,
    };
    expect(draft({})).toEqual([
      {
        ...panel,
        title: 'x_ms p95 (5m auto)',
        queries: [{ expr: 'x_ms:p95_5m', legend: 'x_ms p95' }],
      },
      {
        ...panel,
        title: 'x_ms p99 (5m auto)',
        queries: [{ expr: 'x_ms:p99_5m', legend: 'x_ms p99' }],
      },
    ]);
  });

  it.each([
    ['x_ms:p95_5m', ['x_ms p99 (5m auto)']],
    ['max( x_ms:p99_5m )', ['x_ms p95 (5m auto)']],
    ['x_ms:p95_5m / x_ms:p99_5m', []],
    ['x_ms:p95_30m', ['x_ms p95 (5m auto)', 'x_ms p99 (5m auto)']],
    ['x_ms:p95_5m_by_bus', ['x_ms p95 (5m auto)', 'x_ms p99 (5m auto)']],
    [
      'histogram_quantile(0.95, sum by (le) (rate(x_ms_bucket[5m])))',
      ['x_ms p95 (5m auto)', 'x_ms p99 (5m auto)'],
    ],
  ])('beside an explicit %s are %p', (expr, titles) => {
    expect(draft({}, expr).map(({ title }) => title)).toEqual(titles);
  });
});
