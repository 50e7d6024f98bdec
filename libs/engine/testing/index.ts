export { type AskingDashboard, dashboardExprs } from './dashboard-exprs';
export { ensurePrograms } from './ensure-programs';
export { lifelikeHistory, type Stretch } from './lifelike-history';
export { useTempFolder } from './temp-folder';
export { useServers } from './use-servers';
export { waitUntil } from './wait-until';
