export type {
  Foreign,
  FoundAnnotation,
  FoundDashboard,
  FoundInput,
  FoundPanel,
  FoundPanelLink,
  FoundQuery,
  FoundRepeat,
  FoundSection,
  FoundThresholds,
  FoundVariable,
  GridPosition,
} from './dashboards/found-dashboard';
export type { JsonObject } from './dashboards/json-values';
export { modernizePanel } from './dashboards/modernize/modernize-panel';
export { type DashboardsReading, readDashboards } from './dashboards/read-dashboard';
export {
  ExpositionReader,
  type ExpositionOptions,
  type ExpositionReading,
  LONGEST_EXPOSITION,
  readExposition,
} from './exposition/exposition-reader';
export {
  FOUND_TYPES,
  type FoundLabel,
  type FoundMetric,
  type FoundType,
  isPlainLabelName,
  isPlainMetricName,
  MOST_VALUES,
} from './found-metric';
export { IMPORT_FORMS, type ImportForm, nothingFound } from './import-form';
export { MOST_PROBLEMS } from './problem-list';
export type { FoundRule, FoundRuleGroup } from './rule-files/found-rule';
export { readRuleFiles, type RuleFilesReading } from './rule-files/read-rule-files';
export { baseMetric, ruleMetrics } from './rule-files/rule-metrics';
export {
  type ConventionLabel,
  type ConventionMetric,
  type Deprecation,
  type Naming,
  type Requirement,
  REQUIREMENTS,
} from './semconv/found-convention';
export { prometheusLabel, prometheusName, prometheusUnit } from './semconv/prometheus-names';
export { readSemconv, type SemconvOptions, type SemconvReading } from './semconv/read-semconv';
export type { ApiAnswer, ApiReading } from './prometheus-api/api-answers';
export { type MetricMetadata, readMetadata } from './prometheus-api/read-metadata';
export { readRules } from './prometheus-api/read-rules';
export {
  type Counted,
  readNames,
  readSeries,
  readTsdbStatus,
  type Series,
  type TsdbStatus,
} from './prometheus-api/read-series';
export { type ServerMetrics, tallySeries } from './prometheus-api/tally-series';
export type {
  Found,
  ImportTarget,
  ImportWorkspace,
  SpecTarget,
  WriteOptions,
  WrittenFile,
} from './writing/import-options';
export type { MetricSource } from './writing/metric-entry';
export {
  type ImportAdditions,
  type ImportWriting,
  refusedImport,
  writeImport,
} from './writing/write-import';
export { writeImports } from './writing/write-imports';
