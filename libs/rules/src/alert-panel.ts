import type { DashboardJson, DraftBasis, PanelJson, PlanFilters } from '@g6/generation';
import { type Alert, META_KEY, type Metric, type Plan, type SpecIndex } from '@g6/model';
import { type PromQlCache, splitComparison, isSameExpression } from '@g6/promql';

/** The panel that someone who got an alert should look at. */
export interface AlertPanel {
  readonly uid: string;
  readonly panelId: number;
}

/** A dashboard that alerts can point to. */
export interface LinkedDashboard {
  readonly plan: Plan;
  readonly dashboard: DashboardJson;
  /** The matchers that the dashboard adds to its queries. */
  readonly filters: PlanFilters;
}

/**
 * Picks the panel of a dashboard that best shows what an alert watches; the overview of alerts if
 * none does. Among panels that fit equally well the first one wins.
 */
export function alertPanel(
  alert: Alert,
  metric: Metric,
  { dashboard, filters }: LinkedDashboard,
  { promql, index, renamed }: DraftBasis,
): AlertPanel | undefined {
  const watched = watchedMetrics(alert.expr, promql, index);
  const compared = splitComparison(promql.analyze(alert.expr).promql)?.value ?? alert.expr;
  const wanted = [compared, filters.inject(compared)].map((expr) => renamed.read(expr));
  let best: { panel: PanelJson; fit: number } | undefined;
  for (const panel of allPanels(dashboard)) {
    const fit = fitOf(panel, wanted, metric, watched, promql, index);
    if (fit > (best?.fit ?? 0)) best = { panel, fit };
  }
  const id = best?.panel.id;
  return id === undefined ? undefined : { uid: String(dashboard.uid), panelId: id };
}

/** The panels of a dashboard, those inside collapsed rows included. */
function allPanels({ panels }: DashboardJson): PanelJson[] {
  return panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
}

/** How well a panel shows an alert; 0 if it does not. */
function fitOf(
  panel: PanelJson,
  wanted: readonly string[],
  metric: Metric,
  watched: ReadonlySet<string>,
  promql: PromQlCache,
  index: SpecIndex,
): number {
  const meta = panel[META_KEY];
  if (meta.source === 'alerts_aggregate') return 1;
  // A number of the headline sums up a panel that tells more.
  if (meta.source === 'headline') return 0;
  const exprs = exprsOf(panel);
  const own = meta.metric === metric.name ? 1 : 0;
  const shown = exprs.some((expr) => wanted.some((one) => isSameExpression(expr, one)));
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
