export {
  CHECK_SECRETS,
  CHECK_WORKFLOW,
  type CheckWorkflow,
  checkScript,
  checkWorkflow,
} from './check-workflow';
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
export { packageManagerAmong, type PackageManager } from './package-manager';
export { SAMPLE_SLUG, SAMPLE_SPEC } from './sample';
