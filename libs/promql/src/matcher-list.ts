import type { SyntaxNode } from '@lezer/common';
import type { PromQl } from './promql';
import type { Selector } from './selectors';

/** Something that stands between the braces of a selector. */
export interface ListItem {
  readonly from: number;
  readonly to: number;
  /** The matcher's or the quoted name's node; undefined for a variable that stands for matchers. */
  readonly node: SyntaxNode | undefined;
}

/**
 * The text between the braces of a selector, in the order of the text. A variable in the place
 * of matchers, as in `x{$filters}`, is not in the syntax tree, which has blanks there.
 */
export function listItems(promql: PromQl, list: SyntaxNode): ListItem[] {
  const items: ListItem[] = [];
  for (let node = list.firstChild; node; node = node.nextSibling) {
    items.push({ from: node.from, to: node.to, node });
  }
  if (promql.variables.length === 0) return items;
  for (const { from, to, inString } of promql.variables) {
    if (inString || from < list.from || to > list.to) continue;
    if (items.some(({ node, ...item }) => node && item.from <= from && to <= item.to)) continue;
    items.push({ from, to, node: undefined });
  }
  return items.sort((a, b) => a.from - b.from);
}

/**
 * Whether text can be put in or taken out next to a selector's name. It cannot if all that the
 * expression has there is a variable, which may as well stand for a number or a whole expression,
 * nor if the name ends within a variable, because the parser reads that part by a stand-in.
 */
export function hasOwnName({ expr, variables }: PromQl, identifier: SyntaxNode): boolean {
  const { from, to } = identifier;
  if (WORD.test(expr.charAt(to))) return false;
  return !variables.some(
    (variable) =>
      (variable.from <= to && variable.to > to) || (variable.from === from && variable.to === to),
  );
}

const WORD = /[\w.:]/;

/**
 * Whether a selector is the second argument of `info`, which says what to add to the series of the
 * first and selects none by itself.
 */
export function isDataSelector({ node }: Pick<Selector, 'node'>): boolean {
  if (node.firstChild?.name !== 'LabelMatchers') return false;
  const body = node.parent;
  if (body?.name !== 'FunctionCallBody' || body.firstChild?.from === node.from) return false;
  return body.parent?.firstChild?.firstChild?.name === 'Info';
}
