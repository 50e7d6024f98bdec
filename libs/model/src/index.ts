export {
  ALERT_ANNOTATION,
  ALERT_PREVIEW_ROW_TITLE,
  ALERTS_TITLE,
  DATASOURCE_TYPE,
  DATASOURCE_VARIABLE,
  EFFICIENCY_GROUP,
  EFFICIENCY_ROW_TITLE,
  GENERATOR_VERSION,
  GOVERNANCE_SLUG,
  MANIFEST_FILE,
  META_KEY,
  MOST_LIVE_ALERTS,
  QUANTILES,
  RESERVED_SLUGS,
  RULE_USAGE_TITLE,
  SCHEMA_VERSION,
  SIBLINGS_LINK,
} from './conventions';
export { efficiencySchema } from './efficiency/efficiency-schema';
export { type EfficiencyPanel, readEfficiency } from './efficiency/read-efficiency';
export { DEFAULT_EFFICIENCY } from './efficiency/default-efficiency';
export { sha256Hex } from './hash';
export { checkExpression } from './metrics-spec/check-expressions';
export {
  type AutomaticSourceName,
  isCumulative,
  isMetricType,
  METRIC_TYPES,
  type MetricSeries,
  type MetricType,
  missingEnding,
  traitsOf,
  typesDrawnBy,
  typesWithKey,
} from './metrics-spec/metric-types';
export { readSpec } from './metrics-spec/read-spec';
export { inByteOrder, type SpecFile, specFileNames } from './metrics-spec/spec-files';
export { type DeclaredAlert, type ExposedSeries, SpecIndex } from './metrics-spec/spec-index';
export { specSchema } from './metrics-spec/spec-schema';
export {
  type Aggregate,
  type Alert,
  type DeclaredRule,
  declaredRules,
  DEFAULT_TARGET_LABELS,
  type Deprecation,
  describeMetric,
  type Family,
  type LabelFacts,
  type Metric,
  type Spec,
  specMetrics,
} from './metrics-spec/spec';
export { type ExplicitPanel, type ExplicitQuery } from './panels/panel';
export {
  type FieldLook,
  type PanelLook,
  type WrittenLink,
  type WrittenMapping,
  type WrittenOverride,
  type WrittenStep,
  type WrittenThresholds,
} from './panels/panel-look';
export { PANEL_TYPES, type PanelType } from './panels/panel-types';
export { AUTOMATIC_SOURCE_NAMES, PANEL_SOURCE_NAMES, WRITTEN_SOURCE_NAMES } from './panel-sources';
export { planListSchema, planSchema } from './plan/plan-schema';
export { variableNameOf } from './plan/plan-variable';
export { isGrafanaTime } from './plan/time-range';
export { dashboardSeries, type LabelledSeries, seriesWithLabel } from './plan/label-series';
export {
  type GraphTooltip,
  GRAPH_TOOLTIPS,
  type Plan,
  type PlanAnnotation,
  type PlanExclusion,
  type PlanFilter,
  type PlanLayout,
  type PlanLink,
  type PlanSection,
  type SectionGrid,
  type SectionPanel,
  titleToWrite,
} from './plan/plan';
export {
  type PlanVariable,
  REFRESH_MOMENTS,
  type RefreshMoment,
  SORT_ORDERS,
  type SortOrder,
  type VariableChoice,
  type VariableKind,
} from './plan/plan-variable';
export { type PlanFile, type PlansReading, readPlans } from './plan/read-plans';
export { selectPlans, selectSlugs } from './plan/select-plans';
export { spellingOf } from './spelling';
