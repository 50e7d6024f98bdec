import type { FoundPanel } from '../dashboards/found-dashboard';
import type { JsonObject } from '../dashboards/json-values';
import { withoutUndefined } from './metric-entry';

/** The keys of a plan for how values are drawn, and what no key says. */
export interface FieldEntry {
  readonly look: Record<string, unknown>;
  readonly rest: JsonObject;
}

/** Turns the field configuration of a panel into keys of a plan. */
export function fieldEntry(panel: FoundPanel): FieldEntry {
  const { decimals, min, max, noValue, thresholds, mappings, custom } = panel;
  const color = colorEntry(panel.color);
  const isDefault = thresholds !== undefined && isGrafanasDefault(thresholds.steps);
  const written = mappings.map(mappingEntries);
  const areMappingsWritten = written.every((entries) => entries !== undefined);
  const look = withoutUndefined({
    decimals: wholeNumber(decimals),
    min,
    max,
    no_value: noValue,
    color: color === USUAL_COLOR ? undefined : color,
    thresholds:
      thresholds === undefined || isDefault ? undefined : thresholdsEntry(thresholds, custom),
    mappings: mappings.length > 0 && areMappingsWritten ? written.flat() : undefined,
    ...customEntry(custom),
  });
  const rest = withoutUndefined({
    color: panel.color !== undefined && color === undefined ? panel.color : undefined,
    mappings: mappings.length > 0 && !areMappingsWritten ? mappings : undefined,
    decimals: decimals !== undefined && wholeNumber(decimals) === undefined ? decimals : undefined,
  });
  return { look, rest };
}

const USUAL_COLOR = 'palette-classic';

function colorEntry(color: JsonObject | undefined): string | undefined {
  const { mode, fixedColor } = color ?? {};
  if (mode === 'fixed') return typeof fixedColor === 'string' ? fixedColor : undefined;
  return typeof mode === 'string' && mode !== 'shades' ? mode : undefined;
}

type Thresholds = NonNullable<FoundPanel['thresholds']>;

/** Grafana gives these to every new panel. */
function isGrafanasDefault(steps: Thresholds['steps']): boolean {
  const [base, next] = steps;
  return (
    steps.length === 2 && base?.color === 'green' && next?.value === 80 && next.color === 'red'
  );
}

function thresholdsEntry({ mode, steps }: Thresholds, custom: JsonObject): unknown {
  const list = steps.map(({ value, color }, index) =>
    withoutUndefined({ value: index === 0 || value === null ? undefined : value, color }),
  );
  const { mode: style = 'off' } = (custom['thresholdsStyle'] ?? {}) as JsonObject;
  const show = typeof style === 'string' && LINES.has(style) ? style : 'off';
  return withoutUndefined({
    steps: list,
    mode: mode === 'percentage' ? mode : undefined,
    show: show === 'dashed' ? undefined : show,
  });
}

const LINES = new Set(['off', 'line', 'dashed', 'area', 'line+area', 'dashed+area']);

/** Turns one of Grafana's mappings into those of a plan; undefined if a plan cannot say it. */
function mappingEntries(mapping: JsonObject): Record<string, unknown>[] | undefined {
  const { type, options } = mapping;
  if (typeof options !== 'object' || options === null) return undefined;
  const of = options as JsonObject;
  if (type === 'value') {
    const entries = Object.entries(of).map(([value, result]) =>
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
function customEntry(custom: JsonObject): Record<string, unknown> {
  const { drawStyle, stacking, fillOpacity, lineWidth, axisLabel } = custom;
  const { axisSoftMin, axisSoftMax, axisPlacement, scaleDistribution } = custom;
  const { mode: stack } = (stacking ?? {}) as JsonObject;
  const { type: scale, log } = (scaleDistribution ?? {}) as JsonObject;
  const axis = withoutUndefined({
    label: typeof axisLabel === 'string' && axisLabel !== '' ? axisLabel : undefined,
    log: scale === 'log' && (log === 2 || log === 10) ? log : undefined,
    soft_min: typeof axisSoftMin === 'number' ? axisSoftMin : undefined,
    soft_max: typeof axisSoftMax === 'number' ? axisSoftMax : undefined,
    placement: named(axisPlacement, ['left', 'right', 'hidden']),
  });
  return {
    style: named(drawStyle, ['bars', 'points']),
    stack: named(stack, ['normal', 'percent']),
    fill:
      typeof fillOpacity === 'number' && fillOpacity > 10 ? Math.min(fillOpacity, 100) : undefined,
    line_width: lineWidthOf(lineWidth),
    axis: Object.keys(axis).length > 0 ? axis : undefined,
  };
}

function lineWidthOf(value: unknown): number | undefined {
  return typeof value === 'number' &&
    Number.isInteger(value) &&
    value !== 1 &&
    value <= 10 &&
    value >= 0
    ? value
    : undefined;
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
      typeof options === 'string' ? (refs.get(options) ?? options) : options,
    );
    const properties = Array.isArray(override['properties'])
      ? (override['properties'] as JsonObject[])
      : [];
    if (match === undefined || properties.length === 0) return [];
    return [overrideEntry(match, properties)];
  });
}

function matchOf(id: unknown, options: unknown): Record<string, unknown> | undefined {
  if (id === 'byName' && typeof options === 'string') return { field: options };
  if (id === 'byNames') {
    const { names } = (options ?? {}) as JsonObject;
    return Array.isArray(names) ? { field: names } : undefined;
  }
  if (id === 'byRegexp' && typeof options === 'string') return { regex: options };
  if (id === 'byFrameRefID' && typeof options === 'string') return { query: options };
  if (id === 'byType') {
    const type = named(options, ['number', 'string', 'time', 'boolean']);
    return type === undefined ? undefined : { type };
  }
  return undefined;
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
