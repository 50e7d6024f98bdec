import { guardedMean } from '@g6/promql';
import type { MetricPanelSource } from '../../panel-source';
import { standardDraft } from './draft';
import { isTime, valueUnit } from './units';
import { windowOf } from './window';
import { subjectOf, vocabularyOf } from './words';

/** The mean of what a summary observed: its quantiles are those of a process, its mean is of all. */
export const averageSource: MetricPanelSource = {
  of: 'metric',
  name: 'average',
  types: ['summary'],
  reason: 'The quantiles of a summary cannot be combined over processes; its average can.',
  draft: (metric, context) => {
    if (context.coverage.rates(`${metric.name}_sum`)) return [];
    const subject = subjectOf(metric, vocabularyOf(context));
    const unit = valueUnit(metric);
    return [
      standardDraft(metric, {
        source: 'average',
        role: isTime(unit) ? 'duration' : 'rest',
        title: `${subject}, average`,
        unit,
        queries: [{ expr: guardedMean(metric.name, windowOf(context)), legend: 'Average' }],
        made: 'Sum of all observations divided by their number; nothing is drawn while there are none',
        recognized: {
          as: isTime(unit) ? 'duration' : 'distribution',
          because: 'the metric is a summary',
        },
      }),
    ];
  },
};
