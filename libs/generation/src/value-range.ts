import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, operatorOf, rootExpr, type PromQl } from '@g6/promql';
import type { Metric } from '@g6/model';
import type { ValueRange } from './panel-draft';

const RANGES = new Map<string, ValueRange>([
  ['percent', { min: 0, max: 100 }],
  ['percentunit', { min: 0, max: 1 }],
]);

/** Aggregations and functions that give back values from among or between those that they take. */
const KEEPING_OPERATORS = new Set([
  'avg',
  'min',
  'max',
  'quantile',
  'topk',
  'bottomk',
  'avg_over_time',
  'min_over_time',
  'max_over_time',
  'last_over_time',
  'quantile_over_time',
  'sort',
  'sort_desc',
  'label_replace',
  'label_join',
]);

/**
 * The range of a percentage, only where the metric itself declares a percent unit: a growth percent
 * may pass 100.
 */
export function declaredRange(metric: Metric, unit: string): ValueRange | undefined {
  return metric.unit === unit ? RANGES.get(unit) : undefined;
}

/** The range of a query's values: the metric's own, unless the query sums or computes. */
export function valueRange(metric: Metric, promql: PromQl, unit: string): ValueRange | undefined {
  const range = declaredRange(metric, unit);
  const root = range && rootExpr(promql);
  return root && keepsValues(promql, root) ? range : undefined;
}

function keepsValues(promql: PromQl, node: SyntaxNode): boolean {
  switch (node.name) {
    case 'VectorSelector':
    case 'MatrixSelector':
      return true;
    case 'ParenExpr': {
      const inner = node.getChild('Expr');
      return inner !== null && keepsValues(promql, inner);
    }
    case 'AggregateExpr':
    case 'FunctionCall':
      return (
        KEEPING_OPERATORS.has(operatorOf(promql, node)) &&
        argumentsOf(node)
          .filter(({ name }) => name !== 'NumberDurationLiteral' && name !== 'StringLiteral')
          .every((arg) => keepsValues(promql, arg))
      );
    default:
      return false;
  }
}
