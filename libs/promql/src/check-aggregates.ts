import { argumentsOf, operatorOf, visitNodes, type PromQl } from './promql';
import { typeFault, type PromQlFault } from './promql-fault';

/** Aggregations that take a parameter before what they aggregate. */
const WITH_PARAMETER = new Set([
  'topk',
  'bottomk',
  'quantile',
  'count_values',
  'limitk',
  'limit_ratio',
]);

/** Finds aggregations with too few or too many arguments; the checker looks at the last one only. */
export function aggregateFaults(promql: PromQl): PromQlFault[] {
  const faults: PromQlFault[] = [];
  visitNodes(promql, 'AggregateExpr', (node) => {
    const operator = operatorOf(promql, node);
    const count = argumentsOf(node).length;
    const expected = WITH_PARAMETER.has(operator) ? 2 : 1;
    if (count === expected) return;
    const wanted = `${expected} ${expected === 1 ? 'argument' : 'arguments'}`;
    faults.push(typeFault(node, `"${operator}" takes ${wanted}, got ${count}`));
  });
  return faults;
}
