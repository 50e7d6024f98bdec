/** Keys of the look that panels and overrides share, as Grafana's field properties. */
import type { FieldLook } from '@g6/model';
import type { JsonObject } from '../../json-object';
import { mappingsJson } from './mappings';
import { type StatedThresholds, thresholdsJson } from './thresholds';

/** One property of a field by Grafana's id, such as `custom.drawStyle`. */
export interface FieldProperty {
  readonly id: string;
  readonly value: unknown;
}

/** Grafana's modes of choosing a colour by value or by series. */
const COLOR_MODES = new Set([
  'thresholds',
  'palette-classic',
  'palette-classic-by-name',
  'continuous-GrYlRd',
  'continuous-RdYlGr',
  'continuous-BlYlRd',
  'continuous-YlRd',
  'continuous-BlPu',
  'continuous-YlBl',
  'continuous-blues',
  'continuous-reds',
  'continuous-greens',
  'continuous-purples',
]);

/** The properties that a look sets, in a fixed order. */
export function fieldProperties(look: FieldLook): FieldProperty[] {
  const { decimals, min, max, no_value, color, mappings, style, stack, fill, line_width } = look;
  const thresholds = statedThresholds(look);
  return [
    ...one('decimals', decimals),
    ...one('min', min),
    ...one('max', max),
    ...one('noValue', no_value),
    ...one('color', color === undefined ? undefined : colorJson(color)),
    ...one('thresholds', thresholds === undefined ? undefined : thresholdsJson(thresholds)),
    ...one('mappings', mappings === undefined ? undefined : mappingsJson(mappings)),
    ...one('custom.drawStyle', style),
    ...one('custom.stacking', stack === undefined ? undefined : { group: 'A', mode: stack }),
    ...one('custom.fillOpacity', fill),
    ...one('custom.lineWidth', line_width),
    ...axisProperties(look.axis),
  ];
}

/** The thresholds of a look; those of alerts have been put in as limits before. */
export function statedThresholds({ thresholds }: FieldLook): StatedThresholds | undefined {
  return thresholds === 'from_alerts' ? undefined : thresholds;
}

function axisProperties(axis: FieldLook['axis']): FieldProperty[] {
  if (!axis) return [];
  const { label, log, soft_min, soft_max, placement } = axis;
  return [
    ...one('custom.axisLabel', label),
    ...one('custom.scaleDistribution', log === undefined ? undefined : { type: 'log', log }),
    ...one('custom.axisSoftMin', soft_min),
    ...one('custom.axisSoftMax', soft_max),
    ...one('custom.axisPlacement', placement),
  ];
}

/** A colour mode by its name, or one fixed colour. */
export function colorJson(color: string): JsonObject {
  return COLOR_MODES.has(color) ? { mode: color } : { mode: 'fixed', fixedColor: color };
}

/** A property, or none if it has no value. */
export function one(id: string, value: unknown): FieldProperty[] {
  return value === undefined ? [] : [{ id, value }];
}
