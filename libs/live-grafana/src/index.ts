export { type ApiChoice, chooseApi } from './api/choose-api';
export {
  GRAFANA_APIS,
  type GrafanaApi,
  type GrafanaApiName,
  type LiveDashboard,
} from './api/grafana-api';
export {
  endsEverything,
  type GrafanaAnswer,
  type GrafanaFailure,
  type GrafanaRequest,
  type Reading,
  type Send,
} from './api/grafana-request';
export {
  compareLive,
  isPushed,
  LIVE_STATES,
  type LiveComparison,
  type LiveState,
  orphanOf,
  type WantedDashboard,
} from './dashboard-state';
export { allPanels, differencesOf, pairPanels } from './differences';
export type { FolderPlan } from './folder-maker';
export { normalDashboard } from './normal/normal-dashboard';
export { normalPanel } from './normal/normal-panel';
export { dashboardEdits } from './pull/dashboard-edits';
export { joinPatches, patchBetween } from './pull/merge-patch';
export { type PanelEdit, panelEdits } from './pull/panel-edits';
export {
  GUARDED_STATES,
  type GuardedState,
  pushDashboards,
  type PushAction,
  type PushedDashboard,
  type PushItem,
} from './push-dashboards';
