import { isJsonObject, type JsonObject } from '@g6/generation';
import { operatorOf, type PromQlCache, rootExpr } from '@g6/promql';
import { type PlacedFinding, findingOf } from './check-finding';
import type { CheckName } from './checks';
import { nameOf, type Outcomes, subjectOf } from './panel-findings';
import type { PanelQuery } from './panel-queries';
import type { QueryOutcome, SeriesSummary } from './query-outcome';

/** More lines than this nobody can tell apart. */
const MOST_LINES = 50;
/** So often may the series of a `topk` change within the range of its dashboard. */
const MOST_CHANGES = 10;
/** How far a value may pass its range: sums of floats do. */
const TOLERANCE = 1e-6;

/** The ranges that units stand for: shares and flags. */
const UNIT_RANGES: Readonly<Record<string, readonly [number, number]>> = {
  percentunit: [0, 1],
  percent: [0, 100],
  bool: [0, 1],
  bool_yes_no: [0, 1],
  bool_on_off: [0, 1],
};

/** Finds what panels draw that makes no sense. */
export function senseFindings(
  queries: readonly PanelQuery[],
  outcomes: Outcomes,
  promql: PromQlCache,
): PlacedFinding[] {
  return queries.flatMap((query) => {
    const outcome = outcomes.get(query.all.key);
    if (!outcome || outcome.count === 0) return [];
    return [
      ...repeatedLegends(query, outcome),
      ...tooManyLines(query, outcome),
      ...outOfRange(query, outcome),
      ...offAxis(query, outcome),
      ...flickering(query, outcome, promql),
    ];
  });
}

function found(rule: CheckName, query: PanelQuery, message: string, hint: string): PlacedFinding {
  return findingOf(rule, query.panel.place, `${nameOf(query)} ${message}`, hint, subjectOf(query));
}

function isGraph({ panel }: PanelQuery): boolean {
  return panel.type === 'timeseries';
}

/** Series that follow one another in time are two halves of one line. */
function repeatedLegends(query: PanelQuery, { series }: QueryOutcome): PlacedFinding[] {
  const { legend, panel } = query;
  if (legend === '__auto' || legend === '' || panel.type === 'table') return [];
  const byName = new Map<string, SeriesSummary[]>();
  for (const one of series) {
    const name = legend.replace(
      /\{\{\s*([^{}\s]+)\s*\}\}/g,
      (_, label: string) => one.labels[label] ?? '',
    );
    byName.set(name, [...(byName.get(name) ?? []), one]);
  }
  const repeated = [...byName].filter(([, named]) => overlap(named));
  const [first] = repeated;
  if (!first) return [];
  const [name, named] = first;
  const labels = differing(named);
  const others = repeated.length === 1 ? '' : `, and so ${repeated.length - 1} more names`;
  const message = `has ${named.length} series with the legend ${JSON.stringify(name)}${others}`;
  const hint =
    labels.length === 0
      ? 'their labels are the same but for the name'
      : `they differ in ${labels.join(', ')}: sum them up, or name these labels in the legend`;
  return [found('legend-repeated', query, message, hint)];
}

function overlap(series: readonly SeriesSummary[]): boolean {
  let end = -Infinity;
  for (const { first, last } of [...series].sort((a, b) => a.first - b.first)) {
    if (first <= end) return true;
    end = Math.max(end, last);
  }
  return false;
}

function differing(series: readonly SeriesSummary[]): string[] {
  const names = new Set(series.flatMap(({ labels }) => Object.keys(labels)));
  names.delete('__name__');
  return [...names]
    .filter((name) => new Set(series.map(({ labels }) => labels[name] ?? '')).size > 1)
    .sort();
}

function tooManyLines(query: PanelQuery, { count }: QueryOutcome): PlacedFinding[] {
  if (!isGraph(query) || count <= MOST_LINES) return [];
  const hint = 'sum the series up, show the highest with topk, or let readers filter them';
  return [found('too-many-lines', query, `draws ${count} lines`, hint)];
}

function outOfRange(query: PanelQuery, { min, max }: QueryOutcome): PlacedFinding[] {
  const { panel } = query;
  const range = UNIT_RANGES[panel.unit ?? ''];
  if (!range || panel.queries.length > 1) return [];
  const [low, high] = range;
  const span = (high - low) * TOLERANCE;
  const value = max > high + span ? max : min < low - span ? min : undefined;
  if (value === undefined) return [];
  const message = `has the unit "${panel.unit ?? ''}", from ${low} to ${high}, and shows ${round(value)}`;
  const hint = 'a flag or a share is not summed: take avg, min or max, or count those that are set';
  return [found('value-out-of-range', query, message, hint)];
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

/** Finds thresholds that are drawn as lines or areas where the axis does not reach. */
function offAxis(query: PanelQuery, { min, max }: QueryOutcome): PlacedFinding[] {
  const { panel } = query;
  if (!isGraph(query) || panel.queries[0]?.refId !== query.refId) return [];
  const defaults = at(at(panel.raw, 'fieldConfig'), 'defaults');
  const custom = at(defaults, 'custom');
  const mode = at(custom, 'thresholdsStyle')['mode'];
  if (mode === undefined || mode === 'off') return [];
  const low = numberOf(defaults['min']) ?? Math.min(min, numberOf(custom['axisSoftMin']) ?? min);
  const high = numberOf(defaults['max']) ?? Math.max(max, numberOf(custom['axisSoftMax']) ?? max);
  const steps: unknown = at(defaults, 'thresholds')['steps'];
  const values = (Array.isArray(steps) ? steps : []).flatMap((step) =>
    isJsonObject(step) ? (numberOf(step['value']) ?? []) : [],
  );
  const off = values.filter((value) => value > high || value < low);
  const [value] = off;
  if (value === undefined || !Number.isFinite(low) || !Number.isFinite(high)) return [];
  const message = `draws a threshold at ${value}, and its axis goes from ${round(low)} to ${round(high)}`;
  const key = value > high ? 'soft_max' : 'soft_min';
  return [found('threshold-off-axis', query, message, `let the axis reach there with ${key}`)];
}

function at(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? value : {};
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function flickering(
  query: PanelQuery,
  { changes, count }: QueryOutcome,
  promql: PromQlCache,
): PlacedFinding[] {
  const parsed = promql.analyze(query.all.expr).promql;
  const root = rootExpr(parsed);
  const operator = root?.name === 'AggregateExpr' ? operatorOf(parsed, root) : '';
  if (!['topk', 'bottomk'].includes(operator) || query.all.instant) return [];
  if (changes <= MOST_CHANGES) return [];
  const message = `shows ${count} series by turns: the set that ${operator} chooses changes ${changes} times`;
  const hint =
    'choose the series over the whole range, for example by an instant query, or sum them up by fewer labels';
  return [found('topk-flickers', query, message, hint)];
}
