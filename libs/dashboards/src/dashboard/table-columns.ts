import { resultLabels } from '../promql/result-labels';
import { rootExpr, type PromQl } from '../promql/promql';
import type { SpecIndex } from '../spec/spec-index';
import type { TableColumn } from './panel-draft';

/** Labels of the scrape, which stay on a result that is not aggregated. */
const SCRAPE_LABELS = ['job', 'instance'];

/** The columns of a table that shows an instant query: its labels, then the value. */
export function tableColumns(promql: PromQl, index: SpecIndex): TableColumn[] {
  const labels = resultLabels(promql, (series) => index.labelsOf(series)) ?? [];
  const scraped = rootExpr(promql)?.name === 'AggregateExpr' ? [] : SCRAPE_LABELS;
  return [...new Set([...labels, ...scraped]), 'Value'].map((field) => ({
    field,
    header: field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' '),
  }));
}
