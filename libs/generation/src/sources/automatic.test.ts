import { METRIC_TYPES } from '@g6/model';
import { firstMetric, sampleContext } from '../../testing/sample-context';
import { draftAutomaticPanels } from './automatic';

function sourcesOf(metric: object, ...others: object[]) {
  const written = [metric, ...others].map((one) => ({ name: 'x', type: 'gauge', ...one }));
  const context = sampleContext({ metrics: written });
  return draftAutomaticPanels(firstMetric(context), context).map(({ source }) => source);
}

describe('draftAutomaticPanels', () => {
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

  it('draws the bare name of a histogram whose quantiles others show', () => {
    const reader = { name: 'y', panels: [{ promql: 'x:p95_5m / x:p99_5m' }] };
    expect(sourcesOf({ type: 'histogram' }, reader)).toEqual(['placeholder']);
  });
});
