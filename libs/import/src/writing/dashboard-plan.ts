import type { FoundDashboard, FoundPanel, FoundVariable } from '../dashboards/found-dashboard';
import type { YamlPath } from '@g6/yaml';
import { familyName } from './choose-families';
import { withoutUndefined } from './metric-entry';
import { panelEntry } from './panel-entry';
import { slugOf } from './plan-draft';

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

/** Writes a dashboard as a plan: its variables, its rows as sections, its panels in order. */
export function dashboardPlan(dashboard: FoundDashboard, slug: string): DashboardPlan {
  const { title, description, tags, time, refresh, timezone, weekStart } = dashboard;
  const ids = new RepeatedPanels();
  const writable = dashboard.sections
    .map((section) => ({ ...section, panels: section.panels.filter(isWritable) }))
    .filter((section) => section.panels.length > 0);
  const sections = writable.map((section, index) => {
    const heading = section.title?.trim() ?? '';
    return withoutUndefined({
      title: heading === '' ? (index > 0 ? 'Panels' : undefined) : heading,
      collapsed: section.collapsed || undefined,
      repeat: section.repeat,
      panels: section.panels.map((panel) => ids.tell(panelEntry(panel, asIs))),
    });
  });
  const panels = sections.flatMap(({ panels: of }) => of as Record<string, unknown>[]);
  const isFlat = sections.length === 1 && Object.keys(sections[0] ?? {}).join() === 'panels';
  const variables = dashboard.variables.filter(isOwnVariable).map(variableEntry);
  const plan = withoutUndefined({
    slug,
    title: title.trim() === '' ? undefined : title,
    description,
    tags: tags.length > 0 ? tags.filter((tag) => tag.trim() !== '') : undefined,
    time,
    refresh: refreshOf(refresh),
    timezone: timezoneOf(timezone),
    week_start: ['monday', 'saturday', 'sunday'].includes(weekStart ?? '') ? weekStart : undefined,
    graph_tooltip: TOOLTIPS[dashboard.graphTooltip],
    variables: variables.length > 0 ? variables : undefined,
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
  const slug = slugOf(familyName(title.trim() === '' ? (uid ?? 'dashboard') : title)).replace(
    /_$/,
    '',
  );
  for (let number = 2; ; number++) {
    const candidate = number === 2 && !taken.has(slug) ? slug : `${slug.slice(0, 33)}_${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Whether a plan can have a panel; the reading reports those that it cannot. */
export function isWritable(panel: FoundPanel): boolean {
  if (panel.foreign.length > 0 || !PANEL_TYPES.has(panel.type)) return false;
  return panel.type === 'text' || panel.queries.length > 0;
}

const PANEL_TYPES = new Set([
  ...['timeseries', 'stat', 'gauge', 'bargauge', 'barchart', 'table', 'heatmap', 'histogram'],
  ...['piechart', 'state-timeline', 'status-history', 'xychart', 'trend', 'text'],
]);

function asIs(expr: string): string {
  return expr;
}

/** The variable of the datasource is ours already. */
function isOwnVariable({ type }: FoundVariable): boolean {
  return type !== 'datasource' && type !== 'groupby' && type !== 'switch' && type !== 'system';
}

const SORTS: Readonly<Record<string, string>> = {
  disabled: 'none',
  alphabeticalDesc: 'alphabetical-desc',
  numericalAsc: 'numerical',
  numericalDesc: 'numerical-desc',
  alphabeticalCaseInsensitiveAsc: 'alphabetical-ignoring-case',
  alphabeticalCaseInsensitiveDesc: 'alphabetical-ignoring-case-desc',
  naturalAsc: 'natural',
  naturalDesc: 'natural-desc',
};

function variableEntry(variable: FoundVariable): Record<string, unknown> {
  const { name, label, description, hide, multi, includeAll, allValue, refresh, sort } = variable;
  const isQuery = variable.type === 'query';
  const isList = isQuery || variable.type === 'custom';
  return withoutUndefined({
    name,
    ...kindEntry(variable),
    title: label === '' || label === name ? undefined : label,
    description: description === '' ? undefined : description,
    multi: (isList && multi) || undefined,
    all: (isList && includeAll) || undefined,
    all_value: isList && includeAll ? (emptyToUndefined(allValue) ?? 'list') : undefined,
    default: defaultOf(variable),
    regex: isQuery ? emptyToUndefined(variable.regex) : undefined,
    sort: isQuery ? SORTS[sort] : undefined,
    refresh: isQuery && refresh !== 'time' ? refresh : undefined,
    hide: hide === 'no' ? undefined : hide,
  });
}

function kindEntry({ type, query = '', current }: FoundVariable): Record<string, unknown> {
  switch (type) {
    case 'custom':
      return { values: choicesOf(query) };
    case 'interval':
      return {
        interval: choicesOf(query).filter((choice) =>
          /^\d+(?:ms|s|m|h|d|w|M|y)$/.test(String(choice)),
        ),
      };
    case 'constant':
      return { constant: query === '' ? (current[0] ?? '') : query };
    case 'textbox':
      return { text: query };
    case 'adhoc':
      return { adhoc: true };
    default:
      return { query };
  }
}

/** The values of a list such as `a, b : c`, with `\,` for a comma. */
function choicesOf(query: string): unknown[] {
  return query
    .split(/(?<!\\),/)
    .map((part) => part.trim().replaceAll('\\,', ','))
    .filter((part) => part !== '')
    .map((part) => {
      const [, text, value] = /^(.+?) : (.+)$/.exec(part) ?? [];
      return value === undefined ? part : { value: value.trim(), text: text?.trim() };
    });
}

function defaultOf({ type, current, multi, includeAll }: FoundVariable): unknown {
  if (!['query', 'custom', 'interval'].includes(type)) return undefined;
  const chosen = current.filter(
    (value) => value !== '$__all' && value !== 'All' && !value.startsWith('$__auto'),
  );
  if (chosen.length === 0 || (includeAll && chosen.length < current.length)) return undefined;
  // What was chosen when the dashboard was saved means nothing elsewhere, unless values are listed.
  if (type === 'query') return undefined;
  return multi && chosen.length > 1 ? chosen : chosen[0];
}

function refreshOf(refresh: string | undefined): string | undefined {
  if (refresh === undefined || refresh === '30s') return undefined;
  return /^(?:|\d+(?:[smhdwMy]|ms))$/.test(refresh) ? refresh : undefined;
}

function timezoneOf(timezone: string | undefined): string | undefined {
  if (timezone === undefined || timezone === '' || timezone === 'browser') return undefined;
  return /^(?:utc|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/.test(timezone) ? timezone : undefined;
}

function emptyToUndefined(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
