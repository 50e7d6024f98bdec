import type { Metric } from '@g6/model';
import { errorShare, failureShare } from '@g6/promql';
import type { PanelDraft, Threshold } from '../../panel-draft';
import type { MetricPanelSource, SourceContext } from '../../panel-source';
import { standardDraft } from './draft';
import { isServed, requestOf } from './recognize';
import { windowOf } from './window';
import { observedOf, subjectOf, vocabularyOf } from './words';

/** From one failure in a hundred on, somebody should look; from one in twenty on, now. */
const LIMITS: readonly Threshold[] = [
  { value: 0.01, fires: 'above', color: 'orange' },
  { value: 0.05, fires: 'above', color: 'red' },
];

/** The share of what a counter counts that failed. */
export const errorRatioSource: MetricPanelSource = {
  of: 'metric',
  name: 'error_ratio',
  types: ['counter', 'histogram'],
  reason:
    'What fails is known, by a label or by a counter of its own, and its share says how bad it is.',
  draft: (metric, context) => {
    const label = metric.labelFacts.find(({ errors }) => errors.length > 0);
    const window = windowOf(context);
    if (label && metric.type === 'counter') {
      const because = `the spec lists values of the label "${label.name}" that mean failure`;
      return [
        draftRatio(
          metric,
          errorShare(metric.name, label.name, { values: label.errors }, window),
          because,
          context,
        ),
      ];
    }
    const codes = statusLabel(metric);
    if (codes !== undefined) {
      const because = `its label "${codes}" is a status code of HTTP, of which those from 500 on mean failure`;
      const counted = metric.type === 'histogram' ? `${metric.name}_count` : metric.name;
      return [
        draftRatio(
          metric,
          errorShare(counted, codes, { pattern: '5..' }, window),
          because,
          context,
        ),
      ];
    }
    const all = countedWith(metric, context);
    if (!all) return [];
    const because = `${all.name} counts all of what this metric counts the failures of`;
    return [draftRatio(metric, failureShare(metric.name, all.name, window), because, context)];
  },
};

/** The label with the status codes of HTTP, on a metric of requests. */
function statusLabel(metric: Metric): string | undefined {
  if (requestOf(metric) === undefined || !isServed(metric) || metric.native === true)
    return undefined;
  return metric.labels.find(
    (label) =>
      /(?:^|_)(?:code|status|status_code)$/.test(label) && (metric.name + label).includes('http'),
  );
}

const FAILURE_WORD = /_(?:errors?|failures|failed|fails)(?=_|$)/;

/** The counter of everything of which a metric counts the failures: `x_total` for `x_failed_total`. */
function countedWith(
  { name, family }: Metric,
  { shownMetrics }: SourceContext,
): Metric | undefined {
  if (!FAILURE_WORD.test(name)) return undefined;
  const names = ['', 's', '_requests', '_attempts'].map((word) => name.replace(FAILURE_WORD, word));
  return shownMetrics.find(
    (other) =>
      other.type === 'counter' &&
      other.family === family &&
      other.name !== name &&
      names.includes(other.name),
  );
}

function draftRatio(
  metric: Metric,
  expr: string,
  because: string,
  context: SourceContext,
): PanelDraft {
  const vocabulary = vocabularyOf(context);
  const subject =
    metric.type === 'histogram' ? observedOf(metric, vocabulary) : subjectOf(metric, vocabulary);
  const title = `${subject}, error ratio`;
  return standardDraft(metric, {
    source: 'error_ratio',
    role: 'errors',
    title,
    unit: 'percentunit',
    queries: [{ expr, legend: 'Failed' }],
    made: 'Share of failures in all events; nothing is drawn while nothing happens',
    recognized: { as: 'errors', because },
    // Up to where the axis reaches follows from the limits: at 0 to 1, what matters would be a flat line.
    look: { min: 0 },
    thresholds: LIMITS,
    stat: {
      slot: requestOf(metric) !== undefined && isServed(metric) ? 'errors' : 'other_errors',
      title,
      expr,
      good: 'low',
    },
  });
}
