import type { LabelMatcher } from './selectors';

/**
 * The one place that spells PromQL. Windows and forms are part of every panel's identity, so a
 * change here changes the identity of panels that people have linked to.
 */

/** The window of every automatic rate. */
export const RATE_WINDOW = '5m';
const WINDOW = RATE_WINDOW;

/** The window that Grafana chooses so that it suits the range and the scrapes. */
export const GRAFANA_WINDOW = '$__rate_interval';

/** Words that PromQL reads as an operator, a clause or a number where a metric may stand. */
const KEYWORDS = new Set([
  'atan2',
  'bool',
  'group_left',
  'group_right',
  'ignoring',
  'inf',
  'nan',
  'offset',
  'on',
]);

/**
 * Selects a metric by its name. A keyword stands in a matcher, `{__name__="on"}`, which every
 * version of Prometheus parses; a name that only UTF-8 names allow is quoted, `{"http.duration"}`.
 */
export function selectMetric(name: string): string {
  return selectSeries(name, []);
}

/**
 * Selects the series of a metric that fulfil conditions: `m{a="b"}`. A name that only UTF-8 names
 * allow stands in the braces: `{"m.n", a="b"}`.
 */
export function selectSeries(name: string, matchers: readonly LabelMatcher[]): string {
  const spelled = matchers.map(spellMatcher);
  const { text, bare } = spellName(name);
  if (!bare) return `{${[text, ...spelled].join(', ')}}`;
  return spelled.length === 0 ? text : `${text}{${spelled.join(', ')}}`;
}

/** A name where a selector begins: bare, or as it stands in the braces. */
export function spellName(name: string): { readonly text: string; readonly bare: boolean } {
  if (isKeyword(name)) return { text: `__name__="${name}"`, bare: false };
  return PLAIN_METRIC.test(name) ? { text: name, bare: true } : { text: quoted(name), bare: false };
}

/** A text as a string of PromQL. */
export function spellString(text: string): string {
  return quoted(text);
}

/** Spells a matcher; a label that is not a plain identifier is quoted: `"k8s.pod"=~"$pod"`. */
export function spellMatcher({ label, operator, value }: LabelMatcher): string {
  return `${spellLabel(label)}${operator}${quoted(value)}`;
}

/**
 * Grafana's query for the values of a label, `label_values(m{a="b"}, label)`. Without a metric and
 * matchers it asks for the values on all series; of several names it asks all.
 */
export function labelValuesQuery(
  names: readonly string[],
  label: string,
  matchers: readonly LabelMatcher[],
): string {
  const [name] = names;
  const series =
    name === undefined || names.length > 1
      ? spellNameless([...namedAny(names), ...matchers])
      : selectSeries(name, matchers);
  return `label_values(${series === '' ? '' : `${series}, `}${spellLabel(label)})`;
}

function namedAny(names: readonly string[]): LabelMatcher[] {
  if (names.length === 0) return [];
  return [{ label: '__name__', operator: '=~', value: names.map(escapeRegex).join('|') }];
}

function spellNameless(matchers: readonly LabelMatcher[]): string {
  return matchers.length === 0 ? '' : `{${matchers.map(spellMatcher).join(', ')}}`;
}

function spellLabel(label: string): string {
  return PLAIN_LABEL.test(label) && !UNGROUPABLE.test(label) ? label : quoted(label);
}

function spellLabels(labels: readonly string[]): string {
  return labels.map(spellLabel).join(', ');
}

/** Words that PromQL does not take for a label in `by (…)`. */
const UNGROUPABLE = /^(?:inf|nan|without)$/i;

function quoted(text: string): string {
  return `"${escapeString(text)}"`;
}

const PLAIN_METRIC = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const PLAIN_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/** Whether PromQL reads a name as a keyword where it could stand for a metric. */
export function isKeyword(name: string): boolean {
  return KEYWORDS.has(name.toLowerCase());
}

/** Events a second of each series of a counter, by itself. */
export function rateOfEach(counter: string, window: string = WINDOW): string {
  return `rate(${selectMetric(counter)}[${window}])`;
}

/** Events a second over all series of a counter. */
export function rateOfAll(counter: string, window: string = WINDOW, operator = 'sum'): string {
  return rateBy(counter, window, [], operator);
}

/** Events a second for each value of a label. */
export function rateByLabel(
  counter: string,
  label: string,
  window: string = WINDOW,
  operator = 'sum',
): string {
  return rateBy(counter, window, [label], operator);
}

/** A gauge added up, or combined by another operator, for each set of values of labels. */
export function combine(gauge: string, labels: readonly string[], operator = 'sum'): string {
  return `${aggregation(operator, labels)}(${selectMetric(gauge)})`;
}

/** The last value of each series within a window; it bridges gaps between scrapes. */
export function lastOver(gauge: string, window: string = WINDOW): string {
  return `last_over_time(${selectMetric(gauge)}[${window}])`;
}

/** The mean of what a summary or histogram observed over a window. */
export function meanObserved(metric: string, window: string): string {
  return `${rateOfAll(`${metric}_sum`, window)} / ${rateOfAll(`${metric}_count`, window)}`;
}

/** The five highest series of a gauge. */
export function topFive(gauge: string): string {
  return `topk(5, ${selectMetric(gauge)})`;
}

/** The recorded series that holds a histogram's quantile over five minutes; `percentile` as in 95. */
export function recordedQuantile(histogram: string, percentile: number): string {
  return `${histogram}:p${percentile}_${WINDOW}`;
}

/**
 * A histogram's quantile over a window; `percentile` as it stands in a series name, as in 95. A native
 * histogram has its buckets inside its samples, without the label `le`.
 */
export function histogramQuantile(
  histogram: string,
  percentile: string,
  window: string,
  labels: readonly string[],
  native = false,
): string {
  const rates = native
    ? rateBy(histogram, window, labels)
    : rateBy(`${histogram}_bucket`, window, ['le', ...labels]);
  return `histogram_quantile(${quantileOf(percentile)}, ${rates})`;
}

/** 95 means 0.95, 5 means 0.05, 999 means 0.999. */
export function quantileOf(percentile: string): number {
  return Number(`0.${percentile.padStart(2, '0')}`);
}

/** One series divided by another; no sample if the other is 0, because the quotient means nothing. */
export function guardedRatio(series: string, against: string): string {
  return `${selectMetric(series)} / (${selectMetric(against)} > 0)`;
}

/** Events a second over a window, for each combination of labels. */
export function rateBy(
  counter: string,
  window: string,
  labels: readonly string[],
  operator = 'sum',
): string {
  return `${aggregation(operator, labels)}(${rateOfEach(counter, window)})`;
}

/** How fast a backlog shrinks, a second; 0 while it grows. */
export function burnRate(backlog: string, labels: readonly string[]): string {
  return `clamp_min(-${aggregation('sum', labels)}(deriv(${selectMetric(backlog)}[${WINDOW}])), 0)`;
}

/** Slowest pace that an estimate assumes: a stalled backlog takes long, not forever. */
const LEAST_PACE = 0.001;

/** Minutes until a backlog is empty at the pace at which a counter counts what is worked off. */
export function minutesToDrain(backlog: string, done: string, labels: readonly string[]): string {
  const pace = `clamp_min(${rateBy(done, WINDOW, labels)}, ${LEAST_PACE})`;
  return `${combine(backlog, labels)} / ${pace} / 60`;
}

/** The highest series of a gauge, by its own labels alone. */
export function topByLabels(gauge: string, count: number, labels: readonly string[]): string {
  return `topk(${count}, max by (${spellLabels(labels)}) (${selectMetric(gauge)}))`;
}

/** An aggregation operator with its grouping, if there is one. */
export function aggregation(operator: string, labels: readonly string[]): string {
  return labels.length === 0 ? operator : `${operator} by (${spellLabels(labels)}) `;
}

/** One row of a static table: a sample of `value` that carries the given labels. */
export function labelledRow(labels: readonly (readonly [string, string])[], value = 1): string {
  return labels.reduce(
    (inner, [label, text]) =>
      `label_replace(${inner}, "${label}", "${escapeReplacement(text)}", "", "")`,
    `vector(${value})`,
  );
}

/** The union of rows; rows with the same labels become one. */
export function unionOf(rows: readonly string[]): string {
  return rows.join(' or ');
}

/**
 * Each alert row with the number of its firing instances, 0 for one that is silent. A row counts
 * those that have its name and its values of the labels given.
 */
export function firingCounts(rows: readonly string[], labels: readonly string[] = []): string {
  const table = unionOf(rows);
  const key = spellLabels(['alertname', ...labels]);
  return (
    `count by (${key}) (ALERTS{alertstate="firing"})` +
    ` * on (${key}) group_right () (${table})` +
    ` or on (${key}) (0 * (${table}))`
  );
}

/** The firing alerts among those named. */
export function firingAlerts(names: readonly string[]): string {
  const pattern = escapeString(names.map(escapeRegex).join('|'));
  return `ALERTS{alertname=~"${pattern}", alertstate="firing"}`;
}

/** Escapes a text for a double-quoted PromQL string. */
export function escapeString(text: string): string {
  return text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
}

/** `label_replace` expands `$name` in its replacement; a doubled `$` stands for itself. */
function escapeReplacement(text: string): string {
  return escapeString(text).replace(/\$/g, '$$$$');
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
