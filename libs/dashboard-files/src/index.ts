export {
  dashboardFileName,
  dashboardFileOf,
  type DashboardsReading,
  type DashboardText,
  decodeDashboard,
  decodeGenerated,
  encodeDashboard,
  type EncodedDashboard,
  isGenerated,
  slugOfFile,
  slugOfPath,
} from './codec';
export { compareManifest } from './compare-manifest';
export { compareDashboards } from './compare-dashboards';
export type { DashboardFile, FileDatasource, FilePanel, FileQuery } from './dashboard-file';
export { type Drift, driftDetails, driftTokens, hasDrift, NO_DRIFT } from './drift';
export { manifestText } from './manifest';
