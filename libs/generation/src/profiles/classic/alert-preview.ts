import type { PanelDraft } from '../../panel-draft';
import type { DashboardPanelSource, SourceContext } from '../../panel-source';
import { queryLegend } from '../../query-legend';
import { unitOf } from '../../unit-of';
import { type WatchedQuery, watchedQueries } from '../../watched-queries';

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

/** The names of the alerts that share a graph. */
function titleOf({ alerts }: WatchedQuery): string {
  return [...new Set(alerts.map(({ alert }) => alert.name))].join(', ');
}

function distinctTitle(title: string, { metric, alerts }: WatchedQuery): string {
  const severities = alerts.map(({ alert }) => alert.severity);
  return `${title} (${[...new Set([metric.name, ...severities])].filter(Boolean).join(', ')})`;
}
