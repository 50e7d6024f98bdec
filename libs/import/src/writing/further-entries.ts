/**
 * What no other key of a plan says of a panel: options of its type, and custom properties of its
 * fields, by Grafana's names. Only what generation would draw otherwise is written.
 */
import { stableJson } from '@g6/generation';
import type { FoundPanel } from '../dashboards/found-dashboard';
import { type JsonObject, objectOf, present, without } from '../dashboards/json-values';

/** The keys `options` and `properties` of a panel. */
export interface FurtherEntries {
  readonly options: JsonObject;
  readonly properties: JsonObject;
}

/** Compares a panel with what is generated from the other keys of its plan. */
export function furtherEntries(panel: FoundPanel, generated: JsonObject): FurtherEntries {
  if (panel.type === 'text' || panel.type === 'heatmap') return { options: {}, properties: {} };
  const defaults = objectOf(objectOf(generated['fieldConfig'])['defaults']);
  return {
    options: furtherOptions(panel, objectOf(generated['options'])),
    properties: furtherProperties(panel, objectOf(defaults['custom'])),
  };
}

/** Options that other keys say, and one that every user of a dashboard sets anew. */
const SAID_OTHERWISE = ['legend', 'tooltip', 'reduceOptions', 'stacking', 'frameIndex'];

/** Options that a type has and generation leaves open. */
const LEFT_OPEN: Readonly<Record<string, readonly string[]>> = {
  table: ['sortBy', 'footer'],
  barchart: ['xField', 'colorByField'],
  trend: ['xField'],
  histogram: ['bucketSize'],
};

function furtherOptions({ type, options }: FoundPanel, generated: JsonObject): JsonObject {
  const known = [...Object.keys(generated), ...(LEFT_OPEN[type] ?? [])];
  const own = Object.entries(without(options, SAID_OTHERWISE)).filter(
    ([key, value]) => known.includes(key) && isSaid(value) && !isSame(value, generated[key]),
  );
  const reduced = Object.entries(without(objectOf(options['reduceOptions']), ['calcs'])).filter(
    ([key, value]) => isSaid(value) && !isSame(value, objectOf(generated['reduceOptions'])[key]),
  );
  return {
    ...Object.fromEntries(own),
    ...(reduced.length > 0 && generated['reduceOptions'] !== undefined
      ? { reduceOptions: Object.fromEntries(reduced) }
      : {}),
  };
}

const LINES: JsonObject = {
  spanNulls: false,
  showPoints: 'auto',
  lineInterpolation: 'linear',
  gradientMode: 'none',
  lineStyle: { fill: 'solid' },
  barAlignment: 0,
  insertNulls: false,
  fillBelowTo: '',
  axisCenteredZero: false,
  axisColorMode: 'text',
  axisBorderShow: false,
};
const CELLS: JsonObject = { align: 'auto', cellOptions: { type: 'auto' }, filterable: false };

/** The custom properties that matter, by panel type, with Grafana's defaults. */
const PROPERTIES: Readonly<Record<string, JsonObject>> = {
  timeseries: LINES,
  trend: LINES,
  barchart: { gradientMode: 'none', axisCenteredZero: false },
  histogram: { gradientMode: 'none' },
  table: { ...CELLS, width: undefined, minWidth: undefined, inspect: false },
};

function furtherProperties({ type, custom }: FoundPanel, generated: JsonObject): JsonObject {
  const usual = PROPERTIES[type] ?? {};
  const own = Object.keys(usual).flatMap((key): [string, unknown][] => {
    const value = custom[key];
    const drawn = key in generated ? generated[key] : usual[key];
    return isSaid(value) && !isSame(value, drawn) ? [[`custom.${key}`, value]] : [];
  });
  const hidden = objectOf(custom['hideFrom']);
  const isHidden = Object.values(hidden).includes(true);
  return { ...Object.fromEntries(own), ...(isHidden ? { 'custom.hideFrom': hidden } : {}) };
}

/** Whether a dashboard says something: Grafana takes an empty text or list for its default. */
function isSaid(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !(Array.isArray(value) && value.length === 0);
}

function isSame(left: unknown, right: unknown): boolean {
  return stableJson(comparable(left)) === stableJson(comparable(right));
}

/** Without keys that have no value, in which Grafana's own versions differ. */
function comparable(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? present(value as JsonObject) : (value ?? null);
}
