import type { Json } from './stored-dashboard';

/** The version of the schema that the stand-in pretends to have: one after that of generated dashboards. */
const NEWER_SCHEMA = 43;
const PLUGIN_VERSION = '13.4.0';

/**
 * What a server adds to a dashboard when it is read: a number and a version of its own, the versions of
 * plugins, defaults that were not written, defaults of a schema that is newer, and keys in another order.
 */
export function filledIn(spec: Json, { id, version }: { id: number; version: number }): Json {
  const panels = listOf(spec['panels']).map(filledPanel);
  const templating = spec['templating'] as Json | undefined;
  return reversed({
    editable: true,
    fiscalYearStartMonth: 0,
    graphTooltip: 0,
    liveNow: false,
    preload: false,
    timepicker: {},
    timezone: 'browser',
    weekStart: '',
    // A key that schemas of today do not have, with its default.
    scopesFollowUser: false,
    ...spec,
    ...(templating ? { templating: { list: listOf(templating['list']).map(filledVariable) } } : {}),
    ...(Array.isArray(spec['panels']) ? { panels } : {}),
    schemaVersion: NEWER_SCHEMA,
    id,
    version,
  });
}

/**
 * What Grafana's own page saves after somebody edited a dashboard: it writes the keys that it knows, so
 * that metadata of others is gone, and every default of the panels.
 */
export function savedByPage(spec: Json, metaKey: string): Json {
  const bare = withoutKey(spec, metaKey);
  const panels = listOf(bare['panels']).map((panel) => pagePanel(withoutMeta(panel, metaKey)));
  return { ...bare, panels };
}

function withoutMeta(panel: Json, metaKey: string): Json {
  const bare = withoutKey(panel, metaKey);
  const { panels } = bare;
  if (!Array.isArray(panels)) return bare;
  return { ...bare, panels: listOf(panels).map((inner) => withoutMeta(inner, metaKey)) };
}

function filledPanel(panel: Json): Json {
  const targets = listOf(panel['targets']).map((target) => ({ hide: false, ...target }));
  const nested = Array.isArray(panel['panels'])
    ? { panels: listOf(panel['panels']).map(filledPanel) }
    : {};
  return reversed({
    ...(panel['type'] === 'row' ? {} : { pluginVersion: PLUGIN_VERSION, transparent: false }),
    links: [],
    ...panel,
    ...(targets.length > 0 ? { targets } : {}),
    ...nested,
  });
}

/** The defaults of time series, which the page writes out with the first edit of any panel of that type. */
const SERIES_DEFAULTS: Json = {
  axisBorderShow: false,
  axisCenteredZero: false,
  axisColorMode: 'text',
  axisLabel: '',
  axisPlacement: 'auto',
  barAlignment: 0,
  barWidthFactor: 0.6,
  drawStyle: 'line',
  fillOpacity: 0,
  gradientMode: 'none',
  hideFrom: { legend: false, tooltip: false, viz: false },
  insertNulls: false,
  lineInterpolation: 'linear',
  lineWidth: 1,
  pointSize: 5,
  scaleDistribution: { type: 'linear' },
  showPoints: 'auto',
  showValues: false,
  spanNulls: false,
  stacking: { group: 'A', mode: 'none' },
  thresholdsStyle: { mode: 'off' },
};

function pagePanel(panel: Json): Json {
  if (panel['type'] !== 'timeseries') return panel;
  const fieldConfig = (panel['fieldConfig'] ?? {}) as Json;
  const defaults = (fieldConfig['defaults'] ?? {}) as Json;
  const custom = { ...SERIES_DEFAULTS, ...(defaults['custom'] as Json | undefined) };
  const options = (panel['options'] ?? {}) as Json;
  const tooltip = { hideZeros: false, ...(options['tooltip'] as Json | undefined) };
  return {
    ...panel,
    pluginVersion: PLUGIN_VERSION,
    fieldConfig: { overrides: [], ...fieldConfig, defaults: { mappings: [], ...defaults, custom } },
    options: { ...options, tooltip },
    targets: listOf(panel['targets']).map((target) => ({
      disableTextWrap: false,
      fullMetaSearch: false,
      includeNullMetadata: true,
      useBackend: false,
      ...target,
    })),
  };
}

function filledVariable(variable: Json): Json {
  return reversed({ hide: 0, skipUrlSync: false, allowCustomValue: true, ...variable });
}

function reversed(object: Json): Json {
  return Object.fromEntries(Object.entries(object).reverse());
}

function withoutKey(object: Json, key: string): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}
