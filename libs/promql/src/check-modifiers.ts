import type { SyntaxNode } from '@lezer/common';
import { visitNodes, type PromQl } from './promql';
import { typeFault, type PromQlFault } from './promql-fault';

/** Nodes that `offset` and `@` may follow. */
const MODIFIED = new Set(['OffsetExpr', 'StepInvariantExpr', 'AnchoredExpr', 'SmoothedExpr']);
const SELECTORS = new Set(['VectorSelector', 'MatrixSelector', 'SubqueryExpr']);

/** Finds ranges, `offset` and `@` where Prometheus has none; the checker lets them pass. */
export function modifierFaults(promql: PromQl): PromQlFault[] {
  return [
    ...rangeFaults(promql),
    ...placeFaults(promql, 'OffsetExpr', 'offset'),
    ...placeFaults(promql, 'StepInvariantExpr', '@'),
    ...placeFaults(promql, 'AnchoredExpr', 'anchored'),
    ...placeFaults(promql, 'SmoothedExpr', 'smoothed'),
  ];
}

function rangeFaults(promql: PromQl): PromQlFault[] {
  const faults: PromQlFault[] = [];
  const check = (node: SyntaxNode): void => {
    const ranged = node.firstChild;
    if (ranged?.name === 'UnaryExpr' || ranged?.name === 'BinaryExpr') {
      const message = 'the range belongs to the last part only; put what it is for in parentheses';
      faults.push(typeFault(node, message));
    } else if (node.name === 'MatrixSelector' && ranged && ranged.name !== 'VectorSelector') {
      const message = 'only a selector can have a range; write a subquery, for example [5m:1m]';
      faults.push(typeFault(node, message));
    }
  };
  visitNodes(promql, 'MatrixSelector', check);
  visitNodes(promql, 'SubqueryExpr', check);
  return faults;
}

function placeFaults(promql: PromQl, name: string, word: string): PromQlFault[] {
  const faults: PromQlFault[] = [];
  visitNodes(promql, name, (node) => {
    const { operand, modifiers } = modifiedBy(node);
    if (modifiers.filter((modifier) => modifier === name).length > 1) {
      faults.push(typeFault(node, `"${word}" stands twice on the same selector`));
    } else if (operand && !SELECTORS.has(operand.name)) {
      const message = `"${word}" can only follow a selector or a subquery; write it inside, after the selector`;
      faults.push(typeFault(node, message));
    }
  });
  return faults;
}

/**
 * The expression that a modifier applies to, and the names of all modifiers on the way there. The grammar hangs it
 * over a whole operation, `(a / b) offset 1d`, where Prometheus binds it to the last operand.
 */
function modifiedBy(node: SyntaxNode): { operand: SyntaxNode | null; modifiers: string[] } {
  const modifiers: string[] = [];
  let operand: SyntaxNode | null = node;
  for (;;) {
    if (operand && MODIFIED.has(operand.name)) {
      modifiers.push(operand.name);
      operand = operand.firstChild;
    } else if (operand?.name === 'UnaryExpr' || operand?.name === 'BinaryExpr') {
      operand = operand.lastChild;
    } else {
      return { operand, modifiers };
    }
  }
}
