import type { DraftBasis } from '@g6/generation';

/** What expressions read, by the names of the spec. */
export interface SeriesReached {
  /** Metrics, read as they are or through recorded series. */
  readonly metrics: readonly string[];
  /** Recorded series, those that other rules read included. */
  readonly recorded: readonly string[];
}

/** Follows expressions through the series that rules record, down to the metrics. */
export function seriesReached(
  exprs: readonly string[],
  { index, promql }: Pick<DraftBasis, 'index' | 'promql'>,
): SeriesReached {
  const metrics = new Set<string>();
  const recorded = new Set<string>();
  const left = [...exprs];
  for (let expr = left.pop(); expr !== undefined; expr = left.pop()) {
    for (const series of promql.analyze(expr).facts.reads) {
      const owner = index.owner(series)?.name;
      if (owner !== undefined) metrics.add(owner);
      if (recorded.has(series)) continue;
      const rules = index.rulesFor(series);
      if (rules.length > 0 || index.recorded(series) !== undefined) recorded.add(series);
      for (const rule of rules) left.push(rule.expr);
    }
  }
  return { metrics: [...metrics], recorded: [...recorded] };
}
