import { isSameExpression, splitComparison, type Comparison } from '@g6/promql';
import type { Alert, Metric } from '@g6/model';
import type { PanelDraft, Threshold } from '../../panel-draft';
import type { DashboardPanelSource, SourceContext } from '../../panel-source';
import { queryLegend } from '../../query-legend';
import { unitOf } from '../../unit-of';

/**
 * A graph of each query that alerts of the dashboard watch, with their thresholds across, if the plan
 * asks for it. Alerts on the same query, such as a warning and a critical one, share a graph.
 */
export const alertPreviewSource: DashboardPanelSource = {
  of: 'dashboard',
  name: 'alert_preview',
  reason: 'The plan asks for a graph of what each alert watches.',
  draft: (context) => {
    if (context.plan.alertPreview !== true) return [];
    const groups = watchedQueries(context);
    const titles = groups.map(titleOf);
    return groups.map((group, index) => {
      const title = titles[index] as string;
      const shared = titles.indexOf(title) !== titles.lastIndexOf(title);
      return previewPanel(group, shared ? distinctTitle(title, group) : title, context);
    });
  },
};

/** A query of a metric's alerts, with the alerts. */
interface WatchedQuery {
  readonly metric: Metric;
  readonly expr: string;
  readonly alerts: readonly { readonly alert: Alert; readonly threshold: Threshold | undefined }[];
}

function watchedQueries({ shownMetrics, promql }: SourceContext): WatchedQuery[] {
  return shownMetrics.flatMap((metric) => {
    const groups: { metric: Metric; expr: string; alerts: WatchedQuery['alerts'][number][] }[] = [];
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

/** The colours that the overview of alerts gives to severities; what has none alarms. */
const SEVERITY_COLORS: Record<string, string> = {
  critical: 'red',
  warning: 'orange',
  info: 'blue',
};

function previewPanel(
  { metric, expr, alerts }: WatchedQuery,
  title: string,
  context: SourceContext,
): PanelDraft {
  const legend = queryLegend(context.promql.analyze(expr).promql, title, context.index);
  const thresholds = alerts.flatMap(({ threshold }) => threshold ?? []);
  const texts = alerts.flatMap(({ alert }) => [alert.summary, alert.description]);
  return {
    source: 'alert_preview',
    block: 'preview',
    title,
    type: 'timeseries',
    unit: expr === metric.name ? unitOf(metric, 'value', context.unitInference) : 'short',
    queries: [{ expr, legend: legend.template }],
    description: [...new Set(texts)].filter(Boolean).join('\n\n'),
    metric: metric.name,
    family: metric.family,
    manySeries: legend.manySeries,
    ...(alerts[0] ? { ref: alerts[0].alert.ref } : {}),
    ...(thresholds.length === 0 ? {} : { thresholds }),
  };
}

function thresholdOf({ operator, threshold }: Comparison, { severity }: Alert): Threshold {
  return {
    value: threshold,
    fires: operator.startsWith('<') ? 'below' : 'above',
    color: SEVERITY_COLORS[severity ?? ''] ?? 'red',
  };
}

/** The names of the alerts that share a graph. */
function titleOf({ alerts }: WatchedQuery): string {
  return [...new Set(alerts.map(({ alert }) => alert.name))].join(', ');
}

function distinctTitle(title: string, { metric, alerts }: WatchedQuery): string {
  const severities = alerts.map(({ alert }) => alert.severity);
  return `${title} (${[...new Set([metric.name, ...severities])].filter(Boolean).join(', ')})`;
}
