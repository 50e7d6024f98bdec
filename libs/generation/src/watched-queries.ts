import { isSameExpression, splitComparison, type Comparison } from '@g6/promql';
import type { Alert, Metric } from '@g6/model';
import type { Threshold } from './panel-draft';
import type { SourceContext } from './panel-source';

/** An alert with the value past which it fires; undefined if it does not compare with a number. */
export interface WatchingAlert {
  readonly alert: Alert;
  readonly threshold: Threshold | undefined;
}

/** A query of a metric's alerts, with the alerts. */
export interface WatchedQuery {
  readonly metric: Metric;
  readonly expr: string;
  readonly alerts: readonly WatchingAlert[];
}

/** The queries that alerts of the dashboard watch; alerts on the same query share it. */
export function watchedQueries({
  shownMetrics,
  promql,
}: Pick<SourceContext, 'shownMetrics' | 'promql'>): WatchedQuery[] {
  return shownMetrics.flatMap((metric) => {
    const groups: { metric: Metric; expr: string; alerts: WatchingAlert[] }[] = [];
    for (const alert of metric.alerts) {
      const comparison = splitComparison(promql.analyze(alert.expr).promql);
      const expr = comparison?.value ?? alert.expr;
      const threshold = comparison && thresholdOf(comparison, alert);
      const group = groups.find((other) => isSameExpression(other.expr, expr));
      if (group) group.alerts.push({ alert, threshold });
      else groups.push({ metric, expr, alerts: [{ alert, threshold }] });
    }
    return groups;
  });
}

/** Watched queries by a key that they share, in the order of the first of each. */
export function groupWatched(
  queries: readonly WatchedQuery[],
  keyOf: (query: WatchedQuery) => string,
): ReadonlyMap<string, readonly WatchedQuery[]> {
  const groups = new Map<string, WatchedQuery[]>();
  for (const query of queries) {
    const key = keyOf(query);
    const group = groups.get(key);
    if (group) group.push(query);
    else groups.set(key, [query]);
  }
  return groups;
}

/** The colours that the overview of alerts gives to severities; what has none alarms. */
const SEVERITY_COLORS: Record<string, string> = {
  critical: 'red',
  warning: 'orange',
  info: 'blue',
};

function thresholdOf({ operator, threshold }: Comparison, { severity }: Alert): Threshold {
  return {
    value: threshold,
    fires: operator.startsWith('<') ? 'below' : 'above',
    color: SEVERITY_COLORS[severity ?? ''] ?? 'red',
  };
}
