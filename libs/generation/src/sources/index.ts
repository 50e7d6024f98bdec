/**
 * The panel sources, in the order in which they draft. Each is in a file of its own name, but for the
 * automatic ones, which are in `automatic.ts`. One that is not listed or has no test fails a test.
 */
import { alertPreviewSource } from './alert-preview';
import { alertsAggregateSource } from './alerts-aggregate';
import { AUTOMATIC_SOURCES, draftAutomaticPanels, placeholderSource } from './automatic';
import { crossMetricSource } from './cross-metric';
import { governanceSummarySource } from './governance-summary';
import { planSource } from './plan';
import type { DashboardPanelSource, ExplicitPanelSource, MetricPanelSource } from '../panel-source';
import type { PanelSourceName } from '../panel-draft';
import { specSource } from './spec';

/** Drafts what the spec writes out. */
export const EXPLICIT_SOURCE: ExplicitPanelSource = specSource;

/** Drafts what the plan writes out. */
export const PLAN_SOURCE: DashboardPanelSource = planSource;

/** Draft what the spec leaves out, each for metrics of some types. */
export { AUTOMATIC_SOURCES, draftAutomaticPanels };

/** Drafts for a metric for which nothing else did. */
export const LAST_SOURCE: MetricPanelSource = placeholderSource;

/** Draft for the dashboard as a whole, in this order. */
export const DASHBOARD_SOURCES: readonly DashboardPanelSource[] = [
  alertsAggregateSource,
  governanceSummarySource,
  crossMetricSource,
  alertPreviewSource,
];

/** Every source, in the order in which they draft. */
export const PANEL_SOURCES: readonly { readonly name: PanelSourceName }[] = [
  PLAN_SOURCE,
  EXPLICIT_SOURCE,
  ...AUTOMATIC_SOURCES,
  LAST_SOURCE,
  ...DASHBOARD_SOURCES,
];
