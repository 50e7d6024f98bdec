import {
  describeMetric,
  type ExplicitPanel,
  type ExplicitQuery,
  type Metric,
  type PanelLook,
  type SpecIndex,
} from '@g6/model';
import {
  KEEPING_AGGREGATIONS,
  labelsReaching,
  operatorOf,
  type PromQl,
  readSelectors,
  resultLabels,
  rootExpr,
} from '@g6/promql';
import { columnHeader } from '../column-header';
import type { PanelDraft, PanelQuery, TableColumn } from '../panel-draft';
import type { DashboardPanelSource, SourceContext } from '../panel-source';
import { queryLegend, type QueryLegend } from '../query-legend';
import { valueRange } from '../value-range';

/** The panels that the spec writes out, unchanged and in its order. */
export const specSource: DashboardPanelSource = {
  of: 'dashboard',
  name: 'spec',
  reason: 'The spec writes this panel out.',
  draft: ({ shownMetrics, draftExplicit }) => shownMetrics.flatMap(draftExplicit),
};

type Context = Pick<SourceContext, 'index' | 'promql'>;

/** Drafts the panels that the spec writes out for a metric. */
export function draftWritten(metric: Metric, context: Context): PanelDraft[] {
  return metric.panels.map((panel) => ({
    ...explicitDraft(panel, context, describeMetric(metric)),
    ...rangeOf(panel, metric, context),
    metric: metric.name,
    family: metric.family,
  }));
}

/** Drafts a panel that is written out, in a spec or in a plan. */
export function explicitDraft(
  panel: ExplicitPanel,
  context: Context,
  description: string,
): PanelDraft {
  const { promql, index } = context;
  const legends = panel.queries.map(({ expr }) =>
    queryLegend(promql.analyze(expr).promql, panel.title, index),
  );
  const alone = panel.queries.length === 1;
  const [first] = panel.queries;
  const look = lookOf(panel, context);
  return {
    source: 'spec',
    block: 'core',
    title: panel.title,
    type: panel.type,
    unit: WITHOUT_UNIT.includes(panel.type) ? null : panel.unit,
    queries: panel.queries.map((query, position) => ({
      ...draftQuery(query, legendOf(legends[position] as QueryLegend, alone)),
      ...(panel.type === 'heatmap' ? heatmapFormat(query, context) : {}),
    })),
    description: panel.description ?? description,
    manySeries: !alone || legends.some(({ manySeries }) => manySeries),
    ref: panel.ref,
    ...(panel.kind === undefined ? {} : { kind: panel.kind }),
    ...(panel.span === undefined ? {} : { span: panel.span }),
    ...(panel.height === undefined ? {} : { height: panel.height }),
    ...(panel.id === undefined ? {} : { stableId: panel.id }),
    ...(panel.content === undefined ? {} : { content: panel.content }),
    ...(panel.unfiltered ? { unfiltered: true } : {}),
    ...(Object.keys(look).length === 0 ? {} : { look }),
    ...(panel.type === 'table' && first
      ? { columns: tableColumns(promql.analyze(first.expr).promql, index) }
      : {}),
  };
}

const WITHOUT_UNIT = ['text', 'row'];

/** Queries of one panel must not share its title as their name. */
function legendOf({ template, manySeries }: QueryLegend, alone: boolean): string {
  return alone || manySeries ? template : '__auto';
}

/**
 * In the form `heatmap`, Grafana takes the series for cumulative buckets in rising order and subtracts
 * each from the next, which only makes sense for series with `le`.
 */
function heatmapFormat({ expr, format }: ExplicitQuery, { promql, index }: Context) {
  if (format !== undefined) return {};
  const parsed = promql.analyze(expr).promql;
  const labels = labelsReaching(parsed, (series) => index.labelsOf(series));
  const bucketed = labels?.includes('le') ?? readsBuckets(parsed);
  return { format: bucketed ? ('heatmap' as const) : ('time_series' as const) };
}

/** Whether an expression reads buckets of a histogram that nothing declares. */
function readsBuckets(promql: PromQl): boolean {
  return readSelectors(promql).some(({ name }) => name?.endsWith('_bucket') === true);
}

function draftQuery(query: ExplicitQuery, legend: string): PanelQuery {
  const { expr, refId, instant, format, hide, exemplar, interval } = query;
  return {
    expr,
    legend: query.legend ?? legend,
    ...(refId === undefined ? {} : { refId }),
    ...(instant === undefined ? {} : { instant }),
    ...(format === undefined ? {} : { format }),
    ...(hide === undefined ? {} : { hide }),
    ...(exemplar === undefined ? {} : { exemplar }),
    ...(interval === undefined ? {} : { interval }),
  };
}

/** The range of a percentage; on a panel of several queries nothing says that all keep to it. */
function rangeOf(panel: ExplicitPanel, metric: Metric, { promql }: Context) {
  const [query, ...more] = panel.queries;
  if (!query || more.length > 0) return {};
  const range = valueRange(metric, promql.analyze(query.expr).promql, panel.unit);
  return range === undefined ? {} : { range };
}

/** The look of a panel, with the thresholds of alerts in the place of `from_alerts`. */
function lookOf(panel: ExplicitPanel, { index, promql }: Context): PanelLook {
  if (panel.look.thresholds !== 'from_alerts') return panel.look;
  const found = index.alertThresholds(promql).of(panel.queries.map(({ expr }) => expr));
  const { thresholds: _, ...rest } = panel.look;
  const [first] = found;
  if (!first) return rest;
  const limit = (severe: boolean) =>
    found.find(({ severity }) => (severity === 'critical') === severe)?.value;
  const [warning, critical] = [limit(false), limit(true)];
  const thresholds = {
    direction: first.fires,
    ...(warning === undefined ? {} : { warning }),
    ...(critical === undefined ? {} : { critical }),
  };
  return { ...rest, thresholds };
}

/** The columns of a table that shows an instant query: its labels, then the value. */
export function tableColumns(promql: PromQl, index: SpecIndex): TableColumn[] {
  const labels = resultLabels(promql, (series) => index.varyingLabels(series)) ?? [];
  // The labels of the scrape stay on a result that is not aggregated.
  const scraped = isAggregated(promql) ? [] : index.targetLabels;
  return [...new Set([...labels, ...scraped]), 'Value'].map((field) => ({
    field,
    header: columnHeader(field),
  }));
}

/** Whether the result keeps no labels of the scrape; `topk` and its like pick whole series. */
function isAggregated(promql: PromQl): boolean {
  let node = rootExpr(promql);
  while (node?.name === 'ParenExpr') node = node.getChild('Expr');
  return node?.name === 'AggregateExpr' && !KEEPING_AGGREGATIONS.has(operatorOf(promql, node));
}
