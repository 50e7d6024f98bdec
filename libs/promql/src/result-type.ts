import { checkTypes } from './check-types';
import type { ResultType } from './functions';
import { rootExpr, type PromQl } from './promql';
import { typeFault, type PromQlFault } from './promql-fault';

/** The type of an expression's result; undefined if there is no expression. */
export function resultType(promql: PromQl): ResultType | undefined {
  return checkTypes(promql).type;
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
