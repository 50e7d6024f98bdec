import { toNumber } from '../../documents/raw-part';
import { type JsonObject, objectOf, objectsOf, present, textOf } from '../json-values';
import { type ModernPanel, reducerOf } from './modern-panel';
import { stepsBetween } from './old-thresholds';
import { singlestatMappings } from './value-mappings';

/** Turns a `singlestat` into a `stat`, or into a `gauge` if it shows one. */
export function modernizeSinglestat(panel: JsonObject): ModernPanel {
  const gauge = objectOf(panel['gauge']);
  const isGauge = gauge['show'] === true;
  const steps = stepsBetween(panel['thresholds'], panel['colors']);
  const fieldConfig = objectOf(panel['fieldConfig']);
  const defaults = present({
    ...objectOf(fieldConfig['defaults']),
    unit: textOf(panel['format']),
    decimals: toNumber(panel['decimals']),
    noValue: textOf(panel['nullText']),
    min: isGauge ? toNumber(gauge['minValue']) : undefined,
    max: isGauge ? toNumber(gauge['maxValue']) : undefined,
    mappings: singlestatMappings(panel),
    thresholds: steps && { mode: 'absolute', steps },
    color: isColoured(panel) || isGauge ? { mode: 'thresholds' } : undefined,
  });
  return {
    type: isGauge ? 'gauge' : 'stat',
    defaults,
    overrides: objectsOf(fieldConfig['overrides']),
    options: isGauge ? gaugeOptions(panel, gauge) : statOptions(panel),
    transformations: objectsOf(panel['transformations']),
    lost: ['prefix', 'postfix'].filter((key) => textOf(panel[key]) !== undefined),
  };
}

function isColoured(panel: JsonObject): boolean {
  return panel['colorBackground'] === true || panel['colorValue'] === true;
}

function reduceOptions(panel: JsonObject): JsonObject {
  const column = textOf(panel['tableColumn']);
  return {
    calcs: [reducerOf(panel['valueName']) ?? 'mean'],
    values: false,
    fields: column === undefined ? '' : `/^${escapePattern(column)}$/`,
  };
}

function statOptions(panel: JsonObject): JsonObject {
  const colorMode =
    panel['colorBackground'] === true
      ? 'background'
      : panel['colorValue'] === true
        ? 'value'
        : 'none';
  return {
    reduceOptions: reduceOptions(panel),
    orientation: 'horizontal',
    textMode: panel['valueName'] === 'name' ? 'name' : 'auto',
    colorMode,
    graphMode: objectOf(panel['sparkline'])['show'] === true ? 'area' : 'none',
    justifyMode: 'auto',
  };
}

function gaugeOptions(panel: JsonObject, gauge: JsonObject): JsonObject {
  return {
    reduceOptions: reduceOptions(panel),
    orientation: 'auto',
    showThresholdLabels: gauge['thresholdLabels'] === true,
    showThresholdMarkers: gauge['thresholdMarkers'] !== false,
  };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
