/**
 * The panel sources, in the order in which they draft. Every other file of this folder is a source,
 * named for the source's own name; one that is not listed here, or has no test, fails a test.
 */
import { alertPreviewSource } from './alert-preview';
import { alertsAggregateSource } from './alerts-aggregate';
import { autoHistQuantileSource } from './auto-hist-quantile';
import { autoLabelSplitSource } from './auto-label-split';
import { autoRateSource } from './auto-rate';
import { autoTopkSource } from './auto-topk';
import { crossMetricSource } from './cross-metric';
import { governanceSummarySource } from './governance-summary';
import type { DashboardPanelSource, MetricPanelSource } from '../panel-source';
import { placeholderSource } from './placeholder';
import { specSource } from './spec';

/** Drafts what the spec writes out. */
export const EXPLICIT_SOURCE: MetricPanelSource = specSource;

/** Draft what the spec leaves to us, for each metric in this order. */
export const AUTOMATIC_SOURCES: readonly MetricPanelSource[] = [
  autoRateSource,
  autoHistQuantileSource,
  autoTopkSource,
  autoLabelSplitSource,
];

/** Drafts for a metric for which nothing else did. */
export const LAST_SOURCE: MetricPanelSource = placeholderSource;

/** Draft for the dashboard as a whole, in this order. */
export const DASHBOARD_SOURCES: readonly DashboardPanelSource[] = [
  alertsAggregateSource,
  governanceSummarySource,
  crossMetricSource,
  alertPreviewSource,
];
