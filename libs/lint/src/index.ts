export { lintSubject } from './lint-subject';
export { LINT_FORMATS, type LintFormat, renderFindings } from './render-findings';
export { exceptionFor } from './exceptions';
export type { LintDashboard, LintExpression, LintPanel, LintSubject, Place } from './lint';
export { placeOf } from './lint';
export { LINTS } from './lints';
export { renderSarif } from './render-sarif';
export { type Finding, runLints } from './run-lints';
