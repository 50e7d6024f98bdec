/**
 * Finds the filters of a dashboard: `up{job=~"$job"}` on all of its panels will become `up` and a
 * variable of the label `job`, whose matcher generation injects again. A label filters if that leaves
 * out more matchers than it keeps panels from being filtered; a panel that asks for more than the
 * filters let through opts out, with its queries as they are.
 */
import type { SpecIndex } from '@g6/model';
import {
  injectMatchers,
  isFilter,
  isSameQuery,
  type LabelMatcher,
  plainReferences,
  type PromQlCache,
  readSelectors,
  removeMatchers,
  variablesIn,
} from '@g6/promql';

/** How a panel is written on a dashboard with filters. */
export interface FilteredPanel {
  /** The expressions in their order, without the matchers that are injected again. */
  readonly exprs: readonly string[];
  /** Whether the panel opts out of the filters. */
  readonly unfiltered: boolean;
}

/** A selector as far as filters are concerned. */
interface FilterableSelector {
  /** Labels that its series is known to have. */
  readonly labels: ReadonlySet<string>;
  readonly matchers: readonly LabelMatcher[];
}

/** How much more a panel that opts out costs than a matcher that is left out gains. */
const COST_OF_OPTING_OUT = 2;

/** Chooses filters, and writes panels without them. */
export class DashboardFilters {
  constructor(
    private readonly index: SpecIndex,
    private readonly cache: PromQlCache,
  ) {}

  /**
   * The filters of a dashboard, at most one for each label. `panels` are the expressions of each
   * panel; `others` are expressions that cannot opt out, such as those of annotations.
   */
  choose(
    panels: readonly (readonly string[])[],
    others: readonly string[],
    variables: ReadonlySet<string>,
  ): LabelMatcher[] {
    const read = panels.map((exprs) => this.selectorsOf(exprs));
    const fixed = this.selectorsOf(others);
    const candidates = commonFilters(read.flat(), variables);
    const chosen: LabelMatcher[] = [];
    let best = 0;
    for (const candidate of candidates) {
      const filters = [...chosen, candidate];
      if (!fitsAll(fixed, filters)) continue;
      const gain = read.reduce((sum, selectors) => sum + gainOf(selectors, filters), 0);
      if (gain <= best) continue;
      chosen.push(candidate);
      best = gain;
    }
    return chosen;
  }

  /** The expressions of a panel without the filters, if injection gives all of them back. */
  write(exprs: readonly string[], filters: readonly LabelMatcher[]): FilteredPanel {
    if (filters.length === 0) return { exprs, unfiltered: false };
    const bare = exprs.map((expr) => this.remove(expr, filters));
    const comesBack = (written: readonly string[]) =>
      written.every((expr, at) => isSameQuery(this.inject(expr, filters), exprs[at] as string));
    if (comesBack(bare)) return { exprs: bare, unfiltered: false };
    return { exprs, unfiltered: !comesBack(exprs) };
  }

  /** An expression as generation writes it on a dashboard with these filters. */
  private inject(expr: string, filters: readonly LabelMatcher[]): string {
    return injectMatchers(this.cache.analyze(expr).promql, ({ name }) =>
      name === undefined ? [] : filters.filter(({ label }) => this.labelsOf(name).has(label)),
    );
  }

  /** Leaves out a matcher only if it is the only one on its label: injection adds to none. */
  private remove(expr: string, filters: readonly LabelMatcher[]): string {
    return removeMatchers(this.cache.analyze(expr).promql, ({ name, matchers }) => {
      if (name === undefined) return [];
      const labels = this.labelsOf(name);
      return filters.filter(
        ({ label }) =>
          labels.has(label) && matchers.filter((matcher) => matcher.label === label).length === 1,
      );
    });
  }

  private selectorsOf(exprs: readonly string[]): FilterableSelector[] {
    return exprs.flatMap((expr) =>
      readSelectors(this.cache.analyze(expr).promql).map(({ name, matchers }) => ({
        labels: name === undefined ? new Set<string>() : this.labelsOf(name),
        matchers,
      })),
    );
  }

  private labelsOf(series: string): ReadonlySet<string> {
    return new Set(this.index.filterLabels(series));
  }
}

/** For each label the most frequent matcher that asks for a variable, the most frequent first. */
function commonFilters(
  selectors: readonly FilterableSelector[],
  variables: ReadonlySet<string>,
): LabelMatcher[] {
  const counts = new Map<string, { readonly filter: LabelMatcher; count: number }>();
  for (const { labels, matchers } of selectors) {
    for (const { label, operator, value } of matchers) {
      if (!labels.has(label) || !operator.startsWith('=')) continue;
      const names = variablesIn(value).map(({ name }) => name);
      if (names.length === 0 || !names.every((name) => variables.has(name))) continue;
      const filter = { label, operator, value: plainReferences(value) };
      const key = JSON.stringify([label, operator, filter.value]);
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { filter, count: 1 });
    }
  }
  const byCount = [...counts.values()].sort((a, b) => b.count - a.count);
  const seen = new Set<string>();
  return byCount.flatMap(({ filter }) => {
    if (seen.has(filter.label)) return [];
    seen.add(filter.label);
    return [filter];
  });
}

/** Whether every selector that a filter is about has a matcher on its label already. */
function fitsAll(selectors: readonly FilterableSelector[], filters: readonly LabelMatcher[]) {
  return selectors.every(({ labels, matchers }) =>
    filters.every(
      ({ label }) => !labels.has(label) || matchers.some((matcher) => matcher.label === label),
    ),
  );
}

/** How many matchers filters leave out of a panel, or what it costs that it opts out. */
function gainOf(
  selectors: readonly FilterableSelector[],
  filters: readonly LabelMatcher[],
): number {
  if (!fitsAll(selectors, filters)) return -COST_OF_OPTING_OUT;
  return selectors.reduce(
    (sum, { labels, matchers }) =>
      sum +
      filters.filter((filter) => {
        const own = matchers.filter(({ label }) => label === filter.label);
        return (
          labels.has(filter.label) && own.length === 1 && own.every((one) => isFilter(one, filter))
        );
      }).length,
    0,
  );
}
