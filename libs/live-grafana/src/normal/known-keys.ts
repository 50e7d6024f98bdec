/**
 * The keys of today's schema. A key beside them is one of a newer schema: with a value that says nothing
 * it is its default, and no difference; with any other value it is an edit.
 */

/** Keys of a dashboard, from Grafana's published `dashboard.jsonschema.json`. */
export const DASHBOARD_KEYS: ReadonlySet<string> = new Set([
  ...['annotations', 'description', 'editable', 'fiscalYearStartMonth', 'gnetId', 'graphTooltip'],
  ...['id', 'links', 'liveNow', 'panels', 'preload', 'refresh', 'revision', 'schemaVersion'],
  ...['snapshot', 'tags', 'templating', 'time', 'timepicker', 'timezone', 'title', 'uid'],
  ...['version', 'weekStart'],
]);

/** Keys of a panel and of a row, from the same. */
export const PANEL_KEYS: ReadonlySet<string> = new Set([
  ...['cacheTimeout', 'collapsed', 'datasource', 'description', 'fieldConfig', 'gridPos'],
  ...['hideTimeOverride', 'id', 'interval', 'libraryPanel', 'links', 'maxDataPoints', 'maxPerRow'],
  ...['options', 'panels', 'pluginVersion', 'queryCachingTTL', 'repeat', 'repeatDirection'],
  ...['targets', 'timeCompare', 'timeFrom', 'timeShift', 'title', 'transformations'],
  ...['transparent', 'type'],
]);

/** Keys that Grafana's server and its page fill in, or that name the dashboard elsewhere. */
export const SERVER_KEYS: ReadonlySet<string> = new Set([
  ...['__elements', '__inputs', '__requires', 'gnetId', 'id', 'iteration', 'revision'],
  ...['schemaVersion', 'uid', 'version'],
]);

/** Keys of a panel that are the server's: ids are new wherever a title changes. */
export const SERVER_PANEL_KEYS: ReadonlySet<string> = new Set(['id', 'pluginVersion']);

/** Keys of a query that only tell how the editor of queries was set. */
export const EDITOR_KEYS: ReadonlySet<string> = new Set([
  ...['disableTextWrap', 'editorMode', 'fullMetaSearch', 'includeNullMetadata', 'key'],
  ...['queryType', 'useBackend'],
]);

/** Keys of a variable that Grafana works out from the others. */
export const COMPUTED_VARIABLE_KEYS: ReadonlySet<string> = new Set(['definition', 'options']);
