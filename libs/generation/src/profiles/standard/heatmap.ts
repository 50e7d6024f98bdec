import { drawn, ratesOf } from '@g6/promql';
import type { MetricPanelSource } from '../../panel-source';
import { standardDraft } from './draft';
import { valueUnit } from './units';
import { windowOf } from './window';
import { subjectOf, vocabularyOf } from './words';

/** How the observations of a histogram are spread over its buckets. */
export const heatmapSource: MetricPanelSource = {
  of: 'metric',
  name: 'heatmap',
  types: ['histogram'],
  reason:
    'Buckets show what quantiles hide, such as two groups of requests, one fast and one slow.',
  draft: (metric, context) => {
    const { name, native } = metric;
    const window = windowOf(context);
    const series = native === true ? name : `${name}_bucket`;
    if (context.coverage.rates(series)) return [];
    const expr = drawn(ratesOf(series, window, native === true ? [] : ['le']));
    const subject = subjectOf(metric, vocabularyOf(context));
    return [
      standardDraft(metric, {
        source: 'heatmap',
        role: 'detail',
        type: 'heatmap',
        title: `${subject}, distribution`,
        unit: valueUnit(metric),
        queries: [{ expr, legend: '{{le}}', format: 'heatmap' }],
        made: 'Observations per second in each bucket, over all series',
        recognized: { as: 'distribution', because: 'the metric is a histogram' },
      }),
    ];
  },
};
