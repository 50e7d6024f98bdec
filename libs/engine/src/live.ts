/** The part of the public API that is about a live Grafana. */
export {
  GRAFANA_APIS,
  type GrafanaApiName,
  GUARDED_STATES,
  type GuardedState,
  LIVE_STATES,
  type LiveComparison,
  type LiveState,
  type PushAction,
  type PushedDashboard,
} from '@g6/live-grafana';
export type { GrafanaOptions } from './files/grafana-access';
export { egressProblems, grafanaFailed } from './run/live/connect-grafana';
export { type LiveDiffReport, liveDiffRun } from './run/live/live-diff-run';
export type { LiveRequest } from './run/live/live-request';
export { type PushReport, type PushRequest, pushRun } from './run/live/push-run';
export { printLiveDiff } from './reports/print-live-diff';
export {
  leftProblem,
  type PulledValue,
  type PullReport,
  type PullRequest,
  pullRun,
} from './run/live/pull-run';
export { printPull } from './reports/print-pull';
export { printPush } from './reports/print-push';
