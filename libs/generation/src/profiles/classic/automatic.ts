/** The sources of automatic panels that draw a counter, a gauge or a histogram. */
import { isCumulative, type Metric, METRIC_TYPES, QUANTILES, typesDrawnBy } from '@g6/model';
import {
  histogramQuantile,
  rateByLabel,
  rateOfAll,
  rateOfEach,
  lastOver,
  selectMetric,
  RATE_WINDOW,
  recordedQuantile,
  combine,
  topFive,
} from '@g6/promql';
import { autoDraft, nameOf } from '../../auto-draft';
import type { PanelDraft } from '../../panel-draft';
import type { MetricPanelSource, SourceContext } from '../../panel-source';
import { withInstance } from '../../query-legend';
import { rateWindow } from '../../rate-window';

/** A counter's total rate, unless an explicit panel applies `rate` to the counter already. */
export const autoRateSource: MetricPanelSource = {
  of: 'metric',
  name: 'auto_rate',
  types: typesDrawnBy('auto_rate'),
  standsFor: ['rate'],
  reason: 'No explicit panel shows the rate of this counter.',
  draft: (metric, context) => {
    if (context.coverage.rates(metric.name)) return [];
    const { note } = rateWindow(context);
    const title = `${nameOf(metric)} Rate ${note}`;
    const panel = { source: 'auto_rate', title, shown: 'rate' } as const;
    return [autoDraft(metric, { ...panel, ...ratesOf(metric, context) }, context)];
  },
};

/**
 * A histogram's p95 and p99, unless an explicit panel shows the recorded series. They come from that
 * series, except where it cannot give what the dashboard asks for: it has no labels to filter by, and
 * its window is fixed.
 */
export const autoHistQuantileSource: MetricPanelSource = {
  of: 'metric',
  name: 'auto_hist_quantile',
  types: typesDrawnBy('auto_hist_quantile'),
  standsFor: ['quantiles'],
  reason: 'No explicit panel shows this quantile of the histogram.',
  draft: (metric, context) =>
    QUANTILES.flatMap((percentile) => {
      const recorded = recordedQuantile(metric.name, percentile);
      if (context.coverage.shows(recorded)) return [];
      const { window, note } = rateWindow(context);
      const inline =
        window !== RATE_WINDOW ||
        context.filters.of(metric.native === true ? metric.name : `${metric.name}_bucket`).length >
          0;
      const expr = inline
        ? histogramQuantile(metric.name, String(percentile), window, [], metric.native === true)
        : selectMetric(recorded);
      const title = `${nameOf(metric)} p${percentile} ${note}`;
      const panel = { source: 'auto_hist_quantile', title, expr, shown: 'quantile' } as const;
      return [autoDraft(metric, { ...panel, labels: [], keepsValues: false }, context)];
    }),
};

/** The highest series of a labelled gauge that no explicit panel shows. */
export const autoTopkSource: MetricPanelSource = {
  of: 'metric',
  name: 'auto_topk',
  types: typesDrawnBy('auto_topk'),
  standsFor: ['gauge'],
  reason: 'No explicit panel shows this gauge, which has labels.',
  draft: (metric, context) => {
    const { name, labels } = metric;
    if (labels.length === 0 || context.coverage.shows(name)) return [];
    const panel = {
      source: 'auto_topk',
      title: `${nameOf(metric)} Top 5 (auto)`,
      shown: 'value',
    } as const;
    const expr = topFive(name);
    const shown = {
      ...panel,
      expr,
      labels: withInstance(labels, context.index),
      keepsValues: true,
    };
    return [autoDraft(metric, shown, context)];
  },
};

/** How many of a metric's labels get a panel of their own. */
const MOST_SPLITS = 2;

/** A counter or gauge split by each of its first two labels, unless an explicit panel does just that. */
export const autoLabelSplitSource: MetricPanelSource = {
  of: 'metric',
  name: 'auto_label_split',
  types: typesDrawnBy('auto_label_split'),
  standsFor: ['rate', 'gauge'],
  reason: 'No explicit panel groups this metric by exactly this label.',
  draft: (metric, context) => {
    // A label tells nothing about series that may not be combined.
    if (metric.aggregate === 'none' || metric.aggregate === 'last') return [];
    return metric.labels
      .slice(0, MOST_SPLITS)
      .filter((label) => !context.coverage.groupsBy(metric.name, label))
      .map((label) => splitPanel(metric, label, context));
  },
};

function splitPanel(metric: Metric, label: string, context: SourceContext): PanelDraft {
  const { name, aggregate } = metric;
  const { window, note } = rateWindow(context);
  const content = isCumulative(context.index.exposed(name))
    ? {
        title: `${nameOf(metric)} Rate by ${label} ${note}`,
        expr: rateByLabel(name, label, window, aggregate),
        shown: 'rate' as const,
      }
    : {
        title: `${nameOf(metric)} by ${label} (auto)`,
        expr: combine(name, [label], aggregate),
        shown: 'value' as const,
      };
  const split = { source: 'auto_label_split', splitLabel: label, keepsValues: false } as const;
  return autoDraft(metric, { ...split, ...content, labels: [label] }, context);
}

/**
 * The plainest panel of a metric that would have none otherwise. It runs where the other automatic
 * sources found nothing, so that every metric has a panel of its own, even one that a panel of
 * another metric reads too.
 */
export const placeholderSource: MetricPanelSource = {
  of: 'metric',
  name: 'placeholder',
  types: METRIC_TYPES,
  standsIn: true,
  reason: 'No other source has a panel for this metric.',
  draft: (metric, context) => {
    if (metric.panels.length > 0) return [];
    const panel = { source: 'placeholder', title: `${nameOf(metric)} (auto)` } as const;
    const content = isCumulative(context.index.exposed(metric.name))
      ? { shown: 'rate' as const, ...ratesOf(metric, context) }
      : { shown: 'value' as const, ...valuesOf(metric, context) };
    return [autoDraft(metric, { ...panel, ...content }, context)];
  },
};

/** The rate of a counter, of all its series unless the spec says otherwise. */
function ratesOf(metric: Metric, context: SourceContext) {
  const { name, labels, aggregate } = metric;
  const { window } = rateWindow(context);
  if (aggregate !== 'none')
    return { expr: rateOfAll(name, window, aggregate), labels: [], keepsValues: false };
  const each = withInstance(labels, context.index);
  return { expr: rateOfEach(name, window), labels: each, keepsValues: false };
}

/** The values of a gauge, each series by itself unless the spec says otherwise. */
function valuesOf({ name, labels, aggregate }: Metric, { index }: SourceContext) {
  const each = { labels: withInstance(labels, index), keepsValues: true };
  if (aggregate === 'last') return { expr: lastOver(name), ...each };
  if (aggregate === undefined || aggregate === 'none') return { expr: selectMetric(name), ...each };
  return { expr: combine(name, [], aggregate), labels: [], keepsValues: false };
}
