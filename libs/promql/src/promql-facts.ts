import type { SyntaxNode } from '@lezer/common';
import { hasVariable, labelsIn, operatorOf, visitNodes, type PromQl } from './promql';
import { type Matcher, readSelectors, selectedNames } from './selectors';

/** An aggregation's grouping, with the metrics that it aggregates. */
export interface Grouping {
  /** The labels of `by (…)`, in the order written. */
  readonly labels: readonly string[];
  /** Only those all of whose series it aggregates. */
  readonly metrics: ReadonlySet<string>;
}

/** The facts about an expression that panel sources ask for. */
export interface PromQlFacts {
  /** Names of all metrics and recorded series that it selects. */
  readonly reads: ReadonlySet<string>;
  /**
   * Those of them whose values it shows in full: no matcher leaves series out, except for one with a
   * variable of the dashboard, and `absent` does not hide the values.
   */
  readonly shows: ReadonlySet<string>;
  /** Names of the metrics to all of whose series it applies `rate` or `irate`. */
  readonly rates: ReadonlySet<string>;
  /** Every `by (…)` grouping in it whose labels are known. */
  readonly groupings: readonly Grouping[];
  /** Whether it computes `histogram_quantile` itself. */
  readonly computesQuantile: boolean;
}

/** Reads the facts off an expression's tree; formatting and comments never matter. */
export function promQlFacts(promql: PromQl): PromQlFacts {
  const reads = selectedNames(promql);
  // Most expressions read one metric, and the sets about one are the same: it is kept once.
  const share = (names: ReadonlySet<string>) => sharedSet(names, reads);
  const rates = new Set<string>();
  let computesQuantile = false;
  visitNodes(promql, 'FunctionCall', (call) => {
    const name = operatorOf(promql, call);
    if (name === 'histogram_quantile') computesQuantile = true;
    if (name !== 'rate' && name !== 'irate') return;
    for (const metric of shownNames(promql, call)) rates.add(metric);
  });
  const groupings: Grouping[] = [];
  visitNodes(promql, 'AggregateExpr', (aggregate) => {
    const modifier = aggregate.getChild('AggregateModifier');
    if (!modifier?.getChild('By')) return;
    const listed = modifier.getChild('GroupingLabels');
    if (!listed || hasVariable(promql, listed)) return;
    groupings.push({
      // Copies are no larger than they have to be, and these lists are kept.
      labels: labelsIn(promql, listed).slice(),
      metrics: share(shownNames(promql, aggregate)),
    });
  });
  return {
    reads,
    shows: share(shownNames(promql)),
    rates: share(rates),
    groupings: groupings.length === 0 ? NO_GROUPINGS : groupings.slice(),
    computesQuantile,
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();
const NO_GROUPINGS: readonly Grouping[] = [];

/** The set itself, or one that has the same names and is kept already. */
function sharedSet(names: ReadonlySet<string>, kept: ReadonlySet<string>): ReadonlySet<string> {
  if (names.size === 0) return NO_NAMES;
  return names.size === kept.size && [...names].every((name) => kept.has(name)) ? kept : names;
}

const HIDING_FUNCTIONS = new Set(['absent', 'absent_over_time']);

/** The names of the metrics whose series an expression, or a part of it, shows in full. */
function shownNames(promql: PromQl, within?: SyntaxNode): Set<string> {
  const names = new Set<string>();
  for (const { name, matchers, node } of readSelectors(promql)) {
    if (within && (node.from < within.from || node.to > within.to)) continue;
    if (name === undefined || isHidden(promql, node)) continue;
    if (!matchers.some((matcher) => leavesOut(promql, matcher))) names.add(name);
  }
  return names;
}

function leavesOut(promql: PromQl, { label, operator, value, node }: Matcher): boolean {
  if (label === '__name__' || hasVariable(promql, node)) return false;
  return !(operator === '=~' && value === '.*');
}

function isHidden(promql: PromQl, selector: SyntaxNode): boolean {
  for (let node = selector.parent; node; node = node.parent) {
    if (node.name === 'FunctionCall' && HIDING_FUNCTIONS.has(operatorOf(promql, node))) return true;
  }
  return false;
}
