/**
 * A panel in the form in which panels that a reader cannot tell apart are equal, by the list of
 * fields that the import has to keep.
 *
 * What is brought into one form, and why:
 * - old panel types: Grafana turns them into those of today, and so does the importer, whose own
 *   tests hold it against Grafana;
 * - the order of matchers and the spaces of an expression: they mean nothing, and injected filters
 *   come last;
 * - what is absent: Grafana takes its default;
 * - thresholds with a base alone: they mark no value;
 * - properties of overrides: their order means nothing, and one without a value sets nothing;
 * - legends of tables: a table has columns instead;
 * - ids of links, mappings and thresholds: Grafana numbers them itself.
 */
import { expressionForm } from '../expression-form';
import { inKeyOrder, type Json, listAt, objectAt } from '../json';

/** The fields of a panel by the words of the list, each in the form in which equal ones are equal. */
export type PanelForm = Readonly<Record<PanelField, unknown>>;

/** The fields that are compared, besides the order and the rows. */
export const PANEL_FIELDS = [
  'type',
  'title',
  'description',
  'queries',
  'unit',
  'thresholds',
  'mappings',
  'overrides',
  'min',
  'max',
  'decimals',
  'stacking',
  'links',
  'repeat',
  'transformations',
  'content',
  'fill',
  'threshold lines',
  'axis',
  'legend',
  'tooltip',
  'interval',
] as const;
export type PanelField = (typeof PANEL_FIELDS)[number];

/** A field that a panel does not have is the same as one that it does not set. */
const NOTHING = Object.fromEntries(PANEL_FIELDS.map((field) => [field, undefined])) as PanelForm;

/** The form of a panel of one of today's types. */
export function panelForm(panel: Json): PanelForm {
  const { type } = panel;
  const defaults = objectAt(panel, 'fieldConfig', 'defaults');
  const custom = objectAt(defaults, 'custom');
  return {
    ...NOTHING,
    type,
    title: textForm(panel['title']),
    description: textForm(panel['description']),
    links: (listAt(panel, 'links') as readonly Json[]).map(linkForm),
    repeat: repeatForm(panel),
    ...(type === 'text' ? { content: contentForm(panel) } : dataForm(panel, defaults)),
    ...(GRAPHS.has(String(type)) ? graphForm(panel, custom) : {}),
  };
}

/** Panels that draw lines or bars on axes. */
const GRAPHS = new Set(['timeseries', 'trend', 'barchart']);

function contentForm(panel: Json): unknown {
  const { content, mode = 'markdown' } = objectAt(panel, 'options');
  return { content: textForm(content), mode };
}

/** The fields of a panel that shows values; a text keeps some of the type that it was before. */
function dataForm(panel: Json, defaults: Json): Partial<PanelForm> {
  const isTable = panel['type'] === 'table';
  return {
    queries: queriesOf(panel).map((query) => queryForm(query, isTable)),
    unit: panel['type'] === 'heatmap' ? heatmapUnit(panel) : unitForm(defaults['unit']),
    thresholds: thresholdsForm(defaults['thresholds']),
    mappings: mappingsForm(defaults['mappings']),
    overrides: overridesForm(listAt(panel['fieldConfig'], 'overrides') as readonly Json[]),
    min: numberForm(defaults['min']),
    max: numberForm(defaults['max']),
    decimals: numberForm(defaults['decimals']),
    transformations: (listAt(panel, 'transformations') as readonly Json[])
      .filter(({ disabled }) => disabled !== true)
      .map(({ id, options }) => inKeyOrder({ id, options: options ?? {} })),
  };
}

function graphForm(panel: Json, custom: Json): Partial<PanelForm> {
  const legend = objectAt(panel, 'options', 'legend');
  const { displayMode, placement = 'bottom', calcs = [], showLegend = true } = legend;
  const isHidden = showLegend !== true || displayMode === 'hidden';
  const fill = custom['fillOpacity'] ?? (panel['type'] === 'barchart' ? 80 : 0);
  return {
    stacking: stackingForm(panel, custom),
    fill,
    'threshold lines': objectAt(custom, 'thresholdsStyle')['mode'] ?? 'off',
    axis: inKeyOrder({
      label: textForm(custom['axisLabel']),
      min: custom['axisSoftMin'],
      max: custom['axisSoftMax'],
    }),
    legend: isHidden ? 'hidden' : { displayMode: displayMode ?? 'list', placement, calcs },
    tooltip: objectAt(panel, 'options', 'tooltip')['mode'] ?? 'single',
    interval: textForm(panel['interval']).replace(/^>\s*/, ''),
  };
}

/** The queries of a panel that ask something. */
export function queriesOf(panel: Json): readonly Json[] {
  return (listAt(panel, 'targets') as readonly Json[]).filter(
    ({ expr }) => typeof expr === 'string' && expr.trim() !== '',
  );
}

/** An expression in the form in which equal ones are equal; as written if it is not PromQL. */
export function exprForm(expr: unknown): string {
  try {
    return expressionForm(String(expr));
  } catch {
    return String(expr).trim();
  }
}

function queryForm(query: Json, isTable: boolean): unknown {
  const { expr, legendFormat, format, instant, range, hide, interval } = query;
  return inKeyOrder({
    expr: exprForm(expr),
    ...(isTable ? {} : { legend: legendFormat ?? '' }),
    format: textForm(format) || 'time_series',
    instant: instant === true && range !== true,
    hide: hide === true,
    interval: textForm(interval).replace(/^>\s*/, ''),
  });
}

function textForm(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function numberForm(value: unknown): number | undefined {
  if (typeof value === 'string' && value.trim() !== '') return Number(value);
  return typeof value === 'number' ? value : undefined;
}

function unitForm(unit: unknown): string {
  return typeof unit === 'string' && unit !== '' ? unit : 'none';
}

/** Heatmaps have their unit in the options, of their axis or of their cells. */
function heatmapUnit(panel: Json): unknown {
  const axis = unitForm(objectAt(panel, 'options', 'yAxis')['unit']);
  const cells = unitForm(objectAt(panel, 'options', 'cellValues')['unit']);
  return { axis, cells };
}

/** The steps of thresholds; undefined if there is only a base, which marks no value. */
function thresholdsForm(thresholds: unknown): unknown {
  const { mode, steps } = objectAt({ thresholds }, 'thresholds');
  const marked = ((steps ?? []) as readonly Json[]).map(({ color, value }, index) => ({
    color,
    value: index === 0 ? undefined : numberForm(value),
  }));
  return marked.length < 2
    ? undefined
    : inKeyOrder({ mode: textForm(mode) || 'absolute', steps: marked });
}

function mappingsForm(mappings: unknown): unknown[] {
  const list = Array.isArray(mappings) ? (mappings as readonly Json[]) : [];
  return list.flatMap(({ type, options }) => {
    if (type !== 'value') return [inKeyOrder({ type, ...resultForm(options as Json) })];
    const entries = Object.entries(options as Json) as [string, Json][];
    return entries
      .sort(([, a], [, b]) => Number(a['index'] ?? 0) - Number(b['index'] ?? 0))
      .map(([value, { text, color }]) => inKeyOrder({ type, value, text, color }));
  });
}

function resultForm({ result, ...what }: Json): Json {
  const { text, color } = objectAt({ result }, 'result');
  const set = Object.entries(what).filter(([, value]) => value !== null && value !== undefined);
  return { ...Object.fromEntries(set), text, color };
}

function overridesForm(overrides: readonly Json[]): unknown[] {
  return overrides
    .map(({ matcher, properties }) => ({
      matcher: matcherForm(matcher as Json),
      properties: propertiesForm(properties as readonly Json[]),
    }))
    .filter(({ properties }) => Object.keys(properties).length > 0)
    .map(inKeyOrder);
}

function matcherForm({ id, options }: Json): unknown {
  return id === 'byNames' ? { id, names: objectAt(options)['names'] } : { id, options };
}

function propertiesForm(properties: readonly Json[]): Json {
  const set = properties.filter(({ value }) => value !== undefined && value !== null);
  return Object.fromEntries(set.map(({ id, value }) => [String(id), propertyForm(id, value)]));
}

function propertyForm(id: unknown, value: unknown): unknown {
  switch (id) {
    case 'thresholds':
      return thresholdsForm(value);
    case 'mappings':
      return mappingsForm(value);
    case 'links':
      return (value as readonly Json[]).map(linkForm);
    default:
      return value;
  }
}

function stackingForm(panel: Json, custom: Json): unknown {
  const own = panel['type'] === 'barchart' ? objectAt(panel, 'options')['stacking'] : undefined;
  return own ?? objectAt(custom, 'stacking')['mode'] ?? 'none';
}

function linkForm({ title, url, targetBlank }: Json): unknown {
  return { title: textForm(title), url, targetBlank: targetBlank === true };
}

function repeatForm({ repeat, repeatDirection, maxPerRow }: Json): unknown {
  if (typeof repeat !== 'string' || repeat === '') return undefined;
  return { repeat, direction: repeatDirection === 'v' ? 'v' : 'h', maxPerRow };
}
