import type { Position } from '@g6/problems';
import { PromQlCache, undeclaredLabels } from '@g6/promql';
import type { FoundType } from '../found-metric';
import { baseMetric } from '../rule-files/rule-metrics';
import type { MetricToWrite } from './metric-entry';

/** A query of a rule or a panel. */
export interface FoundUse {
  readonly expr: string;
  readonly place: Position;
  /** The family for metrics that nothing else places. */
  readonly family?: string | undefined;
}

/** Labels that carry the parts of a metric, and that no metric declares. */
const PART_LABELS = new Set(['le', 'quantile', '__name__']);
/** Series that Prometheus makes itself. */
export const OWN_SERIES = /^(?:up|ALERTS|ALERTS_FOR_STATE|scrape_\w+)$/;

interface Seen {
  readonly place: Position;
  readonly family: string | undefined;
  readonly labels: Set<string>;
  isRated: boolean;
  hasQuantile: boolean;
}

/**
 * Finds the metrics that queries select, with the labels that they use and the types that follow from
 * how they use them. Names that `isKnown`, and those with a colon, are left out.
 */
export function metricsInQueries(
  uses: readonly FoundUse[],
  isKnown: (name: string) => boolean,
  cache = new PromQlCache(),
): readonly MetricToWrite[] {
  const seen = new Map<string, Seen>();
  const isWanted = (name: string) =>
    !isKnown(name) && !name.includes(':') && !OWN_SERIES.test(name) && !name.includes('$');
  for (const use of uses) {
    const analyzed = cache.analyze(use.expr);
    if (analyzed.faults.length > 0) continue;
    const { reads, rates } = analyzed.facts;
    for (const name of reads) {
      if (!isWanted(name)) continue;
      const known = seen.get(name) ?? newSeen(use);
      seen.set(name, known);
      known.isRated ||= rates.has(name) || isRated(use.expr, name);
    }
    const labels = undeclaredLabels(analyzed.promql, (name) => (isWanted(name) ? [] : undefined));
    for (const { label, metrics } of labels) {
      for (const name of metrics) addLabel(seen.get(name), label);
    }
    noteQuantiles(use.expr, seen);
  }
  return joinSeries(seen, isKnown);
}

function newSeen({ place, family }: FoundUse): Seen {
  return { place, family, labels: new Set(), isRated: false, hasQuantile: false };
}

function addLabel(seen: Seen | undefined, label: string): void {
  if (!seen) return;
  if (label === 'quantile') seen.hasQuantile = true;
  if (!PART_LABELS.has(label)) seen.labels.add(label);
}

/** Whether a query takes the increase of a metric, with whatever matchers. */
function isRated(expr: string, name: string): boolean {
  const at = expr.indexOf(name);
  return at >= 0 && /(?:rate|increase|resets)\s*\(\s*$/.test(expr.slice(Math.max(0, at - 30), at));
}

function noteQuantiles(expr: string, seen: ReadonlyMap<string, Seen>): void {
  if (!/\bquantile\s*(?:=|!=)/.test(expr)) return;
  for (const [name, one] of seen) {
    if (new RegExp(`\\b${name.replaceAll(/\W/g, '.')}\\{[^}]*\\bquantile\\s*[=!]`).test(expr)) {
      one.hasQuantile = true;
    }
  }
}

/** Joins `x_bucket`, `x_sum` and `x_count` to the metric that they are of. */
function joinSeries(
  seen: ReadonlyMap<string, Seen>,
  isKnown: (name: string) => boolean,
): MetricToWrite[] {
  const names = new Set(seen.keys());
  const parts = new Map<string, [string, Seen][]>();
  for (const [series, one] of seen) {
    const name = summaryOf(series, seen) ?? baseMetric(series, names);
    parts.set(name, [...(parts.get(name) ?? []), [series, one]]);
  }
  return [...parts]
    .filter(([name]) => !isKnown(name))
    .flatMap(([name, series]) => {
      const [first] = series;
      if (!first) return [];
      const { type, why } = typeOf(name, series);
      const labels = [...new Set(series.flatMap(([, { labels: own }]) => [...own]))];
      return [
        {
          ...{ name, type, family: first[1].family, place: first[1].place },
          ...(why === undefined ? {} : { typeGuess: why }),
          labels: labels.map((label) => ({ name: label, values: [], complete: false })),
          ...{ buckets: [], quantiles: [], native: false, seriesSeen: 0 },
        },
      ];
    });
}

/** The summary that a sum or a count is of, if its quantiles are read as well. */
function summaryOf(series: string, seen: ReadonlyMap<string, Seen>): string | undefined {
  const [, base = ''] = /^(.+)_(?:sum|count)$/.exec(series) ?? [];
  return seen.get(base)?.hasQuantile === true ? base : undefined;
}

function typeOf(
  name: string,
  series: readonly (readonly [string, Seen])[],
): { type: FoundType; why?: string } {
  const guess = (type: FoundType, why: string) => ({ type, why: `guess: ${why}` });
  if (series.some(([one]) => one === `${name}_bucket`)) {
    return guess('histogram', 'queries read its buckets');
  }
  if (series.some(([one, { hasQuantile }]) => one !== name || hasQuantile)) {
    return guess('summary', 'queries read its quantiles, or its sum and count');
  }
  if (name.endsWith('_info')) return guess('info', 'the name ends in _info');
  if (name.endsWith('_total')) return guess('counter', 'the name ends in _total');
  if (series.some(([, { isRated: rated }]) => rated)) {
    return guess('counter', 'queries take its rate');
  }
  return { type: 'unknown' };
}
