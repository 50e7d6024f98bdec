import { labelsIn, operatorOf, visitNodes, type PromQl } from './promql';
import { selectedNames } from './selectors';

/** An aggregation's grouping, with the metrics that it aggregates. */
export interface Grouping {
  /** The labels of `by (…)`, in the order written. */
  readonly labels: readonly string[];
  readonly metrics: ReadonlySet<string>;
}

/** What an expression does, as far as panel sources ask. */
export interface PromQlFacts {
  /** Names of all metrics and recorded series that it selects. */
  readonly reads: ReadonlySet<string>;
  /** Names of the metrics to which it applies `rate` or `irate`. */
  readonly rates: ReadonlySet<string>;
  /** Every `by (…)` grouping in it. */
  readonly groupings: readonly Grouping[];
  /** Whether it computes `histogram_quantile` itself. */
  readonly computesQuantile: boolean;
}

/** Reads off an expression's tree what it does; formatting never matters. */
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
    groupings.push({
      labels: labelsIn(promql, modifier.getChild('GroupingLabels')),
      metrics: selectedNames(promql, aggregate),
    });
  });
  return { reads: selectedNames(promql), rates, groupings, computesQuantile };
}
