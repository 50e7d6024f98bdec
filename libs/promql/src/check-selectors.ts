import type { SyntaxNode } from '@lezer/common';
import { matchesEmptyText, regexProblem } from './go-regex';
import { visitNodes, type PromQl } from './promql';
import { typeFault, type PromQlFault } from './promql-fault';
import { selectorMatchers, type Matcher } from './selectors';

/** Finds selectors that match every series, and matchers whose pattern Go's regexp refuses. */
export function selectorFaults(promql: PromQl): PromQlFault[] {
  const faults: PromQlFault[] = [];
  visitNodes(promql, 'VectorSelector', (selector) => {
    const matchers = selectorMatchers(promql, selector);
    for (const { operator, value, node } of matchers) {
      const problem = operator.endsWith('~') ? regexProblem(value) : undefined;
      if (problem === undefined) continue;
      faults.push(typeFault(node, `the regular expression is not valid: ${problem}`));
    }
    if (!isNamed(selector) && matchers.every(matchesEmpty)) {
      const message = 'the selector matches every series; name a metric or a non-empty label value';
      faults.push(typeFault(selector, message));
    }
  });
  return faults;
}

function isNamed(selector: SyntaxNode): boolean {
  const quoted = selector.getChild('LabelMatchers')?.getChild('QuotedLabelName');
  return selector.getChild('Identifier') !== null || (quoted !== null && quoted !== undefined);
}

/** A matcher that takes a missing label too; an invalid pattern is told apart, and counts as none. */
function matchesEmpty({ operator, value }: Matcher): boolean {
  switch (operator) {
    case '=':
      return value === '';
    case '!=':
      return value !== '';
    case '=~':
      return regexProblem(value) === undefined && matchesEmptyText(value);
    default:
      return regexProblem(value) === undefined && !matchesEmptyText(value);
  }
}
