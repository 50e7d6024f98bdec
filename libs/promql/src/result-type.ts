import type { SyntaxNode } from '@lezer/common';
import { operatorOf, rootExpr, type PromQl } from './promql';
import { typeFault, type PromQlFault } from './promql-fault';

/** The types of Prometheus' expression language. */
export type ResultType = 'scalar' | 'string' | 'instant vector' | 'range vector';

const SCALAR_FUNCTIONS = new Set(['scalar', 'time', 'pi']);

/** The type of an expression's result; undefined if there is no expression. */
export function resultType(promql: PromQl): ResultType | undefined {
  const root = rootExpr(promql);
  return root ? typeOf(promql, root) : undefined;
}

/**
 * Finds a result that neither a panel nor an alert can use: Grafana draws and Prometheus alerts on
 * instant vectors and scalars only.
 */
export function resultFaults(promql: PromQl): PromQlFault[] {
  const root = rootExpr(promql);
  const type = resultType(promql);
  if (!root || promql.uncheckable) return [];
  if (type === 'string') {
    return [typeFault(root, 'the result is a string; write an expression that gives numbers')];
  }
  if (type !== 'range vector') return [];
  const message =
    'the result is a range vector; apply a function such as rate or max_over_time to it, or drop the range';
  return [typeFault(root, message)];
}

function typeOf(promql: PromQl, node: SyntaxNode): ResultType {
  switch (node.name) {
    case 'NumberDurationLiteral':
      return 'scalar';
    case 'StringLiteral':
      return 'string';
    case 'MatrixSelector':
    case 'SubqueryExpr':
      return 'range vector';
    case 'FunctionCall':
      return SCALAR_FUNCTIONS.has(operatorOf(promql, node)) ? 'scalar' : 'instant vector';
    case 'ParenExpr':
    case 'UnaryExpr':
    case 'OffsetExpr':
    case 'StepInvariantExpr':
    case 'AnchoredExpr':
    case 'SmoothedExpr':
      return operandType(promql, node.getChild('Expr'));
    case 'BinaryExpr': {
      const [left, right] = [node.firstChild, node.lastChild];
      const both = [left, right].every((side) => operandType(promql, side) === 'scalar');
      return both ? 'scalar' : 'instant vector';
    }
    default:
      return 'instant vector';
  }
}

function operandType(promql: PromQl, node: SyntaxNode | null): ResultType {
  return node ? typeOf(promql, node) : 'instant vector';
}
