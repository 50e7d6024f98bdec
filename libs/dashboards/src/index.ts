/** The public API of `@g6/dashboards`. */
export {
  CONFIG_FILE,
  DEFAULT_CONFIG,
  generationOptions,
  ruleOptions,
  type Config,
  type RawConfig,
} from './config/config';
export { completeConfig, readConfig, type ConfigReading } from './config/read-config';
export { nxOptionProblems } from './config/nx-option-problems';
export { loadConfig } from './files/load-config';
export { DEFAULT_OPTIONS, type GenerationOptions } from './dashboard/generation-options';
export type {
  DashboardJson,
  DashboardMeta,
  PanelJson,
  PanelMeta,
} from './dashboard/dashboard-json';
export type { PanelSourceName } from './dashboard/panel-draft';
export {
  identityOf,
  signatureOf,
  type PanelIdentity,
  type SignatureParts,
} from './dashboard/signature';
export { stableJson } from './dashboard/stable-json';
export type { UnitInference } from './dashboard/unit-of';
export type { Coverage } from './coverage/coverage';
export { COVERAGE_FORMATS, renderCoverage, type CoverageFormat } from './coverage/render-coverage';
export { driftDetails, driftTokens, hasDrift, type Drift } from './drift/drift';
export { inventoriesDiffer, type InventoryDiff } from './inventory/compare-inventories';
export { INVENTORY_COLUMNS, type InventoryRow } from './inventory/inventory-row';
export { writeReport } from './files/write-report';
export { renderInventoryDiff } from './inventory/render-diff';
export { INVENTORY_FORMATS, type InventoryFormat } from './inventory/write-inventory';
export type { PlanFile } from './plan/read-plans';
export { LINT_FORMATS, renderFindings, type LintFormat } from './lint/render-findings';
export { LINT_RULES } from './lint/rules';
export type { Finding } from './lint/run-rules';
export { describeSystemFailure } from './files/system-failure';
export { EXIT, statusOf, type ExitStatus } from './problems/exit-status';
export { didYouMean } from './problems/nearest-name';
export {
  hasErrors,
  sortProblems,
  type Position,
  type Problem,
  type Severity,
} from './problems/problem';
export { PROBLEM_CODES, type ProblemCode } from './problems/problem-codes';
export { countProblems, renderProblems, type ProblemStyle } from './problems/render-problems';
export {
  GENERATION_VARIABLES,
  MANIFEST_VARIABLES,
  readEnvironment,
  VERIFICATION_VARIABLES,
  type Environment,
} from './run/environment';
export {
  generateRun,
  type GenerateReport,
  type GenerateRequest,
  type GenerateScope,
} from './run/generate-run';
export {
  inventoryDiffRun,
  type InventoryDiffReport,
  type InventorySides,
} from './run/inventory-diff-run';
export { inventoryRun, type InventoryReport, type InventoryRequest } from './run/inventory-run';
export { coverageRun, type CoverageReport, type CoverageRequest } from './run/coverage-run';
export { lintRun, type LintReport, type LintRequest } from './run/lint-run';
export type { DashboardsFrom } from './run/load-dashboards';
export {
  loadBasis,
  type BasisReading,
  type PlansLocation,
  type SpecLocation,
} from './run/load-workspace';
export {
  checkRulesRun,
  rulesRun,
  type RulesCheckReport,
  type RulesReport,
  type RulesRequest,
} from './run/rules-run';
export type { RunRequest } from './run/run-request';
export { testRulesRun, type TestRulesReport } from './run/test-rules-run';
export { syncRun, syncWithoutPlans, type SyncReport, type SyncRequest } from './run/sync-run';
export { orphanDrift, verifyRun, type VerifyReport, type VerifyRequest } from './run/verify-run';
export { ruleDriftToken, type RuleDrift } from './rules/compare-rules';
export { DEFAULT_RULE_OPTIONS, type RuleOptions } from './rules/rule-file';
export { newMetric, type MetricWish, type NewMetric } from './scaffold/new-metric';
export {
  newPlan,
  planText,
  type NewPlan,
  type PlanSurroundings,
  type PlanWish,
} from './scaffold/new-plan';
export { jsonSchemas, type PublishedSchema } from './schemas/json-schemas';
export { readSpec, type SpecFile } from './spec/read-spec';
export { METRIC_TYPES } from './spec/spec';
export { specFileNames } from './spec/spec-file-names';
