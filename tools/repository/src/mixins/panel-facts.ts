import { expressionForm } from './expression-form';
import { type Json, listAt, objectAt } from './json';

/** What a reader sees of a panel, in a form that is the same for panels that look the same. */
export function panelFacts(panel: Json): Json {
  const graph = panel['type'] === 'timeseries';
  const defaults = objectAt(panel, 'fieldConfig', 'defaults');
  return {
    title: panel['title'],
    type: panel['type'],
    queries: listAt(panel, 'targets').map((query, place) =>
      queryFacts(query as Json, place, panel['type'] === 'table'),
    ),
    unit: defaults['unit'] ?? 'none',
    min: defaults['min'],
    max: defaults['max'],
    thresholds: thresholdFacts(defaults['thresholds']),
    ...(graph ? graphFacts(panel, objectAt(defaults, 'custom')) : {}),
    overrides: overrideFacts(listAt(panel['fieldConfig'], 'overrides') as readonly Json[]),
    transformations: listAt(panel, 'transformations').map((step) => ({
      id: (step as Json)['id'],
      options: (step as Json)['options'] ?? {},
    })),
  };
}

function queryFacts(query: Json, place: number, table: boolean): Json {
  const { refId, expr, legendFormat, format, instant } = query;
  return {
    ref: refId ?? String.fromCharCode(65 + place),
    expr: expressionForm(String(expr)),
    ...(table ? {} : { legend: legendFormat ?? '__auto' }),
    format: format ?? 'time_series',
    instant: instant ?? false,
  };
}

function graphFacts(panel: Json, custom: Json): Json {
  const legend = objectAt(panel, 'options', 'legend');
  const { showLegend = true, displayMode = 'list', placement = 'bottom', calcs = [] } = legend;
  return {
    stacking: objectAt(custom, 'stacking')['mode'] ?? 'none',
    fill: custom['fillOpacity'] ?? 0,
    thresholdLines: objectAt(custom, 'thresholdsStyle')['mode'] ?? 'off',
    softMin: custom['axisSoftMin'],
    softMax: custom['axisSoftMax'],
    legend: showLegend === true ? { displayMode, placement, calcs } : 'hidden',
    tooltip: objectAt(panel, 'options', 'tooltip')['mode'] ?? 'single',
    interval: panel['interval'],
  };
}

/** The steps of thresholds; undefined if there is only a base, which marks no value. */
function thresholdFacts(thresholds: unknown): Json | undefined {
  const { mode = 'absolute', steps } = objectAt(thresholds);
  const marked = ((steps ?? []) as readonly Json[]).map(({ color, value = null }) => ({
    color,
    value,
  }));
  return marked.length < 2 ? undefined : { mode, steps: marked };
}

function overrideFacts(overrides: readonly Json[]): Json[] {
  return overrides
    .map(({ matcher, properties }) => ({ matcher, properties: propertyFacts(properties) }))
    .filter(({ properties }) => Object.keys(properties).length > 0);
}

function propertyFacts(properties: unknown): Json {
  const set = (properties as readonly Json[]).filter(({ value }) => value !== undefined);
  return Object.fromEntries(set.map(({ id, value }) => [String(id), propertyFact(id, value)]));
}

function propertyFact(id: unknown, value: unknown): unknown {
  if (id === 'thresholds') return thresholdFacts(value);
  if (id !== 'color') return value;
  const { seriesBy, ...color } = objectAt(value);
  return seriesBy === undefined || seriesBy === 'lastNotNull' ? color : { ...color, seriesBy };
}
