import { splitComparison, type Comparison } from '@g6/promql';
import type { Alert, Metric } from '@g6/model';
import type { PanelDraft, Threshold } from '../panel-draft';
import type { DashboardPanelSource, SourceContext } from '../panel-source';
import { queryLegend } from '../query-legend';
import { unitOf } from '../unit-of';

/** What each alert of the dashboard watches, as a graph with the threshold across; where asked for. */
export const alertPreviewSource: DashboardPanelSource = {
  name: 'alert_preview',
  draft: (context) => {
    if (context.plan.alertPreview !== true) return [];
    const alerts = context.shownMetrics.flatMap((metric) =>
      metric.alerts.map((alert) => ({ metric, alert })),
    );
    const names = alerts.map(({ alert }) => alert.name);
    return alerts.map(({ metric, alert }) => {
      const shared = names.filter((name) => name === alert.name).length > 1;
      return previewPanel(
        metric,
        alert,
        shared ? distinctTitle(metric, alert) : alert.name,
        context,
      );
    });
  },
};

/** The colours that the overview of alerts gives to severities; what has none alarms. */
const SEVERITY_COLORS: Record<string, string> = {
  critical: 'red',
  warning: 'orange',
  info: 'blue',
};

function previewPanel(
  metric: Metric,
  alert: Alert,
  title: string,
  context: SourceContext,
): PanelDraft {
  const comparison = splitComparison(context.promql.analyze(alert.expr).promql);
  const expr = comparison?.value ?? alert.expr;
  const legend = queryLegend(context.promql.analyze(expr).promql, title, context.index);
  return {
    source: 'alert_preview',
    block: 'preview',
    title,
    type: 'timeseries',
    unit: expr === metric.name ? unitOf(metric, 'value', context.unitInference) : 'short',
    queries: [{ expr, legend: legend.template }],
    description: [alert.summary, alert.description].filter(Boolean).join('\n\n'),
    metric: metric.name,
    family: metric.family,
    manySeries: legend.manySeries,
    ref: alert.ref,
    ...(comparison === undefined ? {} : { threshold: thresholdOf(comparison, alert) }),
  };
}

function thresholdOf({ operator, threshold }: Comparison, { severity }: Alert): Threshold {
  return {
    value: threshold,
    fires: operator.startsWith('<') ? 'below' : 'above',
    color: SEVERITY_COLORS[severity ?? ''] ?? 'red',
  };
}

function distinctTitle(metric: Metric, { name, severity }: Alert): string {
  return `${name} (${[metric.name, severity].filter(Boolean).join(', ')})`;
}
