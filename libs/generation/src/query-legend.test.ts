import { sampleContext } from '../testing/sample-context';
import { queryLegend } from './query-legend';

const { index, promql } = sampleContext({
  metrics: [
    { name: 'x', type: 'gauge', labels: ['bus', 'shard'] },
    { name: 'x_ms', type: 'histogram', labels: ['bus'] },
    { name: 'plain', type: 'gauge' },
    { name: 'labelled', type: 'gauge', labels: ['instance'] },
  ],
});

function legend(expr: string, title = 'Title') {
  return queryLegend(promql.analyze(expr).promql, title, index);
}

describe('queryLegend', () => {
  it.each([
    ['sum by (bus) (x)', '{{bus}}'],
    ['sum(x)by(bus)', '{{bus}}'],
    ['sum by (bus, shard) (x)', '{{bus}} / {{shard}}'],
    ['sum without (shard) (x)', '{{bus}} / {{instance}}'],
    ['x', '{{bus}} / {{shard}} / {{instance}}'],
    ['plain', '{{instance}}'],
    ['up', '{{job}} / {{instance}}'],
    ['labelled', '{{instance}}'],
    ['x{bus="a"}', '{{shard}} / {{instance}}'],
    ['x{instance="a"}', '{{bus}} / {{shard}}'],
    ['rate(x_ms_count[5m])', '{{bus}} / {{instance}}'],
    ['topk(5, x)', '{{bus}} / {{shard}} / {{instance}}'],
    ['histogram_quantile(0.95, sum by (le, bus) (rate(x_ms_bucket[5m])))', '{{bus}}'],
    ['x_ms:p95_5m_by_bus', '{{bus}}'],
    ['sum by (le) (rate(x_ms_bucket[5m]))', '{{le}}'],
  ])('names the series of %s %s', (expr, template) => {
    expect(legend(expr)).toEqual({ template, manySeries: true });
  });

  it.each([
    ['sum(x)', 'Total', 'Total'],
    ['max(plain)', 'plain (auto)', 'plain'],
    ['sum(rate(x[5m]))', 'x Rate (5m auto)', 'x Rate'],
    ['x_ms:p95_5m', 'x_ms p95 (5m auto)', 'x_ms p95'],
    ['max(x)', 'Highest (5m)', 'Highest (5m)'],
    ['max(x)', 'auto', 'auto'],
  ])('names the single series of %s after the title %s', (expr, title, template) => {
    expect(legend(expr, title)).toEqual({ template, manySeries: false });
  });

  it('leaves series that nothing declares to Grafana', () => {
    expect(legend('somewhere_else')).toEqual({ template: '__auto', manySeries: true });
  });
});
