/**
 * The sources of automatic panels. Each draws one metric; which of them a metric gets, and in which
 * order, follows from its type.
 */
import {
  type AutomaticSourceName,
  isCumulative,
  type Metric,
  QUANTILES,
  traitsOf,
} from '@g6/model';
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
import { autoDraft, nameOf } from '../auto-draft';
import type { PanelDraft } from '../panel-draft';
import type { MetricPanelSource, SourceContext } from '../panel-source';
import { withInstance } from '../query-legend';
import { rateWindow } from '../rate-window';
import { autoInfoSource } from './auto-info';
import { autoStatesetSource } from './auto-stateset';
import { autoSummarySource } from './auto-summary';

/** A counter's total rate, unless an explicit panel applies `rate` to the counter already. */
export const autoRateSource: MetricPanelSource = {
  name: 'auto_rate',
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
  name: 'auto_hist_quantile',
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
  name: 'auto_topk',
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
  name: 'auto_label_split',
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
  name: 'placeholder',
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

const SOURCES: Readonly<Record<AutomaticSourceName, MetricPanelSource>> = {
  auto_rate: autoRateSource,
  auto_hist_quantile: autoHistQuantileSource,
  auto_topk: autoTopkSource,
  auto_label_split: autoLabelSplitSource,
  auto_summary: autoSummarySource,
  auto_info: autoInfoSource,
  auto_stateset: autoStatesetSource,
};

/** The sources of automatic panels, but for the one that stands in for them. */
export const AUTOMATIC_SOURCES: readonly MetricPanelSource[] = Object.values(SOURCES);

/** The automatic panels of a metric: those that suit its type, or else a placeholder. */
export function draftAutomaticPanels(metric: Metric, context: SourceContext): PanelDraft[] {
  const { auto } = metric;
  if (auto === false) return [];
  const wanted = traitsOf(metric.type).sources.filter(
    (name) => typeof auto === 'boolean' || auto.includes(name),
  );
  const panels = wanted.flatMap((name) => SOURCES[name].draft(metric, context));
  return panels.length > 0 ? panels : placeholderSource.draft(metric, context);
}
