import { queryLegend } from '../query-legend';
import { tableColumns } from '../table-columns';
import { valueRange } from '../value-range';
import type { MetricPanelSource } from '../panel-source';

/** The panels that the spec writes out, unchanged and in its order. */
export const specSource: MetricPanelSource = {
  name: 'spec',
  draft: (metric, context) =>
    metric.panels.map((panel) => {
      const { promql } = context.promql.analyze(panel.promql);
      const legend = queryLegend(promql, panel.title, context.index);
      const range = valueRange(metric, promql, panel.unit);
      return {
        source: 'spec',
        block: 'core',
        title: panel.title,
        type: panel.type,
        unit: panel.unit,
        queries: [{ expr: panel.promql, legend: legend.template }],
        description: metric.help ?? '',
        metric: metric.name,
        family: metric.family,
        manySeries: legend.manySeries,
        ref: panel.ref,
        ...(panel.kind === undefined ? {} : { kind: panel.kind }),
        ...(panel.span === undefined ? {} : { span: panel.span }),
        ...(range === undefined ? {} : { range }),
        ...(panel.type === 'table' ? { columns: tableColumns(promql, context.index) } : {}),
      };
    }),
};
