import type { Metric } from '@g6/model';
import { nativeCountRate, rateBy } from '@g6/promql';
import type { MetricPanelSource } from '../../panel-source';
import { standardDraft } from './draft';
import { isServed, requestOf } from './recognize';
import { isTime, valueUnit } from './units';
import { windowOf } from './window';
import { observedOf, vocabularyOf, wordsIn } from './words';

/** How many observations a histogram or a summary takes a second. */
export const observationsSource: MetricPanelSource = {
  of: 'metric',
  name: 'observations',
  types: ['histogram', 'summary'],
  reason: 'Every observation is an event, and how many there are says how busy the system is.',
  draft: (metric, context) => {
    const { name } = metric;
    if (context.coverage.rates(`${name}_count`)) return [];
    const window = windowOf(context);
    const expr =
      metric.native === true ? nativeCountRate(name, window) : rateBy(`${name}_count`, window, []);
    const events = observedOf(metric, vocabularyOf(context));
    const title = `${events} per second`;
    const request = requestOf(metric);
    return [
      standardDraft(metric, {
        source: 'observations',
        role: 'rate',
        title,
        unit: observationUnit(metric),
        queries: [{ expr, legend: events }],
        made: 'Number of observations per second, over all series',
        recognized: {
          as: 'rate',
          because: request ?? `the metric is a ${metric.type}, which counts what it observes`,
        },
        stat: {
          slot:
            request !== undefined && isServed(metric) && isTime(valueUnit(metric))
              ? 'rate'
              : 'other',
          title,
          expr,
          good: 'neutral',
        },
      }),
    ];
  },
};

function observationUnit({ name }: Metric): string {
  return wordsIn(name).some((word) => /^requests?$/.test(word)) ? 'reqps' : 'cps';
}
