/** The Grafana panel types that an explicit panel may have. */
export const PANEL_TYPES = [
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'barchart',
  'table',
  'heatmap',
  'histogram',
  'piechart',
  'state-timeline',
  'status-history',
  'xychart',
  'trend',
  'text',
  'row',
] as const;
export type PanelType = (typeof PANEL_TYPES)[number];
