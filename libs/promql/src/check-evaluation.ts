import type { SyntaxNode } from '@lezer/common';
import { regexProblem } from './go-regex';
import {
  argumentsOf,
  hasVariable,
  isLabelName,
  operatorOf,
  textOf,
  unquote,
  visitNodes,
  type PromQl,
} from './promql';
import { typeFault, type PromQlFault } from './promql-fault';

/** The argument of a function or an aggregation that names the label it writes. */
const LABEL_ARGUMENT: Record<string, number> = { label_replace: 1, label_join: 1, count_values: 0 };
/** The pattern among the arguments of `label_replace`. */
const PATTERN_ARGUMENT = 4;

/**
 * Finds label names and patterns that the parser of Prometheus takes, and that make every evaluation
 * of the expression fail.
 */
export function evaluationFaults(promql: PromQl): PromQlFault[] {
  const faults: PromQlFault[] = [];
  const check = (node: SyntaxNode): void => {
    const name = operatorOf(promql, node);
    const position = LABEL_ARGUMENT[name];
    if (position === undefined) return;
    const args = argumentsOf(node);
    const label = literalOf(promql, args[position]);
    if (label && !isLabelName(label.value)) {
      faults.push(typeFault(label.node, `"${label.value}" is not a label name, in ${name}`));
    }
    const pattern = name === 'label_replace' && literalOf(promql, args[PATTERN_ARGUMENT]);
    const problem = pattern ? regexProblem(pattern.value) : undefined;
    if (!pattern || problem === undefined) return;
    faults.push(typeFault(pattern.node, `the regular expression is not valid: ${problem}`));
  };
  visitNodes(promql, 'FunctionCall', check);
  visitNodes(promql, 'AggregateExpr', check);
  return faults;
}

function literalOf(promql: PromQl, node: SyntaxNode | undefined) {
  if (node?.name !== 'StringLiteral' || hasVariable(promql, node)) return undefined;
  return { node, value: unquote(textOf(promql, node)) };
}
