export { lintSubject } from './lint-subject';
export { LINT_FORMATS, type LintFormat, renderFindings } from './render-findings';
export { LINT_RULES } from './rules';
export { type Finding, runRules } from './run-rules';
