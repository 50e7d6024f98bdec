/** The public API of `@g6/dashboards`. */
export * from './profile-api';
export {
  type Found,
  IMPORT_FORMS,
  type ImportAdditions,
  type ImportForm,
  type ImportTarget,
  type ImportWorkspace,
  type ImportWriting,
  type SpecTarget,
  writeImport,
  type WriteOptions,
  type WrittenFile,
} from '@g6/import';
export { type Drift, driftDetails, driftTokens, hasDrift } from '@g6/dashboard-files';
export {
  API_VERSIONS,
  type ApiVersion,
  EXPORT_FORMATS,
  type Exported,
  type ExportedFile,
  type ExportFormat,
  type ExportSettings,
  readLabels,
} from '@g6/delivery';
export {
  type DashboardJson,
  type DashboardMeta,
  DEFAULT_OPTIONS,
  type GenerationOptions,
  generationOptions,
  identityOf,
  type PanelIdentity,
  type PanelJson,
  type PanelMeta,
  signatureOf,
  type SignatureParts,
  stableJson,
  type UnitInference,
} from '@g6/generation';
export {
  type Coverage,
  COVERAGE_FORMATS,
  type CoverageFormat,
  inventoriesDiffer,
  INVENTORY_COLUMNS,
  INVENTORY_FORMATS,
  type InventoryDiff,
  type InventoryFormat,
  type InventoryRow,
  renderCoverage,
  renderInventoryDiff,
} from '@g6/inventory';
export {
  type Finding,
  LINT_FORMATS,
  type LintFormat,
  LINTS as LINT_RULES,
  renderFindings,
} from '@g6/lint';
export {
  METRIC_TYPES,
  type PlanFile,
  readSpec,
  type SpecFile,
  specFileNames,
  typesWithKey,
} from '@g6/model';
export {
  ANNOTATION_FORMATS,
  type AnnotationFormat,
  countProblems,
  didYouMean,
  EXIT,
  type ExitStatus,
  hasErrors,
  type Position,
  type Problem,
  PROBLEM_CODES,
  type ProblemCode,
  type ProblemStyle,
  renderProblems,
  type Severity,
  sortProblems,
  statusOf,
} from '@g6/problems';
export {
  DEFAULT_RULE_OPTIONS,
  type RuleDrift,
  ruleDriftToken,
  type RuleOptions,
  ruleOptions,
} from '@g6/rules';
export {
  capitalized,
  completeConfig,
  type Config,
  CONFIG_FILES,
  type ConfigReading,
  DEFAULT_CONFIG,
  describeDefault,
  describeSetting,
  type Field,
  fits,
  type Flag,
  nxOptionProblems,
  type RawConfig,
  readConfig,
  type Setting,
  SETTING_ENTRIES,
  type SettingKey,
  SETTINGS,
  settingsWith,
} from '@g6/settings';
export { CI_SYSTEMS, type CiSystem, type PipelinesRequest } from './files/pipeline-files';
export { outputProblems, type Outputs } from './files/output-problems';
export { configCandidates, hasConfig, loadConfig, placeOfProfiles } from './files/load-config';
export { loadPreview, previewMissing, type PreviewReading } from './files/load-preview';
export { describeSystemFailure } from './files/system-failure';
export { type InputWatcher, watchInputs } from './files/watch-inputs';
export { writeReport } from './files/write-report';
export { STANDARD_INPUT } from './files/read-text';
export { type CoverageReport, type CoverageRequest, coverageRun } from './run/coverage-run';
export { exportFiles, type ExportReport, type ExportRequest, exportRun } from './run/export-run';
export {
  type Environment,
  GENERATION_VARIABLES,
  MANIFEST_VARIABLES,
  readEnvironment,
  VERIFICATION_VARIABLES,
} from './run/environment';
export type { ExplainedDashboard, ExplainedLeftOut, ExplainedPanel } from './run/explain-dashboard';
export type {
  ExplainedMetric,
  ReadingAlert,
  ReadingPanel,
  ReadingRule,
  ReadingVariable,
} from './run/explain-metric';
export { type ExplainReport, type ExplainRequest, explainRun } from './run/explain-run';
export type { GenerateReport, GenerateRequest, GenerateScope } from './run/generate-request';
export { generateRun } from './run/generate-run';
export * from './run/in-memory';
export type { SourceFile } from '@g6/yaml';
export {
  type InventoryDiffReport,
  inventoryDiffRun,
  type InventorySides,
} from './run/inventory-diff-run';
export { gatherImport, type Gathered, type ImportSources } from './run/gather-import';
export {
  importAny,
  type ImportAnyRequest,
  importInto,
  type ImportIntoRequest,
  type ImportReport,
  type ImportRequest,
  importRun,
  readImportWorkspace,
} from './run/import-run';
export { type FormOptions, importRefusal, readHeader } from './run/import-options';
export { type SortedSources, type SourceGroup, sortSources } from './run/sort-sources';
export { type InventoryReport, type InventoryRequest, inventoryRun } from './run/inventory-run';
export { type LintReport, type LintRequest, lintRun } from './run/lint-run';
export type { DashboardsFrom } from './run/load-dashboards';
export { type BasisReading, loadBasis } from './run/load-workspace';
export type { PanelOrigin } from './run/panel-origins';
export { type PlansLocation, type RunSize, runSize, type SpecLocation } from './run/read-workspace';
export type {
  PictureOptions,
  PictureRange,
  PreviewOptions,
  PreviewPackage,
  PreviewServer,
  ReviewedPanel,
  ReviewInput,
} from './run/preview-package';
export {
  type PicturesReport,
  type PicturesRequest,
  picturesRun,
  PREVIEW_PORT,
  type PreviewStart,
  type StartedPreview,
  startPreview,
} from './run/preview-run';
export { inputPaths } from './run/input-paths';
export {
  type PreviewCatalogue,
  type PreviewDashboard,
  type PreviewEntry,
  type PreviewRequest,
  type PreviewSeries,
  PreviewSource,
  type PreviewState,
} from './run/preview-source';
export {
  checkRulesRun,
  type RulesCheckReport,
  type RulesOutcome,
  type RulesReport,
  type RulesRequest,
  type RuleText,
  rulesRun,
} from './run/rules-run';
export { type ReviewReport, type ReviewRequest, reviewRun } from './run/review-run';
export { type RunRequest, runRequest } from './run/run-request';
export { type SyncReport, type SyncRequest, syncRun, syncWithoutPlans } from './run/sync-run';
export { type TestRulesReport, testRulesRun } from './run/test-rules-run';
export type { VerifyReport, VerifyRequest } from './run/verify-request';
export { orphanDrift, verifyRun } from './run/verify-run';
export * from './scaffold';
export { printCoverage, type CoverageOutput } from './reports/print-coverage';
export { printExplain } from './reports/print-explain';
export { printExport } from './reports/print-export';
export { printGenerate } from './reports/print-generate';
export { importNotes, printImport } from './reports/print-import';
export * from './reports/print-init';
export { printInventory, printInventoryDiff } from './reports/print-inventory';
export { printCheck, type CheckOutput } from './reports/print-check';
export { checkRun, type CheckReport, type CheckRequest, prometheusFailed } from './run/check-run';
export type { PrometheusOptions, ServerOptions } from './files/server-access';
export { CHECK_FORMATS, type CheckFormat, CHECKS, secondsOf } from '@g6/check';
export * from './live';
export { printLint, type LintOutput } from './reports/print-lint';
export { printSlices } from './reports/print-slices';
export { printPictures } from './reports/print-pictures';
export {
  printReview,
  REVIEW_FORMATS,
  type ReviewFormat,
  type ReviewOutput,
} from './reports/print-review';
export { printRules, printRulesCheck, printRuleTests } from './reports/print-rules';
export { printOrphan, printVerify, printVerifyManifest } from './reports/print-verify';
export { type Printout, printProblems, type Shell } from './reports/printer';
export {
  jsonSchemas,
  type PublishedSchema,
  reportSchemas,
  type ReportSchema,
} from './schemas/json-schemas';
