import { hasOwnName, isDataSelector, listItems } from './matcher-list';
import type { PromQl } from './promql';
import { readSelectors, type LabelMatcher, type Selector } from './selectors';
import { spellMatcher } from './spell-promql';

/**
 * The expression with further matchers in its selectors: `rate(x[5m])` becomes
 * `rate(x{bus=~"$bus"}[5m])`. A matcher on a label on which the selector has one is left out, so
 * injecting again changes nothing, unless `all` of them are wanted. All else stays byte for byte, as does all of an expression that
 * does not parse.
 */
export function injectMatchers(
  promql: PromQl,
  wanted: (selector: Selector) => readonly LabelMatcher[],
  all = false,
): string {
  if (promql.errors.length > 0) return promql.expr;
  let injected = '';
  let at = 0;
  for (const selector of readSelectors(promql)) {
    if (isDataSelector(selector)) continue;
    const lacking = all ? wanted(selector) : lackingMatchers(selector, wanted(selector));
    const place = lacking.length === 0 ? undefined : placeIn(promql, selector);
    if (!place) continue;
    const matchers = lacking.map(spellMatcher).join(', ');
    injected += promql.expr.slice(at, place.at) + place.before + matchers + place.after;
    at = place.at;
  }
  return injected + promql.expr.slice(at);
}

function lackingMatchers(
  { name, matchers }: Selector,
  wanted: readonly LabelMatcher[],
): readonly LabelMatcher[] {
  return wanted.filter(({ label }) => {
    if (label === '__name__' && name !== undefined) return false;
    return !matchers.some((matcher) => matcher.label === label);
  });
}

interface Place {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

function placeIn(promql: PromQl, { node }: Selector): Place | undefined {
  const list = node.getChild('LabelMatchers');
  if (!list) {
    return hasOwnName(promql, node) ? { at: node.to, before: '{', after: '}' } : undefined;
  }
  const last = list.lastChild;
  if (last) return { at: last.to, before: ', ', after: '' };
  const after = listItems(promql, list).length > 0 ? ', ' : '';
  return { at: list.from + 1, before: '', after };
}
