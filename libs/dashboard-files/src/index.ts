export { compareDashboards } from './compare-dashboards';
export { type Drift, driftDetails, driftTokens, hasDrift, NO_DRIFT } from './drift';
export { isOurs } from './is-ours';
export { manifestText } from './manifest';
