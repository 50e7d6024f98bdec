/**
 * Words of Perses for Grafana's, by https://github.com/perses/plugins and
 * https://github.com/perses/shared/blob/main/cue/common/format.cue. The first Grafana word of a Perses
 * word is what it is read back as.
 */

/** Perses panels by Grafana's panel types; a type without one has no counterpart. */
export const PERSES_PANELS: Readonly<Record<string, string>> = {
  timeseries: 'TimeSeriesChart',
  stat: 'StatChart',
  gauge: 'GaugeChart',
  bargauge: 'BarChart',
  barchart: 'BarChart',
  table: 'Table',
  heatmap: 'HeatMapChart',
  histogram: 'HistogramChart',
  piechart: 'PieChart',
  'status-history': 'StatusHistoryChart',
  'state-timeline': 'StatusHistoryChart',
  text: 'Markdown',
};

/** Perses units by Grafana's unit ids. */
export const PERSES_UNITS: Readonly<Record<string, string>> = {
  short: 'decimal',
  none: 'decimal',
  ns: 'nanoseconds',
  µs: 'microseconds',
  ms: 'milliseconds',
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
  percent: 'percent',
  percentunit: 'percent-decimal',
  bytes: 'bytes',
  decbytes: 'decbytes',
  bits: 'bits',
  decbits: 'decbits',
  binBps: 'bytes/sec',
  Bps: 'decbytes/sec',
  binbps: 'bits/sec',
  bps: 'decbits/sec',
  cps: 'counts/sec',
  eps: 'events/sec',
  mps: 'messages/sec',
  ops: 'ops/sec',
  pps: 'packets/sec',
  rps: 'reads/sec',
  recps: 'records/sec',
  reqps: 'requests/sec',
  rowsps: 'rows/sec',
  wps: 'writes/sec',
  currencyEUR: 'eur',
  currencyGBP: 'gbp',
  currencyINR: 'inr',
  currencyJPY: 'jpy',
  currencyUSD: 'usd',
  celsius: 'celsius',
  fahrenheit: 'fahrenheit',
};

/** Perses calculations by Grafana's reducers. */
export const PERSES_CALCULATIONS: Readonly<Record<string, string>> = {
  lastNotNull: 'last-number',
  last: 'last',
  firstNotNull: 'first-number',
  first: 'first',
  mean: 'mean',
  sum: 'sum',
  min: 'min',
  max: 'max',
};

/** Perses orders of a variable's values, by Grafana's numbers. */
export const PERSES_SORTS = [
  ...['none', 'alphabetical-asc', 'alphabetical-desc', 'numerical-asc', 'numerical-desc'],
  ...['alphabetical-ci-asc', 'alphabetical-ci-desc'],
] as readonly string[];

/** Kind of the datasource of all queries. */
export const PERSES_DATASOURCE = 'PrometheusDatasource';

/** Grafana's word for one of Perses, by one of the tables above. */
export function grafanaWord(
  table: Readonly<Record<string, string>>,
  value: unknown,
): string | undefined {
  return Object.entries(table).find(([, word]) => word === value)?.[0];
}
