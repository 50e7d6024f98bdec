export { checkTemplate, type TemplateLabel } from './alert-template/check-template';
export type { TemplateFault } from './alert-template/template-tree';
export { canCarryLabel } from './carried-labels';
export { checkPromQl } from './check-promql';
export { type ExperimentalUse, PROMQL_FEATURES, type PromQlFeature } from './experimental';
export { readFormerNames } from './former-names';
export { expressionForm, isSameQuery, plainReferences } from './expression-form';
export { GLOBAL_VARIABLES, variablesIn } from './grafana-variables';
export { findText, matchesText, matchGroups, regexProblem } from './go-regex';
export { injectMatchers } from './inject-matchers';
export { withoutComments } from './lexical-scan';
export { parsePromQl } from './parse-promql';
export { AnalyzedPromQl, PromQlCache } from './promql-cache';
export {
  argumentsOf,
  labelsIn,
  operatorOf,
  type PromQl,
  rootExpr,
  textOf,
  unquote,
  visitNodes,
  hasVariable,
} from './promql';
export {
  AGGREGATES,
  type Bucket,
  bucketBound,
  COMPARE,
  POINTWISE,
  quantileOfBuckets,
  satisfies,
} from './promql-values';
export {
  formExamples,
  readRecordedSeries,
  RECORDED_KINDS,
  recordedMetric,
  type RecordedKind,
  type RecordedSeries,
} from './recorded-series';
export { isFilter, removeMatchers } from './remove-matchers';
export { KEEPING_AGGREGATIONS, labelsReaching, resultLabels } from './result-labels';
export {
  type LabelMatcher,
  type Matcher,
  readSelectors,
  selectedNames,
  type Selector,
  selectorMatchers,
  selectorName,
} from './selectors';
export {
  burnRate,
  firingAlerts,
  firingCounts,
  GRAFANA_WINDOW,
  guardedRatio,
  histogramQuantile,
  isKeyword,
  labelledRow,
  labelValuesQuery,
  minutesToDrain,
  quantileOf,
  RATE_WINDOW,
  rateByLabel,
  rateOfAll,
  recordedQuantile,
  selectMetric,
  combine,
  lastOver,
  meanObserved,
  rateOfEach,
  selectSeries,
  spellMatcher,
  rateBy,
  topByLabels,
  topFive,
  unionOf,
} from './spell-promql';
export {
  drawn,
  errorShare,
  failureShare,
  firingCount,
  guardedMean,
  nativeCountRate,
  newValuesOf,
  ratesOf,
  secondsSince,
  secondsUntil,
  type Shape,
  shareBusy,
  shareNotFree,
  shareUsed,
  stableTop,
  valuesOf,
} from './spell-shapes';
export {
  arithmeticIn,
  type Comparison,
  comparisonIn,
  type ComparisonOperator,
  constantOf,
  durationSeconds,
  splitComparison,
} from './split-comparison';
export { undeclaredLabels } from './undeclared-labels';
export { bareExpression, isSameExpression } from './same-expression';
