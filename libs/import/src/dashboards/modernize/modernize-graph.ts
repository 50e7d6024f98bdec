import { toNumber } from '../../documents/raw-part';
import { type JsonObject, objectOf, objectsOf, present, textOf } from '../json-values';
import { type AxisSettings, dashOf, sizeOf } from './graph-style';
import { seriesOverrides } from './graph-series-overrides';
import { colorOverrides, type ModernPanel, reducerOf } from './modern-panel';
import { graphThresholds } from './old-thresholds';

/**
 * Turns a `graph` into the panel that Grafana draws it as: a `timeseries`, or by the mode of its x
 * axis a `histogram`, a `barchart` or a `bargauge`.
 */
export function modernizeGraph(panel: JsonObject): ModernPanel {
  const fieldConfig = objectOf(panel['fieldConfig']);
  const [left = {}, right = {}] = objectsOf(panel['yaxes']);
  const axis = axisOf(left);
  const thresholds = graphThresholds(panel['thresholds']);
  const type = typeOf(panel);
  const defaults: JsonObject = {
    ...objectOf(fieldConfig['defaults']),
    ...axis.field,
    custom: type === 'timeseries' ? { ...axis.custom, ...styleOf(panel) } : {},
  };
  const withThresholds: JsonObject = thresholds
    ? {
        ...defaults,
        thresholds: { mode: 'absolute', steps: thresholds.steps },
        custom: { ...objectOf(defaults['custom']), thresholdsStyle: { mode: thresholds.style } },
      }
    : defaults;
  return {
    type,
    defaults: withThresholds,
    overrides: [
      ...objectsOf(fieldConfig['overrides']),
      ...colorOverrides(panel['aliasColors']),
      ...seriesOverrides(panel['seriesOverrides'], axisOf(right)),
      ...hiddenSeries(objectOf(panel['legend'])),
    ],
    options: optionsOf(panel, type),
    transformations: objectsOf(panel['transformations']),
    lost: objectsOf(panel['timeRegions']).length > 0 ? ['timeRegions'] : [],
  };
}

function typeOf(panel: JsonObject): string {
  switch (objectOf(panel['xaxis'])['mode']) {
    case 'histogram':
      return 'histogram';
    case 'series':
      return objectOf(panel['legend'])['values'] === true ? 'bargauge' : 'barchart';
    default:
      return 'timeseries';
  }
}

function axisOf(axis: JsonObject): AxisSettings {
  const log = toNumber(axis['logBase']);
  return {
    field: present({
      unit: textOf(axis['format']),
      decimals: toNumber(axis['decimals']),
      min: toNumber(axis['min']),
      max: toNumber(axis['max']),
    }),
    custom: present({
      axisPlacement: axis['show'] === false ? 'hidden' : 'auto',
      axisLabel: textOf(axis['label']),
      scaleDistribution: log === 2 || log === 10 ? { type: 'log', log } : undefined,
    }),
  };
}

/** How lines are drawn; what a graph does not say is as Grafana's graph had it. */
function styleOf(panel: JsonObject): JsonObject {
  const bars = panel['bars'] === true;
  const lines = panel['lines'] !== false;
  const fill = toNumber(panel['fill']) ?? 1;
  const gradient = toNumber(panel['fillGradient']) ?? 0;
  return present({
    drawStyle: bars ? 'bars' : lines ? 'line' : 'points',
    showPoints: panel['points'] === true ? 'always' : bars || lines ? 'never' : undefined,
    pointSize: panel['points'] === true ? sizeOf(panel['pointradius']) : undefined,
    lineWidth: toNumber(panel['linewidth']) ?? 1,
    lineStyle: panel['dashes'] === true ? dashOf(panel) : undefined,
    lineInterpolation: panel['steppedLine'] === true ? 'stepAfter' : undefined,
    fillOpacity: bars ? 100 : (gradient > 0 ? gradient : fill) * 10,
    gradientMode: gradient > 0 ? 'opacity' : undefined,
    spanNulls: panel['nullPointMode'] === 'connected',
    stacking:
      panel['stack'] === true
        ? { mode: panel['percentage'] === true ? 'percent' : 'normal', group: 'A' }
        : undefined,
  });
}

function optionsOf(panel: JsonObject, type: string): JsonObject {
  const { xaxis } = panel;
  if (type === 'bargauge') {
    const [value] = Array.isArray(objectOf(xaxis)['values'])
      ? (objectOf(xaxis)['values'] as unknown[])
      : [];
    const calcs = [reducerOf(value) ?? 'lastNotNull'];
    return { reduceOptions: { calcs, values: false, fields: '' }, orientation: 'auto' };
  }
  const tooltip = objectOf(panel['tooltip']);
  const sort = ['none', 'asc', 'desc'][toNumber(tooltip['sort']) ?? 0] ?? 'none';
  return {
    legend: legendOf(panel['legend']),
    tooltip: { mode: tooltip['shared'] === false ? 'single' : 'multi', sort },
  };
}

/** A legend of today from that of a graph; without one it is a list below. */
export function legendOf(value: unknown): JsonObject {
  const legend = objectOf(value);
  const names = ['min', 'max', 'avg', 'current', 'total'];
  const shown = Object.keys(legend).filter((key) => names.includes(key) && legend[key] === true);
  const calcs = legend['values'] === true ? shown.map((name) => reducerOf(name)) : [];
  const width = toNumber(legend['sideWidth']);
  const sortBy = textOf(legend['sort']);
  return present({
    displayMode: legend['alignAsTable'] === true ? 'table' : 'list',
    placement: legend['rightSide'] === true ? 'right' : 'bottom',
    showLegend: legend['show'] !== false,
    calcs,
    width,
    sortBy: sortBy === undefined ? undefined : SORT_COLUMNS[sortBy],
    sortDesc: sortBy === undefined ? undefined : legend['sortDesc'] === true,
  });
}

/** Overrides that keep series without values, or with nothing but zeros, out of the legend. */
function hiddenSeries(legend: JsonObject): JsonObject[] {
  return [
    ['hideEmpty', 'allIsNull'],
    ['hideZero', 'allIsZero'],
  ]
    .filter(([setting = '']) => legend[setting] === true)
    .map(([, reducer]) => ({
      matcher: { id: 'byValue', options: { reducer, op: 'gte', value: 0 } },
      properties: [{ id: 'custom.hideFrom', value: { legend: true, tooltip: true, viz: false } }],
    }));
}

/** Column headings of the legend's table, by which today's legends are sorted. */
const SORT_COLUMNS: Readonly<Record<string, string>> = {
  min: 'Min',
  max: 'Max',
  avg: 'Mean',
  current: 'Last *',
  total: 'Total',
};
