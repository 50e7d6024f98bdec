import { parsePromQl, readSelectors, spellMatcher, withoutComments } from '@g6/promql';

/** A string, or a run of spaces with what stands before and after it. */
const STRING_OR_SPACE = /"(?:[^"\\]|\\.)*"|\s+/g;
const WORD = /\w/;

/**
 * An expression in the one form in which equal ones are the same text: the matchers of each selector
 * in alphabetical order, as their order means nothing, and spaces only between two words.
 */
export function expressionForm(expr: string): string {
  return withoutSpaces(withSortedMatchers(withoutComments(expr.trim())));
}

/** Grafana's query of a variable in the same form: `label_values(up{a="b"},job)`. */
export function variableQueryForm(query: string): string {
  const [, series, label] = /^label_values\((.*),\s*(\w+)\)$/s.exec(query.trim()) ?? [];
  if (series === undefined || label === undefined) return query.trim();
  return `label_values(${expressionForm(series)},${label})`;
}

function withSortedMatchers(expr: string): string {
  const promql = parsePromQl(expr);
  if (promql.errors.length > 0) throw new Error(`this is no PromQL: ${expr}`);
  let text = '';
  let at = 0;
  for (const { node, matchers } of readSelectors(promql)) {
    const list = node.getChild('LabelMatchers');
    if (!list) continue;
    const spelled = matchers.map(spellMatcher).sort();
    text += `${expr.slice(at, list.from)}{${spelled.join(',')}}`;
    at = list.to;
  }
  return text + expr.slice(at);
}

function withoutSpaces(expr: string): string {
  return expr.replace(STRING_OR_SPACE, (found, from: number) => {
    if (found.startsWith('"')) return found;
    const parts = WORD.test(expr[from - 1] ?? '') && WORD.test(expr[from + found.length] ?? '');
    return parts ? ' ' : '';
  });
}
