/**
 * The one place that spells PromQL. Windows and forms are part of every panel's identity, so a
 * change here changes the identity of panels that people have linked to.
 */

/** The window of every automatic rate. */
const WINDOW = '5m';

/** Events a second over all series of a counter. */
export function rateOfAll(counter: string): string {
  return `sum(rate(${counter}[${WINDOW}]))`;
}

/** Events a second for each value of a label. */
export function rateByLabel(counter: string, label: string): string {
  return `sum by (${label}) (rate(${counter}[${WINDOW}]))`;
}

/** A gauge summed for each value of a label. */
export function sumByLabel(gauge: string, label: string): string {
  return `sum by (${label}) (${gauge})`;
}

/** The five highest series of a gauge. */
export function topFive(gauge: string): string {
  return `topk(5, ${gauge})`;
}

/** The recorded series that holds a histogram's quantile over five minutes; `percentile` as in 95. */
export function recordedQuantile(histogram: string, percentile: number): string {
  return `${histogram}:p${percentile}_${WINDOW}`;
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

/** Each alert row with the number of its firing instances, 0 for one that is silent. */
export function firingCounts(rows: readonly string[]): string {
  const table = unionOf(rows);
  return (
    'count by (alertname) (ALERTS{alertstate="firing"})' +
    ` * on (alertname) group_right () (${table})` +
    ` or on (alertname) (0 * (${table}))`
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
