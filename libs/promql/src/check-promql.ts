import { durationFaults } from './check-durations';
import { modifierFaults } from './check-modifiers';
import { selectorFaults } from './check-selectors';
import { firstSyntaxFault } from './check-syntax';
import { checkTypes } from './check-types';
import { DEEPEST, LONGEST, type PromQl } from './promql';
import { syntaxFault, type PromQlFault } from './promql-fault';

/**
 * Checks that the parser of Prometheus 3, with all that is experimental, would take an expression.
 * An expression that does not parse is not type-checked.
 */
export function checkPromQl(promql: PromQl): PromQlFault[] {
  if (promql.uncheckable) return [];
  if (promql.tooLong) {
    const message = `the expression has ${promql.expr.length} characters; at most ${LONGEST} are checked`;
    return [syntaxFault({ from: 0, to: 0 }, message)];
  }
  if (promql.tooDeep) {
    return [
      syntaxFault(promql.tooDeep, `the expression nests more than ${DEEPEST} levels deep here`),
    ];
  }
  const syntax = firstSyntaxFault(promql);
  if (syntax) return [syntax];
  return distinct([
    ...modifierFaults(promql),
    ...selectorFaults(promql),
    ...durationFaults(promql),
    ...checkTypes(promql).faults,
  ]).sort((a, b) => a.from - b.from);
}

/** Keeps one fault of each part: the first that was found; ours, being plainer, come first. */
function distinct(faults: readonly PromQlFault[]): PromQlFault[] {
  const seen = new Map<string, PromQlFault>();
  for (const item of faults) {
    const key = `${item.from}:${item.to}`;
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}
