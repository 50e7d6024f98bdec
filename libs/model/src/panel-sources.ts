/** The names of the panel sources, as they stand in metadata, plans and the inventory. */
import { AUTOMATIC_METRIC_SOURCES } from './metrics-spec/metric-types';

/** Sources of panels that somebody wrote out: for a metric in the spec, or in a plan. */
export const WRITTEN_SOURCE_NAMES: readonly string[] = ['spec', 'plan'];

/** Sources of the panels that nobody wrote out. */
export const AUTOMATIC_SOURCE_NAMES: readonly string[] = [
  ...AUTOMATIC_METRIC_SOURCES,
  'placeholder',
  'cross_metric',
  'alerts_aggregate',
  'governance_summary',
  'alert_preview',
];

/** Every panel source. */
export const PANEL_SOURCE_NAMES: readonly string[] = [
  ...WRITTEN_SOURCE_NAMES,
  ...AUTOMATIC_SOURCE_NAMES,
];
