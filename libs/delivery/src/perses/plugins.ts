import { objectOf, objectsOf, present, type ReadJson, textOf } from '@g6/dashboard-files';
import type { JsonObject } from '@g6/generation';
import { calculationOf, formatOf, legendOf, thresholdsOf } from './plugin-parts';

/** Writes what a panel shows in the words of a plugin; what is left out is added to `losses`. */
type DrawPlugin = (panel: ReadJson, losses: string[]) => JsonObject;

/** The panels of Perses, by https://github.com/perses/plugins. */
export const PERSES_PLUGINS: Readonly<Record<string, DrawPlugin>> = {
  TimeSeriesChart: timeSeries,
  StatChart: (panel, losses) =>
    present({
      ...shownValue(panel, losses),
      sparkline: optionsOf(panel)['graphMode'] === 'area' ? {} : undefined,
    }),
  GaugeChart: (panel, losses) =>
    present({ ...shownValue(panel, losses), max: numberOf(defaultsOf(panel)['max']) }),
  BarChart: (panel, losses) =>
    present({
      calculation: calculationOf(panel),
      format: formatOf(panel, losses),
    }),
  Table: table,
  HeatMapChart: (panel, losses) => present({ yAxisFormat: heatmapFormat(panel, losses) }),
  HistogramChart: (panel, losses) => present({ format: formatOf(panel, losses) }),
  PieChart: (panel, losses) =>
    present({
      calculation: calculationOf(panel),
      radius: PIE_RADIUS,
      format: formatOf(panel, losses),
      legend: legendOf(panel, []),
    }),
  StatusHistoryChart: (panel) => present({ legend: legendOf(panel, []) }),
  Markdown: (panel) => ({ text: textOf(optionsOf(panel)['content']) ?? '' }),
};

/** The size that Perses gives pies itself, in percent of the panel. */
const PIE_RADIUS = 50;
/** The widths of lines that Perses takes. */
const [THINNEST, WIDEST] = [0.25, 3];

function optionsOf(panel: ReadJson): ReadJson {
  return objectOf(panel['options']);
}

function defaultsOf(panel: ReadJson): ReadJson {
  return objectOf(objectOf(panel['fieldConfig'])['defaults']);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function shownValue(panel: ReadJson, losses: string[]): JsonObject {
  return {
    calculation: calculationOf(panel),
    format: formatOf(panel, losses),
    thresholds: thresholdsOf(panel),
  };
}

function timeSeries(panel: ReadJson, losses: string[]): JsonObject {
  const defaults = defaultsOf(panel);
  const custom = objectOf(defaults['custom']);
  const isDrawn = objectOf(custom['thresholdsStyle'])['mode'] !== 'off';
  const width = numberOf(custom['lineWidth']);
  const opacity = numberOf(custom['fillOpacity']);
  const stacking = objectOf(custom['stacking'])['mode'];
  const stack = { normal: 'all', percent: 'percent' }[String(stacking)];
  return present({
    legend: legendOf(panel, losses),
    yAxis: present({
      label: textOf(custom['axisLabel']),
      format: formatOf(panel, losses),
      min: numberOf(defaults['min']),
      max: numberOf(defaults['max']),
    }),
    thresholds: isDrawn ? thresholdsOf(panel) : undefined,
    visual: present({
      display: custom['drawStyle'] === 'bars' ? 'bar' : 'line',
      lineWidth: width === undefined ? undefined : Math.min(WIDEST, Math.max(THINNEST, width)),
      areaOpacity: opacity === undefined ? undefined : opacity / 100,
      showPoints: custom['showPoints'] === 'always' ? 'always' : undefined,
      stack,
      connectNulls: custom['spanNulls'] === true ? true : undefined,
    }),
  });
}

function heatmapFormat(panel: ReadJson, losses: string[]): unknown {
  const axis = objectOf(optionsOf(panel)['yAxis'])['unit'];
  const unit = textOf(axis) ?? defaultsOf(panel)['unit'];
  return formatOf({ fieldConfig: { defaults: { unit } } }, losses);
}

/** Which columns a table shows and how it names them stands in a transformation. */
function table(panel: ReadJson, losses: string[]): JsonObject {
  const organize = objectsOf(panel['transformations']).find(({ id }) => id === 'organize');
  const { excludeByName, renameByName, indexByName } = objectOf(organize?.['options']);
  const [hidden, named, ordered] = [excludeByName, renameByName, indexByName].map(objectOf) as [
    ReadJson,
    ReadJson,
    ReadJson,
  ];
  const names = [...new Set([ordered, named, hidden].flatMap((map) => Object.keys(map)))];
  const place = (name: string) => numberOf(ordered[name]) ?? names.length;
  const format = formatOf(panel, losses);
  const columns = names
    .sort((a, b) => place(a) - place(b))
    .map((name) =>
      present({
        name,
        header: textOf(named[name]),
        hide: hidden[name] === true ? true : undefined,
        format: /^Value\b/.test(name) ? format : undefined,
      }),
    );
  return columns.length === 0 ? {} : { columnSettings: columns };
}
