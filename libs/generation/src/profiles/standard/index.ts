import { alertsAggregateSource } from '../../sources/alerts-aggregate';
import { crossMetricSource } from '../../sources/cross-metric';
import { planSource } from '../../sources/plan';
import { specSource } from '../../sources/spec';
import type { DashboardPanelSource } from '../../panel-source';
import { SORTED_STYLE } from '../../presentation/presentation-style';
import type { Profile } from '../profile';
import { withAlertLines } from './alert-lines';
import { alertThresholdSource } from './alert-threshold';
import { averageSource } from './average';
import { completePlan } from './complete-plan';
import { divideByFamily } from './divide';
import { errorRatioSource } from './error-ratio';
import { gaugeSource } from './gauge';
import { headlineSource } from './headline';
import { heatmapSource } from './heatmap';
import { infoSource } from './info';
import { observationsSource } from './observations';
import { quantilesSource, recordedQuantiles } from './quantiles';
import { rateSource } from './rate';
import { statesSource } from './states';
import { utilizationSource } from './utilization';

/** The table of alerts under a title for people; a dashboard has one table only. */
const alertsSource: DashboardPanelSource = {
  ...alertsAggregateSource,
  draft: (context) =>
    alertsAggregateSource
      .draft(context)
      .map((panel) => ({ ...panel, title: 'All alerts, firing first', stableId: 'alerts' })),
};

/** Dashboards that a person would choose: a headline, sections, and one panel for each metric. */
export const STANDARD: Profile = {
  name: 'standard',
  meaning: 'a headline, a section for each family, and for each metric what its meaning asks for',
  sources: [
    planSource,
    specSource,
    errorRatioSource,
    rateSource,
    observationsSource,
    quantilesSource,
    averageSource,
    heatmapSource,
    gaugeSource,
    infoSource,
    statesSource,
    alertsSource,
    utilizationSource,
    alertThresholdSource,
    crossMetricSource,
    headlineSource,
  ],
  completePlan,
  refine: withAlertLines,
  reads: (metric, plan) => (plan?.quantiles === 'recorded' ? recordedQuantiles(metric) : []),
  capped: false,
  divide: divideByFamily,
  layout: { panelWidth: 8, panelHeight: 6, fillsLines: true, mostHeight: 6 },
  style: SORTED_STYLE,
};
