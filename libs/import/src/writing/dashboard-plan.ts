import { isGrafanaTime } from '@g6/model';
import { type LabelMatcher, variablesIn } from '@g6/promql';
import type { YamlPath } from '@g6/yaml';
import type {
  FoundDashboard,
  FoundPanel,
  FoundSection,
  FoundVariable,
} from '../dashboards/found-dashboard';
import { annotationEntry, isPlanAnnotation } from './annotation-entry';
import { familyName } from './choose-families';
import type { FilteredPanel } from './dashboard-filters';
import { type ImpliedParts, NOTHING_FURTHER } from './implied-parts';
import { linkEntry } from './link-entry';
import { withoutUndefined } from './metric-entry';
import { panelEntry } from './panel-entry';
import { firstFree, slugOf } from './plan-draft';
import { isPlanVariable, type LabelChoice, variableEntry } from './variable-entry';
import { isWritable } from './writable-panels';

/** The plan of a dashboard, and what it does not say as the dashboard did. */
export interface DashboardPlan {
  readonly plan: { readonly slug: string; readonly [key: string]: unknown };
  /** How many panels it has, and how many of them need a merge patch. */
  readonly panels: number;
  readonly patched: number;
  /** The panels that it has, in order, and where in the plan they stand. */
  readonly found: readonly FoundPanel[];
  readonly paths: readonly YamlPath[];
}

/** How the filters of a dashboard are written; see `DashboardFilters`. */
export interface PlanFiltering {
  readonly filters: readonly LabelMatcher[];
  readonly write: (exprs: readonly string[]) => FilteredPanel;
}

/** A plan without filters. */
export const NO_FILTERS: PlanFiltering = {
  filters: [],
  write: (exprs) => ({ exprs, unfiltered: false }),
};

/** A plan that says everything, and one that leaves to generation what it does by itself. */
export const NOTHING_IMPLIED: ImpliedParts = {
  query: () => false,
  legend: () => false,
  further: () => NOTHING_FURTHER,
};
export const EVERYTHING_IMPLIED: ImpliedParts = {
  ...NOTHING_IMPLIED,
  query: () => true,
  legend: () => true,
};

/** Writes a dashboard as a plan: its variables, its rows as sections, its panels in order. */
export function dashboardPlan(
  dashboard: FoundDashboard,
  slug: string,
  filtering: PlanFiltering,
  implied: ImpliedParts,
): DashboardPlan {
  const writable = dashboard.sections
    .map((section) => ({ ...section, panels: section.panels.filter(isWritable) }))
    .filter((section) => section.panels.length > 0);
  const sections = sectionEntries(writable, filtering, implied);
  const panels = sections.flatMap((section) => section.panels);
  const isFlat = sections.length === 1 && Object.keys(sections[0] ?? {}).join() === 'panels';
  const plan = withoutUndefined({
    slug,
    // Whatever the workspace sets, the dashboard stays what it was.
    profile: 'classic',
    ...settingEntries(dashboard),
    ...variableEntries(dashboard, filtering, implied),
    annotations: unlessNone(dashboard.annotations.filter(isPlanAnnotation).map(annotationEntry)),
    links: unlessNone(dashboard.links.flatMap((link) => linkEntry(link))),
    panels: isFlat ? panels : undefined,
    sections: isFlat || sections.length === 0 ? undefined : sections,
  }) as DashboardPlan['plan'];
  return {
    plan,
    panels: panels.length,
    patched: panels.filter((panel) => panel['grafana'] !== undefined).length,
    found: writable.flatMap(({ panels: of }) => of),
    paths: writable.flatMap(({ panels: of }, section) =>
      of.map((_, index) => (isFlat ? ['panels', index] : ['sections', section, 'panels', index])),
    ),
  };
}

function settingEntries(dashboard: FoundDashboard): Record<string, unknown> {
  const { title, description, tags, time, refresh, timezone, weekStart } = dashboard;
  return {
    title: title.trim() === '' ? undefined : title,
    description,
    tags: unlessNone([...new Set(tags.filter((tag) => tag.trim() !== ''))]),
    time: time && isGrafanaTime(time.from) && isGrafanaTime(time.to) ? time : undefined,
    refresh: refreshOf(refresh),
    timezone: timezoneOf(timezone),
    week_start: ['monday', 'saturday', 'sunday'].includes(weekStart ?? '') ? weekStart : undefined,
    graph_tooltip: TOOLTIPS[dashboard.graphTooltip],
  };
}

interface SectionEntry {
  readonly title?: string;
  readonly panels: Record<string, unknown>[];
}

function sectionEntries(
  sections: readonly FoundSection[],
  { write }: PlanFiltering,
  implied: ImpliedParts,
): SectionEntry[] {
  const ids = new RepeatedPanels();
  const headings = new Headings();
  let place = 0;
  const entryOf = (panel: FoundPanel) => {
    const entries = Object.entries(panelEntry(panel, write, implied.further(place)));
    const isImplied = implied.legend(place++);
    return ids.tell(
      Object.fromEntries(entries.filter(([key]) => !isImplied || key !== 'legend_options')),
    );
  };
  return sections.map((section, index) => ({
    ...withoutUndefined({
      title: headings.tell(section, index === 0),
      collapsed: section.collapsed || undefined,
      repeat: section.repeat,
    }),
    panels: section.panels.map(entryOf),
  }));
}

function variableEntries(
  { variables }: FoundDashboard,
  filtering: PlanFiltering,
  implied: ImpliedParts,
) {
  const own = variables.filter(isPlanVariable);
  const filters: Record<string, string> = {};
  const choices = new Map<string, LabelChoice>();
  for (const filter of filtering.filters) {
    const { label } = filter;
    const chosen = own.find((variable) => choosesLabel(variable, filter));
    if (chosen) {
      const keepsQuery = !implied.query(chosen.name);
      choices.set(chosen.name, { label, keepsQuery });
      if (filter.operator === usualOperator(filter.value, own)) continue;
    }
    filters[label] = filterText(filter, own);
  }
  return {
    variables: unlessNone(
      own.map((variable) => variableEntry(variable, choices.get(variable.name))),
    ),
    filters: Object.keys(filters).length > 0 ? filters : undefined,
  };
}

/** Whether a variable offers the values of the label that a filter asks it for, and nothing else. */
function choosesLabel(variable: FoundVariable, { label, value }: LabelMatcher): boolean {
  const { type, name, query = '' } = variable;
  if (type !== 'query' || value !== `$${name}`) return false;
  return /^label_values\((?:.*,)?\s*(\w+)\s*\)$/s.exec(query.trim())?.[1] === label;
}

/** The operator by which a plan filters unless it says another. */
function usualOperator(value: string, variables: readonly FoundVariable[]): string {
  const several = variables.filter(({ multi, includeAll }) => multi || includeAll);
  return variablesIn(value).some(({ name }) => several.some((one) => one.name === name))
    ? '=~'
    : '=';
}

function filterText(
  { operator, value }: LabelMatcher,
  variables: readonly FoundVariable[],
): string {
  const isUsual = operator === usualOperator(value, variables) && !/^[=!]/.test(value);
  return isUsual ? value : operator + value;
}

function unlessNone<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** Gives each section a heading that no other has; only a first one can do without. */
class Headings {
  private readonly taken = new Set<string>();

  tell({ title, collapsed, repeat }: FoundSection, isFirst: boolean): string | undefined {
    if (title === undefined && isFirst && !collapsed && repeat === undefined) return undefined;
    const heading = title?.trim() ?? '';
    // A row without a title is a blank one, as long as it has to be to be told from others.
    for (let number = 1; ; number++) {
      const told = number === 1 ? heading : `${heading} (${number})`;
      const candidate = heading === '' ? ' '.repeat(number) : told;
      if (this.taken.has(candidate)) continue;
      this.taken.add(candidate);
      return candidate;
    }
  }
}

/** Gives panels that would have the same identity as another one ids of their own. */
class RepeatedPanels {
  private readonly counts = new Map<string, number>();

  tell(panel: Record<string, unknown>): Record<string, unknown> {
    const { title, promql, queries, panel_type, unit } = panel;
    const exprs = promql === undefined ? exprsIn(queries) : [promql];
    const key = JSON.stringify([title, panel_type, unit, exprs]);
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count === 1) return panel;
    const words = familyName(typeof title === 'string' ? title : 'panel').replaceAll('_', '-');
    return { ...panel, id: `${words}-${count}` };
  }
}

function exprsIn(queries: unknown): unknown[] {
  return (Array.isArray(queries) ? (queries as { promql: string }[]) : [])
    .map(({ promql }) => promql)
    .sort();
}

/** What graphs share under the pointer, as a plan says it; `crosshair` is the default. */
const TOOLTIPS = { default: 'none', crosshair: undefined, tooltip: 'tooltip' } as const;

/** A slug for a dashboard that no other has. */
export function freeSlug({ title, uid }: FoundDashboard, taken: ReadonlySet<string>): string {
  const name = familyName(title.trim() === '' ? (uid ?? 'dashboard') : title);
  return firstFree(slugOf(name).replace(/_$/, ''), taken);
}

function refreshOf(refresh: string | undefined): string | undefined {
  if (refresh === undefined || refresh === '30s') return undefined;
  return /^(?:|\d+(?:[smhdwMy]|ms))$/.test(refresh) ? refresh : undefined;
}

function timezoneOf(timezone: string | undefined): string | undefined {
  if (timezone === undefined || timezone === '' || timezone === 'browser') return undefined;
  return /^(?:utc|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/.test(timezone) ? timezone : undefined;
}
