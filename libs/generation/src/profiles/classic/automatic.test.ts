import { METRIC_TYPES } from '@g6/model';
import { firstMetric, sampleContext } from '../../../testing/sample-context';
import type { SourceContext } from '../../panel-source';
import { draftMetric } from '../../draft-panels';
import { CLASSIC } from '.';

function draftAutomatic(context: SourceContext) {
  const sources = CLASSIC.sources.filter((source) => source.of === 'metric');
  return draftMetric(firstMetric(context), sources, context);
}

function sourcesOf(metric: object, ...others: object[]) {
  const written = [metric, ...others].map((one) => ({ name: 'x', type: 'gauge', ...one }));
  const context = sampleContext({ metrics: written });
  return draftAutomatic(context).map(({ source }) => source);
}

describe('the automatic panels of a metric', () => {
  it.each([
    ['counter', ['auto_rate', 'auto_label_split', 'auto_label_split']],
    ['gauge', ['auto_topk', 'auto_label_split', 'auto_label_split']],
    ['histogram', ['auto_hist_quantile', 'auto_hist_quantile']],
  ])('draws a labelled %s with the sources of its type', (type, sources) => {
    expect(sourcesOf({ type, labels: ['bus', 'shard'] })).toEqual(sources);
  });

  it.each([
    ['counter', ['auto_rate']],
    ['gauge', ['placeholder']],
    ['histogram', ['auto_hist_quantile', 'auto_hist_quantile']],
  ])('draws a %s without labels too', (type, sources) => {
    expect(sourcesOf({ type })).toEqual(sources);
  });

  it.each(METRIC_TYPES)('leaves no %s without a panel', (type) => {
    expect(sourcesOf({ type })).not.toEqual([]);
  });

  it('draws what the spec wants, and nothing if it wants nothing', () => {
    const counter = { type: 'counter', labels: ['bus', 'shard'] };
    expect(sourcesOf({ ...counter, auto: ['auto_rate'] })).toEqual(['auto_rate']);
    expect(sourcesOf({ ...counter, auto: false })).toEqual([]);
    expect(sourcesOf({ type: 'gauge', auto: ['auto_topk'] })).toEqual(['placeholder']);
  });

  it.each<[{ type: string; [key: string]: unknown }, string[]]>([
    [{ type: 'counter', aggregate: 'max' }, ['max(rate(x[5m]))', 'max by (bus) (rate(x[5m]))']],
    [{ type: 'counter', aggregate: 'none' }, ['rate(x[5m])']],
    [{ type: 'gauge', aggregate: 'avg' }, ['topk(5, x)', 'avg by (bus) (x)']],
    [{ type: 'gauge', aggregate: 'none' }, ['topk(5, x)']],
    [{ type: 'gauge', aggregate: 'last', auto: [] }, ['last_over_time(x[5m])']],
    [{ type: 'unknown', aggregate: 'min', auto: [] }, ['min(x)']],
    [
      { type: 'histogram', native: true },
      [
        'histogram_quantile(0.95, sum(rate(x[10m])))',
        'histogram_quantile(0.99, sum(rate(x[10m])))',
      ],
    ],
    [
      { type: 'histogram', native: 'both' },
      [
        'histogram_quantile(0.95, sum by (le) (rate(x_bucket[10m])))',
        'histogram_quantile(0.99, sum by (le) (rate(x_bucket[10m])))',
      ],
    ],
  ])('combines the series of %j as it says', (metric, exprs) => {
    const labels = metric.type === 'histogram' ? [] : ['bus'];
    const metrics = [{ name: 'x', labels, ...metric }];
    const plan = labels.length === 0 ? { rate_window: '10m' } : {};
    const context = sampleContext({ metrics, plan });
    const panels = draftAutomatic(context);
    expect(panels.map(({ queries }) => queries[0]?.expr)).toEqual(exprs);
  });

  it('names a metric by its title, and instances by the labels of targets', () => {
    const metrics = [{ name: 'x', type: 'gauge', title: 'Queue', labels: ['bus'] }];
    const context = sampleContext({ metrics, targetLabels: ['cluster', 'pod'] });
    const [top, split] = draftAutomatic(context);
    expect(top).toMatchObject({
      title: 'Queue Top 5 (auto)',
      queries: [{ legend: '{{bus}} / {{pod}}' }],
    });
    expect(split).toMatchObject({ title: 'Queue by bus (auto)' });
  });

  it('draws the bare name of a histogram whose quantiles others show', () => {
    const reader = { name: 'y', panels: [{ promql: 'x:p95_5m / x:p99_5m' }] };
    expect(sourcesOf({ type: 'histogram' }, reader)).toEqual(['placeholder']);
  });
});
