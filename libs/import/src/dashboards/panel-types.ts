/** The panel types that Grafana ships, and old ones that it turns into those. */
export const GRAFANA_PANEL_TYPES: ReadonlySet<string> = new Set([
  ...['alertlist', 'annolist', 'barchart', 'bargauge', 'candlestick', 'canvas', 'dashlist'],
  ...['datagrid', 'debug', 'flamegraph', 'gauge', 'geomap', 'gettingstarted', 'heatmap'],
  ...['histogram', 'live', 'logs', 'news', 'nodeGraph', 'piechart', 'row', 'stat'],
  ...['state-timeline', 'status-history', 'table', 'text', 'timeseries', 'traces', 'trend'],
  ...['welcome', 'xychart'],
]);
