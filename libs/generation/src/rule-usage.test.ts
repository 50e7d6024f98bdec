import { sampleSpec, type WrittenMetric } from '../testing/sample-context';
import { PromQlCache } from '@g6/promql';
import { ruleUsage } from './rule-usage';

function usage(...metrics: WrittenMetric[]) {
  return ruleUsage(sampleSpec(...metrics), new PromQlCache());
}

function histogram(...exprs: string[]): WrittenMetric {
  return { name: 'x_ms', type: 'histogram', panels: exprs.map((promql) => ({ promql })) };
}

describe('ruleUsage', () => {
  it('is nothing without histograms', () => {
    const none = { recorded: 0, inline: 0, migratedPercent: 0 };
    expect(usage({ name: 'x', type: 'gauge', panels: [{ promql: 'x' }] })).toEqual(none);
  });

  it('counts the automatic quantile panels as recorded', () => {
    expect(usage(histogram())).toEqual({ recorded: 2, inline: 0, migratedPercent: 100 });
  });

  it.each([
    ['x_ms:p95_5m', 2, 0, 100],
    ['x_ms:p95_5m_by_bus', 3, 0, 100],
    ['max(x_ms:p99_30m)', 3, 0, 100],
    ['x_ms:p95_ratio_5m_30m', 2, 0, 100],
    ['histogram_quantile( 0.5,sum(rate(x_ms_bucket[5m]))by(le) )', 2, 1, 66.7],
    ['histogram_quantile(0.9, sum by (le) (x_ms_bucket)) / x_ms:p95_5m', 1, 1, 50],
    ['rate(x_ms_count[5m])', 2, 0, 100],
  ])('with an explicit %s finds %d recorded and %d inline', (expr, recorded, inline, percent) => {
    expect(usage(histogram(expr))).toEqual({ recorded, inline, migratedPercent: percent });
  });
});
