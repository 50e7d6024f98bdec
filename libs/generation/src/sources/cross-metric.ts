import { EFFICIENCY_GROUP } from '@g6/model';
import { queryLegend } from '../query-legend';
import type { DashboardPanelSource } from '../panel-source';

/** The panels of the efficiency catalogue that this dashboard is to show. */
export const crossMetricSource: DashboardPanelSource = {
  of: 'dashboard',
  name: 'cross_metric',
  reason: 'The efficiency catalogue relates metrics that this dashboard shows.',
  draft: (context) =>
    context.efficiency
      .filter((panel) => panel.slugs.includes(context.plan.slug))
      .map((panel) => {
        const legends = panel.queries.map(({ expr }) =>
          queryLegend(context.promql.analyze(expr).promql, panel.title, context.index),
        );
        return {
          source: 'cross_metric',
          block: 'efficiency',
          title: panel.title,
          type: 'timeseries',
          unit: panel.unit,
          queries: panel.queries.map(({ expr, legend }, position) => ({
            expr,
            legend: legend ?? legends[position]?.template ?? panel.title,
          })),
          description: panel.description ?? '',
          group: EFFICIENCY_GROUP,
          manySeries: panel.queries.length > 1 || legends.some((legend) => legend.manySeries),
          ref: panel.ref,
        };
      }),
};
