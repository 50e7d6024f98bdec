import type { SpecIndex } from '@g6/model';
import { KEEPING_AGGREGATIONS, operatorOf, type PromQl, resultLabels, rootExpr } from '@g6/promql';
import type { TableColumn } from '../panel-draft';
import type { ExplicitPanelSource } from '../panel-source';
import { queryLegend } from '../query-legend';
import { valueRange } from '../value-range';

/** The panels that the spec writes out, unchanged and in its order. */
export const specSource: ExplicitPanelSource = {
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

/** Labels of the scrape, which stay on a result that is not aggregated. */
const SCRAPE_LABELS = ['job', 'instance'];

/** The columns of a table that shows an instant query: its labels, then the value. */
export function tableColumns(promql: PromQl, index: SpecIndex): TableColumn[] {
  const labels = resultLabels(promql, (series) => index.labelsOf(series)) ?? [];
  const scraped = isAggregated(promql) ? [] : SCRAPE_LABELS;
  return [...new Set([...labels, ...scraped]), 'Value'].map((field) => ({
    field,
    header: field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' '),
  }));
}

/** Whether the result keeps no labels of the scrape; `topk` and its like pick whole series. */
function isAggregated(promql: PromQl): boolean {
  let node = rootExpr(promql);
  while (node?.name === 'ParenExpr') node = node.getChild('Expr');
  return node?.name === 'AggregateExpr' && !KEEPING_AGGREGATIONS.has(operatorOf(promql, node));
}
