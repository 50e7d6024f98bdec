import { aggregateFaults } from './check-aggregates';
import { labelArgumentFaults } from './check-label-arguments';
import { modifierFaults } from './check-modifiers';
import { selectorFaults } from './check-selectors';
import { syntaxFaults } from './check-syntax';
import { officialTypeFaults } from './check-types';
import type { PromQl } from './promql';
import { syntaxFault, type PromQlFault } from './promql-fault';

/**
 * Checks that Prometheus would take an expression: the official type checker, and the gaps that it
 * leaves open. An expression that does not parse is not type-checked.
 */
export function checkPromQl(promql: PromQl): PromQlFault[] {
  if (promql.uncheckable) return [];
  if (promql.tooDeep) {
    return [syntaxFault(promql.tooDeep, 'the expression nests more than 100 levels deep here')];
  }
  const [syntax] = syntaxFaults(promql);
  if (syntax) return [syntax];
  return distinct([
    ...modifierFaults(promql),
    ...aggregateFaults(promql),
    ...selectorFaults(promql),
    ...labelArgumentFaults(promql),
    ...officialTypeFaults(promql),
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
