import type { FoundPanel } from '../dashboards/found-dashboard';

const PANEL_TYPES = new Set([
  ...['timeseries', 'stat', 'gauge', 'bargauge', 'barchart', 'table', 'heatmap', 'histogram'],
  ...['piechart', 'state-timeline', 'status-history', 'xychart', 'trend', 'text'],
]);

/** Whether a plan can have a panel; the reading reports those that it cannot. */
export function isWritable(panel: FoundPanel): boolean {
  if (panel.foreign.length > 0 || !PANEL_TYPES.has(panel.type)) return false;
  return panel.type === 'text' || panel.queries.length > 0;
}
