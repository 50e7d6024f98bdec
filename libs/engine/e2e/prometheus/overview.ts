import { ALERTS_TITLE } from '@g6/model';
import type { DashboardJson } from '@g6/generation';
import type { PrometheusServer } from './prometheus-server';
import type { ProvingGround } from './proving-ground';

/** A row of the overview of alerts. */
export interface OverviewRow {
  readonly alertname: string;
  readonly summary: string | undefined;
  readonly severity: string | undefined;
  readonly firing: number;
}

/** The rows that the overview of a dashboard shows now; none where it has no alerts. */
export async function overviewOf(
  dashboard: DashboardJson,
  prometheus: PrometheusServer,
): Promise<OverviewRow[]> {
  const panel = dashboard.panels.find(({ title }) => title === ALERTS_TITLE);
  if (!panel) return [];
  const [target] = panel.targets as unknown as { expr: string }[];
  const { result, error } = await prometheus.queryInstant(target?.expr ?? '');
  if (!result) throw new Error(error);
  return result.map(({ metric, value }) => ({
    alertname: metric['alertname'] ?? '',
    summary: metric['summary'],
    severity: metric['severity'],
    firing: Number(value?.[1]),
  }));
}

/** How often each alert should fire now: as often as its expression has a result. */
export async function firingCounts({
  alerts,
  prometheus,
}: ProvingGround): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { name, expr } of alerts) {
    const { result = [] } = await prometheus.queryInstant(expr);
    counts.set(name, result.length);
  }
  return counts;
}
