import type { DashboardJson, PanelJson } from '@g6/generation';
import { type Alert, META_KEY, type Metric, type SpecIndex } from '@g6/model';
import { type PromQlCache, splitComparison, isSameExpression } from '@g6/promql';

/** The panel that someone who got an alert should look at. */
export interface AlertPanel {
  readonly uid: string;
  readonly panelId: number;
}

/**
 * Picks the panel of a dashboard that best shows what an alert watches; the overview of alerts if
 * none does. Among panels that fit equally well the first one wins.
 */
export function alertPanel(
  alert: Alert,
  metric: Metric,
  dashboard: DashboardJson,
  promql: PromQlCache,
  index: SpecIndex,
): AlertPanel | undefined {
  const watched = watchedMetrics(alert.expr, promql, index);
  let best: { panel: PanelJson; fit: number } | undefined;
  for (const panel of dashboard.panels) {
    const fit = fitOf(panel, alert, metric, watched, promql, index);
    if (fit > (best?.fit ?? 0)) best = { panel, fit };
  }
  const id = best?.panel.id;
  return id === undefined ? undefined : { uid: String(dashboard.uid), panelId: id };
}

/** How well a panel shows an alert; 0 if it does not. */
function fitOf(
  panel: PanelJson,
  alert: Alert,
  metric: Metric,
  watched: ReadonlySet<string>,
  promql: PromQlCache,
  index: SpecIndex,
): number {
  const meta = panel[META_KEY];
  if (meta.source === 'alerts_aggregate') return 1;
  const exprs = exprsOf(panel);
  const own = meta.metric === metric.name ? 1 : 0;
  const wanted = splitComparison(promql.analyze(alert.expr).promql)?.value ?? alert.expr;
  const shown = exprs.some((expr) => isSameExpression(expr, wanted));
  if (meta.source === 'alert_preview') return own === 1 && shown ? 100 : 0;
  if (shown) return 50 + own;
  const read = exprs.flatMap((expr) => [...watchedMetrics(expr, promql, index)]);
  const overlap = new Set(read.filter((name) => watched.has(name))).size;
  if (overlap === 0) return 0;
  // A graph tells when it began; a table tells only that it is so.
  return 2 + overlap * 4 + own * 2 + (panel.type === 'table' ? 0 : 1);
}

/** The metrics of the spec behind everything that an expression reads. */
function watchedMetrics(expr: string, promql: PromQlCache, index: SpecIndex): Set<string> {
  const { facts } = promql.analyze(expr);
  return new Set([...facts.reads].map((series) => index.owner(series)?.name ?? series));
}

function exprsOf(panel: PanelJson): string[] {
  return (panel.targets ?? []).flatMap((target) => {
    const expr = (target as { expr?: unknown } | undefined)?.expr;
    return typeof expr === 'string' ? [expr] : [];
  });
}
