export { type AskingDashboard, dashboardExprs } from './dashboard-exprs';
export { lifelikeHistory, type Stretch } from './lifelike-history';
export { useTempFolder } from './temp-folder';
export { waitUntil } from './wait-until';
