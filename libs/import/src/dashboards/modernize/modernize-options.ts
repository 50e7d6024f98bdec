import { toNumber } from '../../documents/raw-part';
import { type JsonObject, objectOf, objectsOf, present, textOf } from '../json-values';
import { colorOverrides, type ModernPanel, reducerOf } from './modern-panel';
import { legendOf } from './modernize-graph';
import { modernMappings } from './value-mappings';

/** Turns the plugin `grafana-piechart-panel` into Grafana's own `piechart`. */
export function modernizePieChart(panel: JsonObject): ModernPanel {
  const fieldConfig = objectOf(panel['fieldConfig']);
  const legend = objectOf(panel['legend']);
  const values = (['values', 'percentage'] as const)
    .filter((key) => legend[key] === true)
    .map((key) => (key === 'values' ? 'value' : 'percent'));
  const place = panel['legendType'] === 'Right side' ? 'right' : 'bottom';
  return {
    type: 'piechart',
    defaults: present({
      ...objectOf(fieldConfig['defaults']),
      unit: textOf(panel['format']),
      decimals: toNumber(panel['decimals']),
    }),
    overrides: [...objectsOf(fieldConfig['overrides']), ...colorOverrides(panel['aliasColors'])],
    options: {
      pieType: panel['pieType'] === 'donut' ? 'donut' : 'pie',
      reduceOptions: {
        calcs: [reducerOf(panel['valueName']) ?? 'lastNotNull'],
        values: false,
        fields: '',
      },
      legend: { ...legendOf({ ...legend, values: false }), placement: place, values },
      displayLabels: panel['legendType'] === 'On graph' ? ['name'] : [],
    },
    transformations: objectsOf(panel['transformations']),
    lost: objectOf(panel['combine'])['threshold'] ? ['combine'] : [],
  };
}

/** Moves the content of an old `text` panel into its options. */
export function modernizeText(panel: JsonObject): ModernPanel {
  const modern = asItIs(panel);
  if (panel['content'] === undefined || modern.options['content'] !== undefined) return modern;
  const mode = panel['mode'] === 'html' ? 'html' : 'markdown';
  return {
    ...modern,
    options: { ...modern.options, mode, content: textOf(panel['content']) ?? '' },
  };
}

/**
 * Moves `fieldOptions` of Grafana 6, which gauges, stats and bar gauges had, to the field
 * configuration and `reduceOptions`. Panels without them stay as they are.
 */
export function modernizeFieldOptions(panel: JsonObject): ModernPanel {
  const modern = asItIs(panel);
  if (modern.options['fieldOptions'] === undefined) return modern;
  const { fieldOptions: _, ...options } = modern.options;
  const old = objectOf(modern.options['fieldOptions']);
  const { title, mappings, ...defaults } = { ...objectOf(old['defaults']), ...modern.defaults };
  const calcs = Array.isArray(old['calcs']) ? old['calcs'] : ['mean'];
  const values = old['values'] === true;
  const base = {
    thresholds: thresholdsOf(old['thresholds']),
    ...defaults,
    displayName: textOf(title),
    mappings: modernMappings(mappings ?? old['mappings']),
  };
  return {
    ...modern,
    defaults: present(base),
    overrides: [...objectsOf(old['override']), ...objectsOf(old['overrides']), ...modern.overrides],
    options: {
      reduceOptions: present({ calcs, values, limit: toNumber(old['limit']), fields: '' }),
      ...options,
    },
  };
}

/** Thresholds of Grafana 6.1, a bare list of steps. */
function thresholdsOf(value: unknown): JsonObject | undefined {
  return Array.isArray(value) ? { mode: 'absolute', steps: value } : undefined;
}

/** A panel that has nothing old about it. */
export function asItIs(panel: JsonObject): ModernPanel {
  const fieldConfig = objectOf(panel['fieldConfig']);
  return {
    type: textOf(panel['type']) ?? '',
    defaults: objectOf(fieldConfig['defaults']),
    overrides: objectsOf(fieldConfig['overrides']),
    options: objectOf(panel['options']),
    transformations: objectsOf(panel['transformations']),
    lost: [],
  };
}
