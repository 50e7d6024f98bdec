import { KEEPING_AGGREGATIONS, operatorOf, type PromQl, resultLabels, rootExpr } from '@g6/promql';
import type { SpecIndex } from '@g6/model';
import type { TableColumn } from './panel-draft';

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
