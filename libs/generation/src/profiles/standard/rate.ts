import type { Metric } from '@g6/model';
import { ratesOf } from '@g6/promql';
import type { MetricPanelSource } from '../../panel-source';
import { legendOf, SHARE, standardDraft } from './draft';
import { groupingNote, groupingOf, groupingText, labelsOf, spell } from './grouping';
import { failureOf, isServed, requestOf } from './recognize';
import { isTime, isTimeShare, rateUnit, valueUnit } from './units';
import { windowOf } from './window';
import { subjectOf, vocabularyOf } from './words';

/** How much a counter counts a second, by the first label of few values. */
export const rateSource: MetricPanelSource = {
  of: 'metric',
  name: 'rate',
  types: ['counter'],
  standsFor: ['auto_rate', 'auto_label_split'],
  reason: 'The metric is a counter: what it adds up to says little, how fast it grows says much.',
  draft: (metric, context) => {
    const { name } = metric;
    if (context.coverage.rates(name)) return [];
    const window = windowOf(context);
    const grouping = groupingOf(metric);
    const share = isTimeShare(metric);
    const operator = metric.aggregate ?? (share ? 'avg' : 'sum');
    const combined = operator === 'none' || operator === 'last' ? 'sum' : operator;
    const failure = failureOf(metric);
    const request = failure === undefined ? requestOf(metric) : undefined;
    const subject = subjectOf(metric, vocabularyOf(context));
    const shown = share ? 'share of time' : 'per second';
    const title = share ? `${subject}, ${shown}` : `${subject}${countedNote(metric)} ${shown}`;
    return [
      standardDraft(metric, {
        source: 'rate',
        role: failure === undefined ? 'rate' : 'errors',
        title: `${title}${groupingNote(grouping)}`,
        unit: share ? 'percentunit' : rateUnit(metric),
        queries: [
          {
            expr: spell(ratesOf(name, window, labelsOf(grouping), combined), grouping),
            legend: legendOf(grouping.by, subject),
          },
        ],
        made: `Rate of the counter, ${shown},${groupingText(grouping)} as the ${wordOf(combined)} of all series`,
        recognized:
          failure !== undefined
            ? { as: 'errors', because: failure }
            : { as: 'rate', because: request ?? 'the metric is a counter' },
        splitLabel: grouping.by,
        ...(share ? { range: SHARE } : {}),
        stat: {
          slot: request === undefined || !isServed(metric) ? 'other' : 'rate',
          title,
          expr: ratesOf(name, window, [], combined)(''),
          good: 'neutral',
        },
      }),
    ];
  },
};

/** What is counted, where the name would leave open whether it is things, bytes or seconds. */
function countedNote(metric: Metric): string {
  const unit = valueUnit(metric);
  if (metric.title !== undefined) return '';
  if (unit === 'bytes' || unit === 'bits') return ` ${unit}`;
  return isTime(unit) && !/(?:^|_)time(?:_|$)/.test(metric.name) ? ' seconds' : '';
}

/** The name of an aggregation. */
function wordOf(operator: string): string {
  return { avg: 'average', max: 'highest', min: 'lowest', count: 'number' }[operator] ?? 'sum';
}
