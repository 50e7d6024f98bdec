import type { Metric } from '@g6/model';
import { histogramQuantile, selectMetric, valuesOf } from '@g6/promql';
import type { PanelDraft } from '../../panel-draft';
import type { MetricPanelSource, SourceContext } from '../../panel-source';
import { FEW_LINES, standardDraft } from './draft';
import { isServed, requestOf } from './recognize';
import { isTime, valueUnit } from './units';
import { windowOf } from './window';
import { subjectOf, vocabularyOf } from './words';

/** The percentiles of a histogram: what is usual, what is slow, and what the unlucky get. */
const PERCENTILES = ['50', '90', '99'] as const;
const HIGHEST = '99';
/** The label by which a summary tells its quantiles apart. */
const QUANTILE = 'quantile';

/** The quantiles of a histogram or a summary, together in one graph. */
export const quantilesSource: MetricPanelSource = {
  of: 'metric',
  name: 'quantiles',
  types: ['histogram', 'summary'],
  standsFor: ['auto_hist_quantile', 'auto_summary'],
  reason: 'Quantiles say what is usual and what the slowest get; an average hides both.',
  draft: (metric, context) =>
    metric.type === 'summary' ? draftSummary(metric, context) : draftHistogram(metric, context),
};

function draftHistogram(metric: Metric, context: SourceContext): PanelDraft[] {
  if (PERCENTILES.some((percentile) => context.coverage.shows(recorded(metric, percentile)))) {
    return [];
  }
  const queries = PERCENTILES.map((percentile) => ({
    expr: quantile(metric, percentile, context),
    legend: `p${percentile}`,
  }));
  const made =
    context.plan.quantiles === 'recorded'
      ? 'Quantiles of all observations, as a rule records them'
      : 'Quantiles of all observations, over all series';
  return [draftQuantiles(metric, queries, ', p50, p90 and p99', made, context)];
}

function draftSummary(metric: Metric, context: SourceContext): PanelDraft[] {
  if (context.coverage.shows(metric.name)) return [];
  const expr = valuesOf(metric.name, [QUANTILE], 'max')('');
  const made = 'Highest of all series for each quantile, because quantiles cannot be averaged';
  return [
    draftQuantiles(metric, [{ expr, legend: `{{${QUANTILE}}}` }], ', by quantile', made, context),
  ];
}

function draftQuantiles(
  metric: Metric,
  queries: readonly { expr: string; legend: string }[],
  note: string,
  made: string,
  context: SourceContext,
): PanelDraft {
  const subject = subjectOf(metric, vocabularyOf(context));
  const unit = valueUnit(metric);
  const timed = isTime(unit);
  const highest = queries.find(({ legend }) => legend === `p${HIGHEST}`);
  const request = requestOf(metric);
  return standardDraft(metric, {
    source: 'quantiles',
    role: timed ? 'duration' : 'rest',
    title: `${subject}${note}`,
    unit,
    queries,
    look: FEW_LINES,
    made,
    recognized: {
      as: timed ? 'duration' : 'distribution',
      because: timed
        ? `the metric is a ${metric.type} of time, and its unit is ${unit}`
        : `the metric is a ${metric.type}`,
    },
    ...(highest && timed
      ? {
          stat: {
            slot:
              request === undefined || !isServed(metric)
                ? ('other_duration' as const)
                : ('duration' as const),
            title: `${subject}, p${HIGHEST}`,
            expr: highest.expr,
            good: 'neutral' as const,
          },
        }
      : {}),
  });
}

function quantile(metric: Metric, percentile: string, context: SourceContext): string {
  return context.plan.quantiles === 'recorded'
    ? selectMetric(recorded(metric, percentile))
    : histogramQuantile(metric.name, percentile, windowOf(context), [], metric.native === true);
}

/** The series that a rule records of a quantile. */
function recorded({ name }: Metric, percentile: string): string {
  return `${name}:p${percentile}_5m`;
}

/** The series that a plan's quantiles are read from, if it wants them recorded. */
export function recordedQuantiles(metric: Metric): string[] {
  return metric.type === 'histogram'
    ? PERCENTILES.map((percentile) => recorded(metric, percentile))
    : [];
}
