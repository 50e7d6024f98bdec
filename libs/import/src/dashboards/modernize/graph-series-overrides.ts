import { toNumber } from '../../documents/raw-part';
import { type JsonObject, objectsOf, textOf } from '../json-values';
import { overrideOf } from './modern-panel';
import { type AxisSettings, dashOf, sizeOf } from './graph-style';

interface Property {
  readonly id: string;
  readonly value: unknown;
}

/**
 * Turns the `seriesOverrides` of a graph into overrides: `{alias: "errors", yaxis: 2}` will become
 * a matcher by name with the unit, range and placement of the right axis.
 */
export function seriesOverrides(value: unknown, rightAxis: AxisSettings): JsonObject[] {
  return objectsOf(value).flatMap((override) => {
    const alias = textOf(override['alias']);
    if (alias === undefined) return [];
    const properties = Object.entries(override).flatMap(([key, setting]) =>
      Object.hasOwn(SETTINGS, key) ? (SETTINGS[key]?.(setting, rightAxis) ?? []) : [],
    );
    if (override['dashes'] === true) {
      properties.push({ id: 'custom.lineStyle', value: dashOf(override) });
    }
    return properties.length === 0 ? [] : [overrideOf(alias, properties)];
  });
}

const one = (id: string, value: unknown): Property[] =>
  value === undefined ? [] : [{ id, value }];
const opacity = (value: unknown): number | undefined => {
  const number = toNumber(value);
  return number === undefined ? undefined : number * 10;
};

/** Today's properties for each setting of a series. */
const SETTINGS: Readonly<Record<string, (value: unknown, rightAxis: AxisSettings) => Property[]>> =
  {
    color: (value) =>
      textOf(value) === undefined ? [] : one('color', { mode: 'fixed', fixedColor: value }),
    fill: (value) => one('custom.fillOpacity', opacity(value)),
    fillBelowTo: (value) => one('custom.fillBelowTo', textOf(value)),
    fillGradient: (value) =>
      opacity(value) === undefined
        ? []
        : [...one('custom.gradientMode', 'opacity'), ...one('custom.fillOpacity', opacity(value))],
    points: (value) => one('custom.showPoints', value === true ? 'always' : 'never'),
    bars: (value) =>
      value === true
        ? [...one('custom.drawStyle', 'bars'), ...one('custom.fillOpacity', 100)]
        : one('custom.drawStyle', 'line'),
    lines: (value) =>
      value === false ? one('custom.lineWidth', 0) : one('custom.drawStyle', 'line'),
    linewidth: (value) => one('custom.lineWidth', toNumber(value)),
    pointradius: (value) => one('custom.pointSize', sizeOf(value)),
    steppedLine: (value) => (value === true ? one('custom.lineInterpolation', 'stepAfter') : []),
    nullPointMode: (value) => one('custom.spanNulls', value === 'connected'),
    transform: (value) => one('custom.transform', textOf(value)),
    stack: (value) =>
      value === false
        ? one('custom.stacking', { mode: 'none', group: 'A' })
        : one('custom.stacking', {
            mode: 'normal',
            group: typeof value === 'string' ? value : 'A',
          }),
    yaxis: (value, { field, custom }) =>
      toNumber(value) !== 2
        ? []
        : [
            ...one(
              'custom.axisPlacement',
              custom['axisPlacement'] === 'hidden' ? 'hidden' : 'right',
            ),
            ...Object.entries(field).map(([id, setting]) => ({ id, value: setting })),
            ...one('custom.axisLabel', custom['axisLabel']),
            ...one('custom.scaleDistribution', custom['scaleDistribution']),
          ],
    legend: (value) =>
      value === false ? one('custom.hideFrom', { legend: true, tooltip: false, viz: false }) : [],
    hiddenSeries: (value) =>
      value === true ? one('custom.hideFrom', { legend: false, tooltip: false, viz: true }) : [],
  };
