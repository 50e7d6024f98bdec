import type { DraftBasis } from '@g6/generation';
import type { Alert, Metric } from '@g6/model';
import { alertPanel, type AlertPanel, type LinkedDashboard } from './alert-panel';
import type { AlertingRule, RuleFile, RuleOptions } from './rule-file';

/** Writes every alert of the spec as a rule, a group for each family that has any. */
export function alertingRules(
  basis: DraftBasis,
  dashboards: readonly LinkedDashboard[],
  { interval }: RuleOptions,
): RuleFile<AlertingRule> {
  const groups = basis.spec.families.map((family) => {
    const shownOn = dashboards.find(({ plan }) => plan.families.includes(family.name));
    const link = (alert: Alert, metric: Metric) =>
      shownOn && alertPanel(alert, metric, shownOn, basis);
    const rules = family.metrics.flatMap((metric) =>
      metric.alerts.map((alert) =>
        alertingRule(alert, basis.renamed.read(alert.expr), metric, link(alert, metric)),
      ),
    );
    return { name: `alerts_${family.name}`, interval, rules };
  });
  return { groups: groups.filter(({ rules }) => rules.length > 0) };
}

function alertingRule(
  alert: Alert,
  expr: string,
  metric: Metric,
  panel: AlertPanel | undefined,
): AlertingRule {
  return {
    alert: alert.name,
    expr,
    ...(alert.for === undefined ? {} : { for: alert.for }),
    ...(alert.keepFiringFor === undefined ? {} : { keep_firing_for: alert.keepFiringFor }),
    labels: given({ severity: alert.severity, family: metric.family, ...alert.labels }),
    annotations: {
      ...given({
        summary: alert.summary,
        description: alert.description,
        runbook_url: alert.runbookUrl,
      }),
      ...(panel ? panelAnnotations(panel) : {}),
      ...given(alert.annotations),
    },
  };
}

/**
 * Grafana opens the panel that these two name beside an alert, see
 * https://grafana.com/docs/grafana/latest/alerting/alerting-rules/link-alert-rules-to-panels/;
 * `dashboard` is the same as a path, for everything else that shows alerts.
 */
function panelAnnotations({ uid, panelId }: AlertPanel): Record<string, string> {
  return {
    dashboard: `/d/${uid}?viewPanel=${panelId}`,
    __dashboardUid__: uid,
    __panelId__: String(panelId),
  };
}

/** The texts of the spec, as written; to Prometheus an empty label is none. */
function given(texts: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(texts).flatMap(([key, text]) =>
    text === undefined || text === '' ? [] : [[key, text] as const],
  );
  return Object.fromEntries(entries);
}
