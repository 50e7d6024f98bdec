export { addAll } from './add-all';
export {
  type Annotation,
  ANNOTATION_FORMATS,
  type AnnotationFormat,
  type CheckedSubjects,
  renderAnnotations,
} from './annotations';
export { count } from './count';
export { highest, lowest } from './extremes';
export { EXIT, type ExitStatus, statusOf } from './exit-status';
export { listProblems } from './list-problems';
export { didYouMean, didYouMeanOneOf, nearestName } from './nearest-name';
export { NO_PLACE, placelessProblem } from './placeless-problem';
export { PROBLEM_CODES, type ProblemCode } from './problem-codes';
export {
  comparePositions,
  hasErrors,
  type Position,
  type Problem,
  type Severity,
  sortProblems,
} from './problem';
export {
  chooseProblems,
  countProblems,
  MOST_SHOWN,
  type ProblemStyle,
  renderProblems,
  type ReportDetail,
} from './render-problems';
export { bySlug, compareText } from './text-order';
export {
  gitHubMessage,
  gitHubProperty,
  logLine,
  markdownCode,
  oneLine,
  safeJson,
  sarifMessage,
} from './safe-text';
export { withoutStackTraces } from './without-stack-traces';
