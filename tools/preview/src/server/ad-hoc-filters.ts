import {
  injectMatchers,
  type LabelMatcher,
  parsePromQl,
  rootExpr,
  selectorMatchers,
} from '@g6/promql';

/**
 * An expression with the filters of a user in every selector, as Grafana adds those of ad hoc
 * variables. A filter is written as in a selector: `job="api", code!~"5.."`; undefined if it is not.
 */
export function withFilters(expr: string, filters: readonly string[]): string | undefined {
  const wanted = filters.map(matchersOf);
  if (wanted.some((matchers) => matchers === undefined)) return undefined;
  const all = wanted.flatMap((matchers) => matchers ?? []);
  return all.length === 0 ? expr : injectMatchers(parsePromQl(expr), () => all, true);
}

function matchersOf(filter: string): readonly LabelMatcher[] | undefined {
  if (filter.trim() === '') return [];
  const promql = parsePromQl(`{${filter}}`);
  const root = rootExpr(promql);
  if (root?.name !== 'VectorSelector' || promql.errors.length > 0) return undefined;
  return selectorMatchers(promql, root);
}
