import { listItems } from './matcher-list';
import { withoutComments } from './lexical-scan';
import { parsePromQl } from './parse-promql';
import { readSelectors } from './selectors';
import { spellMatcher } from './spell-promql';

/** A string in any of the three quotes, or a run of spaces. */
const STRING_OR_SPACE = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\s+/g;
const WORD = /[\w.:$]/;

/**
 * The one text of all expressions that differ in what means nothing: the order of the matchers of a
 * selector, how strings in matchers are quoted, empty braces, spaces, comments, and which of
 * Grafana's spellings a variable has. Undefined for what does not parse.
 */
export function expressionForm(expr: string): string | undefined {
  const promql = parsePromQl(plainReferences(withoutComments(expr).trim()));
  if (promql.errors.length > 0 || promql.tooLong === true) return undefined;
  let text = '';
  let at = 0;
  for (const { node, matchers } of readSelectors(promql)) {
    const list = node.getChild('LabelMatchers');
    if (!list) continue;
    const spelled = listItems(promql, list).map(({ from, to }) => {
      const matcher = matchers.find((one) => one.node.from === from);
      return matcher ? spellMatcher(matcher) : promql.expr.slice(from, to);
    });
    const hasName = list.from > node.from;
    const braces = spelled.length === 0 && hasName ? '' : `{${spelled.sort().join(',')}}`;
    text += promql.expr.slice(at, list.from) + braces;
    at = list.to;
  }
  return withoutSpaces(text + promql.expr.slice(at));
}

/** Whether two expressions parse and differ in nothing that means anything. */
export function isSameQuery(left: string, right: string): boolean {
  if (left === right) return true;
  const form = expressionForm(left);
  return form !== undefined && form === expressionForm(right);
}

/** Spells `${name}` and `[[name]]` as `$name`, unless more of a word follows. */
export function plainReferences(text: string): string {
  return text.replace(/(?:\$\{(\w+)\}|\[\[(\w+)\]\])(?!\w)/g, (_, braced, bracketed) => {
    return `$${String(braced ?? bracketed)}`;
  });
}

function withoutSpaces(expr: string): string {
  return expr.replace(STRING_OR_SPACE, (found, from: number) => {
    if (found.trim() !== '') return found;
    const parts = WORD.test(expr[from - 1] ?? '') && WORD.test(expr[from + found.length] ?? '');
    return parts ? ' ' : '';
  });
}
