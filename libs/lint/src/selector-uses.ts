import { operatorOf, type PromQl, selectorName, visitNodes } from '@g6/promql';

/** A selector of an expression with what is applied to it. */
export interface SelectorUse {
  readonly name: string;
  /** The functions and aggregations around it, innermost first. */
  readonly operators: readonly string[];
  /** Offset of the selector in the expression. */
  readonly from: number;
}

/** Lists every selector that names a series, with what is applied to it. */
export function selectorUses(promql: PromQl): SelectorUse[] {
  const uses: SelectorUse[] = [];
  visitNodes(promql, 'VectorSelector', (selector) => {
    const name = selectorName(promql, selector);
    if (name === undefined) return;
    const operators: string[] = [];
    for (let node = selector.parent; node; node = node.parent) {
      if (node.name === 'FunctionCall' || node.name === 'AggregateExpr') {
        operators.push(operatorOf(promql, node));
      }
    }
    uses.push({ name, operators, from: selector.from });
  });
  return uses;
}

/**
 * Operators that make sense of a counter, whose bare value only says how long ago its process started:
 * they show how fast it grows, how often it was reset, and whether or how many of its series there are.
 */
const COUNTER_OPERATORS = new Set([
  'rate',
  'irate',
  'increase',
  'resets',
  'changes',
  'absent',
  'absent_over_time',
  'present_over_time',
  'count_over_time',
  'timestamp',
  'count',
  'group',
]);

/** Whether an expression shows a counter's bare value. */
export function isBareCounter({ operators }: SelectorUse): boolean {
  return !operators.some((operator) => COUNTER_OPERATORS.has(operator));
}
