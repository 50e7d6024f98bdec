export { type AskingDashboard, dashboardExprs } from './dashboard-exprs';
export { useTempFolder } from './temp-folder';
export { waitUntil } from './wait-until';
