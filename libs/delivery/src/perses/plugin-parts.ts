import {
  objectOf,
  objectsOf,
  PERSES_CALCULATIONS,
  PERSES_UNITS,
  present,
  type ReadJson,
  textOf,
} from '@g6/dashboard-files';
import type { JsonObject } from '@g6/generation';

/** Grafana's colours by their names, as it draws them on a dark ground. */
const COLORS: Readonly<Record<string, string>> = {
  green: '#73BF69',
  yellow: '#FADE2A',
  orange: '#FF9830',
  red: '#F2495C',
  blue: '#5794F2',
  purple: '#B877D9',
};

function defaultsOf(panel: ReadJson): ReadJson {
  return objectOf(objectOf(panel['fieldConfig'])['defaults']);
}

/** The format of a panel's values; a unit that Perses does not have is added to `losses`. */
export function formatOf(panel: ReadJson, losses: string[]): JsonObject | undefined {
  const { unit, decimals } = defaultsOf(panel);
  const grafana = textOf(unit);
  if (grafana === undefined) return undefined;
  const perses = PERSES_UNITS[grafana];
  if (perses === undefined) losses.push(`the unit "${grafana}"`);
  return present({
    unit: perses ?? 'decimal',
    decimalPlaces: typeof decimals === 'number' ? decimals : undefined,
    // Grafana shortens numbers without a unit: 1.5 K.
    shortValues: grafana === 'short' ? true : undefined,
  });
}

/** What a panel of one value makes of a series. */
export function calculationOf(panel: ReadJson): string {
  const { calcs } = objectOf(objectOf(panel['options'])['reduceOptions']);
  const [first] = Array.isArray(calcs) ? (calcs as unknown[]) : [];
  return PERSES_CALCULATIONS[String(first)] ?? 'last-number';
}

/** The legend of a panel; undefined if it shows none. */
export function legendOf(panel: ReadJson, losses: string[]): JsonObject | undefined {
  const { showLegend, placement, displayMode, calcs } = objectOf(
    objectOf(panel['options'])['legend'],
  );
  if (showLegend === false || displayMode === undefined) return undefined;
  const wanted = Array.isArray(calcs) ? (calcs as unknown[]).map(String) : [];
  const values = wanted.flatMap((calc) => PERSES_CALCULATIONS[calc] ?? []);
  for (const calc of wanted) {
    if (PERSES_CALCULATIONS[calc] === undefined) losses.push(`"${calc}" in the legend`);
  }
  return {
    position: placement === 'right' ? 'right' : 'bottom',
    mode: displayMode === 'table' ? 'table' : 'list',
    ...(values.length === 0 ? {} : { values }),
  };
}

/** The thresholds of a panel; undefined if there is none but the lowest. */
export function thresholdsOf(panel: ReadJson): JsonObject | undefined {
  const { mode, steps } = objectOf(defaultsOf(panel)['thresholds']);
  const all = objectsOf(steps);
  const above = all.filter(({ value }) => typeof value === 'number');
  if (above.length === 0) return undefined;
  const lowest = all.find(({ value }) => typeof value !== 'number');
  return present({
    mode: mode === 'percentage' ? 'percent' : 'absolute',
    defaultColor: colorOf(lowest?.['color']),
    steps: above.map(({ value, color }) => present({ value, color: colorOf(color) })),
  });
}

function colorOf(color: unknown): string | undefined {
  const name = textOf(color) ?? '';
  return name.startsWith('#') ? name : COLORS[name];
}
