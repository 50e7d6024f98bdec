import { matchesEmptyText, regexProblem } from './go-regex';
import { isDataSelector } from './matcher-list';
import { hasVariable, isLabelName, textOf, unquote, visitNodes, type PromQl } from './promql';
import { syntaxFault, typeFault, type PromQlFault } from './promql-fault';
import { isNamed, selectorMatchers, type LabelMatcher } from './selectors';

/** Finds selectors that match every series, patterns that Go's regexp refuses, and names that are keywords. */
export function selectorFaults(promql: PromQl): PromQlFault[] {
  const faults: PromQlFault[] = keywordFaults(promql);
  visitNodes(promql, 'VectorSelector', (selector) => {
    const matchers = selectorMatchers(promql, selector);
    for (const { operator, value, node } of matchers) {
      if (hasVariable(promql, node)) continue;
      const problem = operator.endsWith('~') ? regexProblem(value) : undefined;
      if (problem === undefined) continue;
      faults.push(typeFault(node, `the regular expression is not valid: ${problem}`));
    }
    if (isDataSelector({ node: selector }) || hasVariable(promql, selector)) return;
    if (!isNamed(promql, selector) && matchers.every(matchesEmpty)) {
      const message = 'the selector matches every series; name a metric or a non-empty label value';
      faults.push(typeFault(selector, message));
    }
  });
  return faults;
}

/** Finds the keywords that the grammar takes for names, and Prometheus does not. */
function keywordFaults(promql: PromQl): PromQlFault[] {
  const faults: PromQlFault[] = [];
  visitNodes(promql, 'VectorSelector', (selector) => {
    const identifier = selector.getChild('Identifier');
    if (!identifier || textOf(promql, identifier).toLowerCase() !== 'atan2') return;
    const message = `"atan2" is an operator; select the metric with {__name__="atan2"}`;
    faults.push(syntaxFault(identifier, message));
  });
  visitNodes(promql, 'GroupingLabels', (grouping) => {
    for (let node = grouping.firstChild; node; node = node.nextSibling) {
      const label = textOf(promql, node);
      if (node.name === 'QuotedLabelName' && !isLabelName(unquote(label))) {
        faults.push(syntaxFault(node, `${label} is not the name of a label`));
      }
      if (node.name !== 'LabelName' || !/^(?:inf|nan|without)$/i.test(label)) continue;
      const message = `PromQL cannot group by the label "${label}", which is a keyword`;
      faults.push(syntaxFault(node, message));
    }
  });
  return faults;
}

/** Whether a matcher accepts a missing label; an invalid pattern is a fault of its own and does not. */
export function matchesEmpty({ operator, value }: LabelMatcher): boolean {
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
