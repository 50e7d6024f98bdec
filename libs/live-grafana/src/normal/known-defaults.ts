/**
 * What Grafana takes for granted where a dashboard says nothing, by the place of the key. From the
 * schemas that Grafana publishes in `@grafana/schema`, and from what its page writes out for panels that
 * it ships. A key with its default is the same as no key.
 */
import type { JsonObject } from '@g6/generation';

/** Defaults of the dashboard itself. */
export const DASHBOARD_DEFAULTS: JsonObject = {
  editable: true,
  fiscalYearStartMonth: 0,
  graphTooltip: 0,
  liveNow: false,
  preload: false,
  time: { from: 'now-6h', to: 'now' },
  timepicker: {
    hidden: false,
    refresh_intervals: ['5s', '10s', '30s', '1m', '5m', '15m', '30m', '1h', '2h', '1d'],
  },
  timezone: 'browser',
};

export const PANEL_DEFAULTS: JsonObject = {
  collapsed: false,
  hideTimeOverride: false,
  repeatDirection: 'h',
  transparent: false,
  gridPos: { x: 0, y: 0 },
};

/** Defaults of a query to Prometheus. */
export const QUERY_DEFAULTS: JsonObject = {
  exemplar: false,
  format: 'time_series',
  hide: false,
  instant: false,
  intervalFactor: 1,
  range: true,
};

export const VARIABLE_DEFAULTS: JsonObject = {
  allowCustomValue: true,
  auto: false,
  auto_count: 30,
  auto_min: '10s',
  enableGroupBy: false,
  hide: 0,
  includeAll: false,
  multi: false,
  regexApplyTo: 'value',
  skipUrlSync: false,
  sort: 0,
  valuesFormat: 'csv',
};

export const ANNOTATION_DEFAULTS: JsonObject = {
  builtIn: 0,
  enable: true,
  filter: { exclude: false },
  hide: false,
  useValueForTime: false,
};

/** The layer of annotations that Grafana adds to every dashboard. */
export const BUILT_IN_ANNOTATION: JsonObject = {
  builtIn: 1,
  datasource: { type: 'grafana', uid: '-- Grafana --' },
  enable: true,
  hide: true,
  iconColor: 'rgba(0, 211, 255, 1)',
  name: 'Annotations & Alerts',
  target: { limit: 100, matchAny: false, type: 'dashboard' },
  type: 'dashboard',
};

export const LINK_DEFAULTS: JsonObject = {
  asDropdown: false,
  includeVars: false,
  keepTime: false,
  targetBlank: false,
};
