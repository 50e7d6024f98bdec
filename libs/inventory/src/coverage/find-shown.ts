import type { DashboardFile, FilePanel } from '@g6/dashboard-files';
import type { DraftBasis } from '@g6/generation';
import type { SpecIndex } from '@g6/model';
import {
  argumentsOf,
  operatorOf,
  type PromQl,
  type PromQlCache,
  selectorMatchers,
  selectorName,
  textOf,
  unquote,
  visitNodes,
} from '@g6/promql';
import { exprsOf } from '../inventory-rows';

/** The names of all metrics that dashboards show. */
export function shownMetrics(
  dashboards: readonly DashboardFile[],
  index: SpecIndex,
  promql: PromQlCache,
): Set<string> {
  const exprs = new Set(dashboards.flatMap(({ panels }) => panels.flatMap(exprsOf)));
  return new Set([...exprs].flatMap((expr) => [...metricsRead(expr, index, promql)]));
}

/** The names of the metrics that a panel shows. */
export function metricsShown(panel: FilePanel, index: SpecIndex, promql: PromQlCache): Set<string> {
  return new Set(exprsOf(panel).flatMap((expr) => [...metricsRead(expr, index, promql)]));
}

/** The names of the metrics that an expression reads by themselves, as a histogram's or a recorded series. */
function metricsRead(expr: string, index: SpecIndex, promql: PromQlCache): Set<string> {
  const names = [...promql.analyze(expr).facts.reads];
  return new Set(names.flatMap((series) => index.owner(series)?.name ?? []));
}

const ALERT_LABEL = 'alertname';
const ALERT_SERIES = new Set(['ALERTS', 'ALERTS_FOR_STATE']);

/**
 * The names of the alerts that a panel shows: rows that its queries write, alerts that they select,
 * and for the text that takes over from a long table, all alerts of the dashboard's families.
 */
export function alertsShown(
  panel: FilePanel,
  { meta }: DashboardFile,
  { metrics, promql }: DraftBasis,
): Set<string> {
  const named = exprsOf(panel).flatMap((expr) => alertsNamed(promql.analyze(expr).promql));
  const overview = panel.meta?.source === 'alerts_aggregate' && panel.type === 'text';
  const listed = overview
    ? metrics
        .filter(({ family }) => meta?.families.includes(family))
        .flatMap(({ alerts }) => alerts)
    : [];
  return new Set([...named, ...listed.map(({ name }) => name)]);
}

function alertsNamed(promql: PromQl): string[] {
  const names: string[] = [];
  visitNodes(promql, 'FunctionCall', (call) => {
    if (operatorOf(promql, call) !== 'label_replace') return;
    const [, label, value] = argumentsOf(call).map((arg) => unquote(textOf(promql, arg)));
    // `$$` stands for one `$` in a replacement.
    if (label === ALERT_LABEL && value !== undefined) names.push(value.replaceAll('$$', '$'));
  });
  visitNodes(promql, 'VectorSelector', (selector) => {
    if (!ALERT_SERIES.has(selectorName(promql, selector) ?? '')) return;
    for (const { label, operator, value } of selectorMatchers(promql, selector)) {
      if (label === ALERT_LABEL && operator === '=') names.push(value);
    }
  });
  return names;
}
