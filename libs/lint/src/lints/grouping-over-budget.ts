import { labelsIn, type PromQl, selectedNames, textOf, visitNodes } from '@g6/promql';
import type { Metric } from '@g6/model';
import { placeInText, type LintExpression, type Lint, type LintFinding } from '../lint';

/**
 * How many values a label has is known from the metrics that carry it alone: their budget is that
 * number. Where several do, the smallest counts, so that no finding rests on a generous guess.
 */
export const groupingOverBudget: Lint = {
  name: 'grouping-over-budget',
  severity: 'warning',
  description:
    'The labels of a grouping do not multiply to more series than the `cardinality_budget` of the metric allows.',
  check: ({ expressions, metrics, index }) => {
    const sizes = labelSizes(metrics);
    return expressions.flatMap((expression) =>
      groupings(expression.analysis.promql).flatMap(({ labels, series, from }) =>
        [...new Set(series.map((name) => index.owner(name)))].flatMap((metric) =>
          metric ? overBudget(expression, metric, labels, sizes, from) : [],
        ),
      ),
    );
  },
};

interface Grouping {
  readonly labels: readonly string[];
  readonly series: readonly string[];
  readonly from: number;
}

function groupings(promql: PromQl): Grouping[] {
  const found: Grouping[] = [];
  visitNodes(promql, 'AggregateExpr', (aggregate) => {
    const modifier = aggregate.getChild('AggregateModifier');
    const list = modifier?.getChild('By') ? modifier.getChild('GroupingLabels') : null;
    if (!list || textOf(promql, list) === '()') return;
    const series = [...selectedNames(promql, aggregate)];
    // A histogram's buckets are not part of its budget.
    const labels = labelsIn(promql, list).filter((label) => label !== 'le');
    found.push({ labels, series, from: list.from });
  });
  return found;
}

function labelSizes(metrics: readonly Metric[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { labels, cardinalityBudget } of metrics) {
    const [label] = labels;
    if (label === undefined || labels.length > 1 || cardinalityBudget === undefined) continue;
    sizes.set(label, Math.min(sizes.get(label) ?? Infinity, cardinalityBudget));
  }
  return sizes;
}

function overBudget(
  { ref }: LintExpression,
  metric: Metric,
  labels: readonly string[],
  sizes: ReadonlyMap<string, number>,
  from: number,
): LintFinding[] {
  const budget = metric.cardinalityBudget;
  const own = labels.filter((label) => metric.labels.includes(label));
  // One label of one metric may well have fewer values there than elsewhere.
  if (budget === undefined || own.length < 2) return [];
  const counts = own.map((label) => sizes.get(label));
  if (counts.includes(undefined)) return [];
  const product = counts.reduce<number>((all, count) => all * (count ?? 1), 1);
  if (product <= budget) return [];
  const factors = own.map((label, i) => `${label} ${counts[i] ?? ''}`).join(' x ');
  return [
    {
      place: placeInText(ref, from),
      message: `grouping by ${own.join(', ')} can give ${product} series (${factors}); the cardinality_budget of "${metric.name}" is ${budget}`,
      hint: 'group by fewer labels, or raise the budget if that many series are meant',
    },
  ];
}
