import { hasVariable, labelsIn, operatorOf, visitNodes, type PromQl } from './promql';
import { selectedNames } from './selectors';

/** An aggregation's grouping, with the metrics that it aggregates. */
export interface Grouping {
  /** The labels of `by (…)`, in the order written. */
  readonly labels: readonly string[];
  readonly metrics: ReadonlySet<string>;
}

/** The facts about an expression that panel sources ask for. */
export interface PromQlFacts {
  /** Names of all metrics and recorded series that it selects. */
  readonly reads: ReadonlySet<string>;
  /** Names of the metrics to which it applies `rate` or `irate`. */
  readonly rates: ReadonlySet<string>;
  /** Every `by (…)` grouping in it whose labels are known. */
  readonly groupings: readonly Grouping[];
  /** Whether it computes `histogram_quantile` itself. */
  readonly computesQuantile: boolean;
}

/** Reads the facts off an expression's tree; formatting and comments never matter. */
export function promQlFacts(promql: PromQl): PromQlFacts {
  const rates = new Set<string>();
  let computesQuantile = false;
  visitNodes(promql, 'FunctionCall', (call) => {
    const name = operatorOf(promql, call);
    if (name === 'histogram_quantile') computesQuantile = true;
    if (name !== 'rate' && name !== 'irate') return;
    for (const metric of selectedNames(promql, call)) rates.add(metric);
  });
  const groupings: Grouping[] = [];
  visitNodes(promql, 'AggregateExpr', (aggregate) => {
    const modifier = aggregate.getChild('AggregateModifier');
    if (!modifier?.getChild('By')) return;
    const listed = modifier.getChild('GroupingLabels');
    if (!listed || hasVariable(promql, listed)) return;
    groupings.push({
      labels: labelsIn(promql, listed),
      metrics: selectedNames(promql, aggregate),
    });
  });
  return { reads: selectedNames(promql), rates, groupings, computesQuantile };
}
