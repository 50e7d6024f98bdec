import type { SyntaxNode } from '@lezer/common';
import { matchesEmpty } from './check-selectors';
import { plainReferences } from './expression-form';
import { hasOwnName, isDataSelector, listItems, type ListItem } from './matcher-list';
import type { PromQl } from './promql';
import { isNamed, readSelectors, type LabelMatcher, type Selector } from './selectors';

/**
 * The expression without the matchers that are filters: `x{a="b", bus=~"$bus"}` becomes
 * `x{a="b"}`, the inverse of `injectMatchers`. A matcher stays if without it the selector would match
 * every series.
 */
export function removeMatchers(
  promql: PromQl,
  unwanted: (selector: Selector) => readonly LabelMatcher[],
): string {
  if (promql.errors.length > 0) return promql.expr;
  let left = '';
  let at = 0;
  for (const selector of readSelectors(promql)) {
    const filters = isDataSelector(selector) ? [] : unwanted(selector);
    for (const { from, to } of filters.length === 0 ? [] : cutsIn(promql, selector, filters)) {
      left += promql.expr.slice(at, from);
      at = to;
    }
  }
  return left + promql.expr.slice(at);
}

/** Whether a matcher is a filter, however it spells the variable in it: `"$bus"`, `"${bus}"`. */
export function isFilter(matcher: LabelMatcher, filter: LabelMatcher): boolean {
  return (
    matcher.label === filter.label &&
    matcher.operator === filter.operator &&
    plainReferences(matcher.value) === plainReferences(filter.value)
  );
}

interface Cut {
  readonly from: number;
  readonly to: number;
}

function cutsIn(promql: PromQl, selector: Selector, filters: readonly LabelMatcher[]): Cut[] {
  const removed = new Set<number>();
  for (const matcher of selector.matchers) {
    if (filters.some((filter) => isFilter(matcher, filter))) removed.add(matcher.node.from);
  }
  const list = selector.node.getChild('LabelMatchers');
  if (!list || removed.size === 0) return [];
  const kept = selector.matchers.filter(({ node }) => !removed.has(node.from));
  if (!isNamed(promql, selector.node) && kept.every(matchesEmpty)) return [];
  const items = listItems(promql, list);
  if (items.length === removed.size) return cutAll(promql, selector.node, list, items);
  return cutSome(promql, items, removed);
}

/** Cuts the braces as well, unless a comment stands in them or they part the name from a word. */
function cutAll(promql: PromQl, selector: SyntaxNode, list: SyntaxNode, items: ListItem[]): Cut[] {
  const identifier = selector.firstChild as SyntaxNode;
  const ends = [list.from + 1, ...items.flatMap(({ from, to }) => [from, to]), list.to - 1];
  const gaps: Cut[] = [{ from: identifier.to, to: list.from }];
  for (let end = 0; end < ends.length; end += 2) {
    gaps.push({ from: ends[end] as number, to: ends[end + 1] as number });
  }
  const parts = WORD.test(promql.expr.charAt(list.to)) || !hasOwnName(promql, identifier);
  if (!parts && gaps.every((gap) => isSpace(promql, gap))) {
    return [{ from: identifier.to, to: list.to }];
  }
  return gaps.slice(1).flatMap((gap, position) => {
    const item = items[position];
    const cuts = isSpace(promql, gap) ? [gap] : commasIn(promql, gap);
    return item ? [...cuts, { from: item.from, to: item.to }] : cuts;
  });
}

/** The start of a word, or of a variable. */
const WORD = /[\w.:$]/;

/** Cuts items each with the gap before the next one or, at the end of the list, after the last. */
function cutSome(promql: PromQl, items: ListItem[], removed: ReadonlySet<number>): Cut[] {
  const isRemoved = ({ from }: ListItem) => removed.has(from);
  const lastKept = items.findLastIndex((item) => !isRemoved(item));
  return items.flatMap((item, position) => {
    if (!isRemoved(item)) return [];
    const own = { from: item.from, to: item.to };
    const before = items[position - 1];
    const after = items[position + 1];
    if (position < lastKept && after) {
      return [own, ...cutGap(promql, { from: item.to, to: after.from })];
    }
    return before ? [...cutGap(promql, { from: before.to, to: item.from }), own] : [own];
  });
}

/** Cuts a gap between two items, or only its comma if a comment stands there. */
function cutGap(promql: PromQl, gap: Cut): Cut[] {
  return isSpace(promql, gap) ? [gap] : commasIn(promql, gap);
}

function isSpace({ expr }: PromQl, { from, to }: Cut): boolean {
  return /^[\s,]*$/.test(expr.slice(from, to));
}

function commasIn({ expr }: PromQl, { from, to }: Cut): Cut[] {
  const gap = expr.slice(from, to).replace(/#[^\r\n]*/g, (comment) => ' '.repeat(comment.length));
  return [...gap.matchAll(/,/g)].map(({ index }) => ({ from: from + index, to: from + index + 1 }));
}
