import type { Plan, SpecIndex } from '@g6/model';
import {
  injectMatchers,
  type LabelMatcher,
  type PromQlCache,
  readSelectors,
  variablesIn,
} from '@g6/promql';
import type { PanelDraft } from '../panel-draft';

/** What matchers made of expressions: many dashboards of a spec filter by the same labels. */
const known = new WeakMap<SpecIndex, Map<string, Map<string, string>>>();

function injectedBy(index: SpecIndex, matchers: readonly LabelMatcher[]): Map<string, string> {
  const byMatchers = known.get(index) ?? new Map<string, Map<string, string>>();
  known.set(index, byMatchers);
  const key = JSON.stringify(matchers);
  const injected = byMatchers.get(key) ?? new Map<string, string>();
  byMatchers.set(key, injected);
  return injected;
}

/** The matchers that a plan adds to the queries of its dashboard. */
export class PlanFilters {
  private readonly matchers: readonly LabelMatcher[];
  private readonly injected: Map<string, string>;

  constructor(
    plan: Plan,
    private readonly index: SpecIndex,
    private readonly promql: PromQlCache,
  ) {
    const several = new Set(
      plan.variables.filter(({ multi, all }) => multi || all).map(({ name }) => name),
    );
    const usual = (value: string) =>
      variablesIn(value).some(({ name }) => several.has(name)) ? '=~' : '=';
    const written = plan.filters.map(({ label, operator, value }) => ({
      label,
      operator: operator ?? usual(value),
      value,
    }));
    const own = new Set(written.map(({ label }) => label));
    const chosen = plan.variables
      .filter(({ kind, content }) => kind === 'label' && !own.has(content))
      .map(({ name, content }) => ({
        label: content,
        operator: usual(`$${name}`),
        value: `$${name}`,
      }));
    this.matchers = [...chosen, ...written];
    this.injected = injectedBy(index, this.matchers);
  }

  /** Whether the plan filters nothing. */
  get none(): boolean {
    return this.matchers.length === 0;
  }

  /** The matchers for a series: those on labels that it has. */
  of(series: string): readonly LabelMatcher[] {
    if (this.none) return [];
    const labels = this.index.filterLabels(series);
    return this.matchers.filter(({ label }) => labels.includes(label));
  }

  /** The expression with the matchers in every selector of a series that has their labels. */
  inject(expr: string): string {
    const known = this.injected.get(expr);
    if (known !== undefined) return known;
    const injected = injectMatchers(this.promql.analyze(expr).promql, ({ name }) =>
      name === undefined ? [] : this.of(name),
    );
    this.injected.set(expr, injected);
    return injected;
  }

  /** The panel with its queries filtered; one that opts out stays as it is. */
  injectInto(panel: PanelDraft): PanelDraft {
    if (this.none || panel.unfiltered === true) return panel;
    const queries = panel.queries.map((query) => ({ ...query, expr: this.inject(query.expr) }));
    return { ...panel, queries };
  }

  /** The recorded series that an expression reads and that lack labels of their metric to filter by. */
  lostIn(expr: string): readonly LostFilter[] {
    if (this.none) return [];
    const names = readSelectors(this.promql.analyze(expr).promql).flatMap(({ name }) => name ?? []);
    return [...new Set(names)].flatMap((series) => {
      const recorded = this.index.recorded(series);
      if (!recorded) return [];
      const wanted = this.index.filterLabels(recorded.metric.name);
      return this.matchers
        .map(({ label }) => label)
        .filter((label) => wanted.includes(label) && !recorded.labels.includes(label))
        .map((label) => ({ series, label }));
    });
  }
}

/** A label by which a dashboard filters and that a recorded series has lost. */
export interface LostFilter {
  readonly series: string;
  readonly label: string;
}
