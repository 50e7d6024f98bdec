import type { DashboardFile } from '@g6/dashboard-files';
import type { DraftBasis } from '@g6/generation';
import { type InventoryRow, inventoryRows } from '../inventory-rows';
import { alertsShown, metricsShown } from './find-shown';

/** A panel that shows something. */
export interface ShowingPanel {
  readonly slug: string;
  readonly title: string;
  readonly panel_uuid: string;
}

/** A metric with the panels that show it. */
export interface CoveredMetric {
  readonly name: string;
  readonly family: string;
  readonly type: string;
  readonly panels: readonly ShowingPanel[];
}

/** An alert with the panels that list it. */
export interface CoveredAlert {
  readonly name: string;
  readonly metric: string;
  readonly family: string;
  readonly panels: readonly ShowingPanel[];
}

/** How many things there are, and how many of them are shown. */
export interface Share {
  readonly total: number;
  readonly shown: number;
  /** Shown among all, 0 to 100 with one decimal rounded down; 100 if there is nothing to show. */
  readonly percent: number;
}

/** How much of a family is shown. */
export interface CoveredFamily {
  readonly name: string;
  readonly metrics: Share;
  readonly alerts: Share;
}

/** The metrics and alerts of a spec with the panels that show them, in spec order. */
export interface Coverage {
  readonly dashboards: number;
  readonly metrics: Share;
  readonly alerts: Share;
  readonly families: readonly CoveredFamily[];
  readonly covered: {
    readonly metrics: readonly CoveredMetric[];
    readonly alerts: readonly CoveredAlert[];
  };
}

/** Finds, for every metric and alert of a spec, the panels that show it. */
export function coverageOf(basis: DraftBasis, dashboards: readonly DashboardFile[]): Coverage {
  const byMetric = new Map<string, ShowingPanel[]>();
  const byAlert = new Map<string, ShowingPanel[]>();
  for (const dashboard of dashboards) collectPanels(dashboard, basis, byMetric, byAlert);
  const metrics = basis.metrics.map(({ name, family, type }) => ({
    name,
    family,
    type,
    panels: byMetric.get(name) ?? [],
  }));
  const alerts = basis.metrics.flatMap((metric) =>
    metric.alerts.map(({ name }) => ({
      name,
      metric: metric.name,
      family: metric.family,
      panels: byAlert.get(name) ?? [],
    })),
  );
  const families = basis.spec.families.map(({ name }) => ({
    name,
    metrics: shareOf(metrics.filter(({ family }) => family === name)),
    alerts: shareOf(alerts.filter(({ family }) => family === name)),
  }));
  return {
    dashboards: dashboards.length,
    metrics: shareOf(metrics),
    alerts: shareOf(alerts),
    families,
    covered: { metrics, alerts },
  };
}

function collectPanels(
  dashboard: DashboardFile,
  basis: DraftBasis,
  byMetric: Map<string, ShowingPanel[]>,
  byAlert: Map<string, ShowingPanel[]>,
): void {
  const rows = inventoryRows(dashboard);
  dashboard.panels.forEach((panel, i) => {
    const { slug, title, panel_uuid } = rows[i] as InventoryRow;
    const showing = { slug, title, panel_uuid };
    for (const name of metricsShown(panel, basis.index, basis.promql)) {
      append(byMetric, name, showing);
    }
    for (const name of alertsShown(panel, dashboard, basis)) append(byAlert, name, showing);
  });
}

function append(map: Map<string, ShowingPanel[]>, name: string, panel: ShowingPanel): void {
  const panels = map.get(name);
  if (panels) panels.push(panel);
  else map.set(name, [panel]);
}

function shareOf(things: readonly { readonly panels: readonly unknown[] }[]): Share {
  const total = things.length;
  const shown = things.filter(({ panels }) => panels.length > 0).length;
  // Rounded down, so that 100 means all of them.
  const percent = total === 0 ? 100 : Math.floor((shown / total) * 1000) / 10;
  return { total, shown, percent };
}
