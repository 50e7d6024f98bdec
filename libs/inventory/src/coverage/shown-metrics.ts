import { exprsOf, panelsOf, type NamedDashboard } from '../read-panels';
import type { PromQlCache } from '@g6/promql';
import type { SpecIndex } from '@g6/model';

/** The names of the metrics that an expression reads, by themselves, a histogram's or a recorded series. */
export function metricsRead(expr: string, index: SpecIndex, promql: PromQlCache): Set<string> {
  const names = [...promql.analyze(expr).facts.reads];
  return new Set(names.flatMap((series) => index.owner(series)?.name ?? []));
}

/** The names of all metrics that dashboards show. */
export function shownMetrics(
  dashboards: readonly NamedDashboard[],
  index: SpecIndex,
  promql: PromQlCache,
): Set<string> {
  const exprs = new Set(dashboards.flatMap(({ json }) => panelsOf(json).flatMap(exprsOf)));
  return new Set([...exprs].flatMap((expr) => [...metricsRead(expr, index, promql)]));
}
