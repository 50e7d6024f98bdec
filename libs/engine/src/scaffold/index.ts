export {
  CHECK_SECRETS,
  CHECK_WORKFLOW,
  type CheckWorkflow,
  checkScript,
  checkWorkflow,
} from './check-workflow';
export { FIRST_CONFIG, FIRST_SETTINGS } from './first-config';
export { type NameTaken, nameTakenProblem } from './name-taken';
export { type MetricRequest, newMetric, type NewMetric } from './new-metric';
export {
  FIRST_PROFILE,
  newPlan,
  type NewPlan,
  type PlanContext,
  planText,
  type PlanRequest,
} from './new-plan';
export {
  commandLine,
  nodeSteps,
  packageManagerAmong,
  type PackageManager,
} from './package-manager';
export { REPORT_WORKFLOW, type ReportWorkflow, reportWorkflow } from './report-workflow';
export { SAMPLE_SLUG, SAMPLE_SPEC } from './sample';
export {
  gitHook,
  GITLAB_INCLUDE,
  GITLAB_JOB,
  GITLAB_PIPELINE,
  gitLabJob,
  HOOK,
  type Pipeline,
  TURN_ON_HOOKS,
  VERIFY_WORKFLOW,
  verifyWorkflow,
} from './verify-pipelines';
