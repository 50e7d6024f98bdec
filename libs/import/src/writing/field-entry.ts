import type { FoundPanel } from '../dashboards/found-dashboard';
import type { JsonObject } from '../dashboards/json-values';
import { withoutUndefined } from './metric-entry';
import { unlessDrawn } from './type-defaults';

/** The keys of a plan for how values are drawn, and what no key says. */
export interface FieldEntry {
  readonly look: Record<string, unknown>;
  readonly rest: JsonObject;
}

/** Turns the field configuration of a panel into keys of a plan. */
export function fieldEntry(panel: FoundPanel): FieldEntry {
  const { decimals, min, max, noValue, thresholds, mappings } = panel;
  const color = colorEntry(panel.color);
  const written = mappings.map(mappingEntries);
  const areMappingsWritten = written.every((entries) => entries !== undefined);
  const look = withoutUndefined({
    decimals: wholeNumber(decimals),
    min,
    max,
    no_value: noValue,
    color: panel.type === 'text' ? undefined : unlessDrawn(panel.type, 'color', color),
    thresholds: thresholdsEntry(thresholds ?? NO_THRESHOLDS, panel),
    mappings: mappings.length > 0 && areMappingsWritten ? written.flat() : undefined,
    ...customEntry(panel),
  });
  const rest = withoutUndefined({
    color: panel.color !== undefined && color === undefined ? panel.color : undefined,
    displayName: panel.defaults['displayName'],
    links: linksIn(panel.defaults['links']),
    mappings: mappings.length > 0 && !areMappingsWritten ? mappings : undefined,
    decimals: decimals !== undefined && wholeNumber(decimals) === undefined ? decimals : undefined,
  });
  return { look, rest };
}

function colorEntry(color: JsonObject | undefined): string | undefined {
  const { mode, fixedColor } = color ?? {};
  if (mode === 'fixed') return typeof fixedColor === 'string' ? fixedColor : undefined;
  return typeof mode === 'string' && mode !== 'shades' ? mode : undefined;
}

/** Links on each value, unless there are none. */
function linksIn(links: unknown): readonly unknown[] | undefined {
  return Array.isArray(links) && links.length > 0 ? links : undefined;
}

type Thresholds = NonNullable<FoundPanel['thresholds']>;

const NO_THRESHOLDS: Thresholds = {
  mode: 'absolute',
  steps: [{ value: null, color: 'green' }],
};

/** Thresholds, unless they mark no value and nothing is drawn of them: an override may mark some. */
function thresholdsEntry({ mode, steps }: Thresholds, { type, custom }: FoundPanel): unknown {
  const { mode: style = 'off' } = (custom['thresholdsStyle'] ?? {}) as JsonObject;
  const drawn = typeof style === 'string' && LINES.has(style) ? style : 'off';
  const canDraw = WITH_LINES.has(type);
  if (steps.length < 2 && !(canDraw && drawn !== 'off')) return undefined;
  const show = canDraw && drawn !== 'dashed' ? drawn : undefined;
  const rest = withoutUndefined({ mode: mode === 'percentage' ? mode : undefined, show });
  const limits = limitsOf(steps);
  if (limits) return { ...limits, ...rest };
  const list = steps.map(({ value, color }, index) =>
    withoutUndefined({ value: index === 0 || value === null ? undefined : value, color }),
  );
  return Object.keys(rest).length === 0 ? list : { steps: list, ...rest };
}

/** Panel types that can draw thresholds as lines, and dashed ones unless a plan says otherwise. */
const WITH_LINES = new Set(['timeseries', 'trend', 'barchart']);

/** Steps in the short form, if they are green, then orange or red. */
function limitsOf(steps: Thresholds['steps']): Record<string, number> | undefined {
  const [base, ...raised] = steps;
  const names = raised.map(({ color }) => LIMITS[color]).join();
  if (base?.color !== 'green' || !['warning', 'critical', 'warning,critical'].includes(names)) {
    return undefined;
  }
  const values = raised.map(({ value }) => value ?? Number.NaN);
  if (!values.every((value, at) => value > (values[at - 1] ?? -Infinity))) return undefined;
  return Object.fromEntries(
    raised.map(({ color, value }): [string, number] => [LIMITS[color] ?? color, value ?? 0]),
  );
}

const LIMITS: Readonly<Record<string, string>> = { orange: 'warning', red: 'critical' };

const LINES = new Set(['off', 'line', 'dashed', 'area', 'line+area', 'dashed+area']);

/** Turns one of Grafana's mappings into those of a plan; undefined if a plan cannot say it. */
function mappingEntries(mapping: JsonObject): Record<string, unknown>[] | undefined {
  const { type, options } = mapping;
  if (typeof options !== 'object' || options === null) return undefined;
  const of = options as JsonObject;
  if (type === 'value') {
    const entries = inIndexOrder(of).map(([value, result]) =>
      result === null || typeof result !== 'object'
        ? undefined
        : withResult({ value }, result as JsonObject),
    );
    return entries.every((entry) => entry !== undefined) ? entries : undefined;
  }
  const result = (of['result'] ?? {}) as JsonObject;
  if (type === 'range') {
    return [withResult({ range: [boundOf(of['from']), boundOf(of['to'])] }, result)];
  }
  if (type === 'regex' && typeof of['pattern'] === 'string') {
    return [withResult({ regex: of['pattern'] }, result)];
  }
  if (type === 'special' && typeof of['match'] === 'string') {
    return [withResult({ special: of['match'] }, result)];
  }
  return undefined;
}

/** The values of a mapping in the order in which Grafana's editor shows them. */
function inIndexOrder(options: JsonObject): [string, unknown][] {
  const indexOf = (result: unknown) => Number((result as JsonObject | null)?.['index'] ?? 0);
  return Object.entries(options).sort(([, a], [, b]) => indexOf(a) - indexOf(b));
}

function boundOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function withResult(entry: Record<string, unknown>, { text, color }: JsonObject) {
  return withoutUndefined({
    ...entry,
    text: typeof text === 'string' ? text : undefined,
    color: typeof color === 'string' ? color : undefined,
  });
}

function wholeNumber(value: number | undefined): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** The custom field configuration of graphs. */
function customEntry({ type, custom, options }: FoundPanel): Record<string, unknown> {
  const { drawStyle, stacking, fillOpacity, lineWidth, axisLabel } = custom;
  const { axisSoftMin, axisSoftMax, axisPlacement, scaleDistribution } = custom;
  const { mode } = (stacking ?? {}) as JsonObject;
  const stack = type === 'barchart' ? options['stacking'] : mode;
  const isFilled = fillOpacity === undefined || typeof fillOpacity === 'number';
  const { type: scale, log } = (scaleDistribution ?? {}) as JsonObject;
  const axis = withoutUndefined({
    label: typeof axisLabel === 'string' && axisLabel !== '' ? axisLabel : undefined,
    log: scale === 'log' && (log === 2 || log === 10) ? log : undefined,
    soft_min: typeof axisSoftMin === 'number' ? axisSoftMin : undefined,
    soft_max: typeof axisSoftMax === 'number' ? axisSoftMax : undefined,
    placement: named(axisPlacement, ['left', 'right', 'hidden']),
  });
  const entry: Record<CustomKey, unknown> = {
    style: named(drawStyle, ['bars', 'points']),
    stack: named(stack, ['normal', 'percent']),
    fill: isFilled ? unlessDrawn(type, 'fill', percentOf(fillOpacity)) : undefined,
    line_width: unlessDrawn(type, 'lineWidth', lineWidthOf(lineWidth)),
    axis: Object.keys(axis).length > 0 ? axis : undefined,
  };
  // A panel keeps settings of the type that it had before, which do nothing.
  return Object.fromEntries(
    Object.entries(entry).filter(([key]) => TYPES_OF_KEY[key as CustomKey].includes(type)),
  );
}

type CustomKey = 'style' | 'stack' | 'fill' | 'line_width' | 'axis';

const SERIES_TYPES = ['timeseries', 'trend'];
const GRAPH_TYPES = [...SERIES_TYPES, 'xychart', 'barchart', 'histogram'];
const DRAWN_TYPES = [...GRAPH_TYPES, 'state-timeline', 'status-history'];

/** The panel types that know a key. */
const TYPES_OF_KEY: Readonly<Record<CustomKey, readonly string[]>> = {
  style: SERIES_TYPES,
  stack: [...SERIES_TYPES, 'barchart', 'histogram'],
  fill: DRAWN_TYPES,
  line_width: DRAWN_TYPES,
  axis: [...SERIES_TYPES, 'xychart', 'barchart'],
};

function percentOf(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.min(100, Math.max(0, value));
}

function lineWidthOf(value: unknown): number | undefined {
  const isWidth = typeof value === 'number' && Number.isInteger(value);
  return isWidth && value >= 0 && value <= 10 ? value : undefined;
}

function named(value: unknown, allowed: readonly string[]): string | undefined {
  return typeof value === 'string' && allowed.includes(value) ? value : undefined;
}

/** Turns overrides into those of a plan; properties without a key of their own go by Grafana's ids. */
export function overrideEntries(
  overrides: readonly JsonObject[],
  refs: ReadonlyMap<string, string>,
): Record<string, unknown>[] {
  return overrides.flatMap((override) => {
    const { id, options } = (override['matcher'] ?? {}) as JsonObject;
    const match = matchOf(
      id,
      id === 'byFrameRefID' ? (refs.get(String(options)) ?? options) : options,
    );
    const properties = Array.isArray(override['properties'])
      ? (override['properties'] as JsonObject[])
      : [];
    if (properties.length === 0) return [];
    return [overrideEntry(match, properties)];
  });
}

function matchOf(id: unknown, options: unknown): Record<string, unknown> {
  const isText = typeof options === 'string' && options !== '';
  if (id === 'byName' && isText) return { field: options };
  if (id === 'byNames' && typeof options === 'object') {
    const { names, mode, prefix } = (options ?? {}) as JsonObject;
    const isPlain = (mode === undefined || mode === 'include') && prefix === undefined;
    if (isPlain && Array.isArray(names) && names.length > 0) return { field: names };
  }
  if (id === 'byRegexp' && isText) return { regex: options };
  if (id === 'byFrameRefID' && isText) return { query: options };
  if (id === 'byType') {
    const type = named(options, ['number', 'string', 'time', 'boolean']);
    if (type !== undefined) return { type };
  }
  return withoutUndefined({ id: typeof id === 'string' ? id : 'byName', options });
}

function overrideEntry(match: Record<string, unknown>, properties: readonly JsonObject[]) {
  const entry: Record<string, unknown> = { match };
  const others: Record<string, unknown> = {};
  for (const { id, value } of properties) {
    if (typeof id !== 'string') continue;
    const known = OVERRIDE_KEYS[id]?.(value);
    if (known === undefined) others[id] = value ?? null;
    else Object.assign(entry, known);
  }
  return Object.keys(others).length > 0 ? { ...entry, properties: others } : entry;
}

/** Properties with keys of their own, whose values a plan can have as they are. */
const OVERRIDE_KEYS: Readonly<Record<string, (value: unknown) => object | undefined>> = {
  displayName: (value) => (typeof value === 'string' ? { title: value } : undefined),
  unit: (value) => (typeof value === 'string' && value !== '' ? { unit: value } : undefined),
  decimals: (value) =>
    typeof value === 'number' && wholeNumber(value) !== undefined ? { decimals: value } : undefined,
  min: (value) => (typeof value === 'number' ? { min: value } : undefined),
  max: (value) => (typeof value === 'number' ? { max: value } : undefined),
  color: (value) => {
    const { mode, fixedColor, ...others } = (value ?? {}) as JsonObject;
    return mode === 'fixed' && typeof fixedColor === 'string' && Object.keys(others).length === 0
      ? { color: fixedColor }
      : undefined;
  },
  'custom.width': (value) =>
    typeof value === 'number' && wholeNumber(value) !== undefined ? { width: value } : undefined,
};
