export { lintSubject } from './lint-subject';
export { LINT_FORMATS, type LintFormat, renderFindings } from './render-findings';
export { LINTS } from './lints';
export { type Finding, runLints } from './run-lints';
