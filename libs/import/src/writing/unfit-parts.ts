import type { PlanFile } from '@g6/model';
import type { Position, Problem } from '@g6/problems';
import { readYaml, type YamlPath } from '@g6/yaml';
import { type FoundDashboard, type FoundPanel, namedPanel } from '../dashboards/found-dashboard';
import type { DashboardPlan } from './dashboard-plan';

/** A part of a dashboard that makes its plan invalid. */
export interface UnfitPart {
  /** The dashboard without it. */
  readonly without: (dashboard: FoundDashboard) => FoundDashboard;
  readonly problemIn: (dashboard: FoundDashboard) => Problem;
}

/** The parts in whose lines the errors of a plan are, each once. */
export function blamedParts(
  written: DashboardPlan,
  file: PlanFile,
  errors: readonly Problem[],
): UnfitPart[] {
  const yaml = readYaml(file).file;
  if (!yaml) return [];
  const starts = partsOf(written)
    .map(({ path, blame }) => ({ line: yaml.locate(path).line, blame }))
    .sort((a, b) => a.line - b.line);
  const blamed = new Map<number, UnfitPart>();
  for (const error of errors) {
    const at = starts.findLastIndex(({ line }) => line <= error.line);
    const start = starts[at];
    if (start && !blamed.has(at)) blamed.set(at, start.blame(error));
  }
  return [...blamed.values()];
}

/** Leaves parts out of a dashboard. */
export function withoutParts(dashboard: FoundDashboard, parts: readonly UnfitPart[]) {
  return parts.reduce((left, { without }) => without(left), dashboard);
}

interface PlanPart {
  readonly path: YamlPath;
  readonly blame: (error: Problem) => UnfitPart;
}

function partsOf({ plan, found, paths }: DashboardPlan): PlanPart[] {
  const variables = Array.isArray(plan['variables']) ? (plan['variables'] as unknown[]) : [];
  const lists = ['variables', 'panels', 'sections'];
  return [
    ...Object.keys(plan)
      .filter((key) => !lists.includes(key))
      .map((key) => ({ path: [key], blame: (error: Problem) => unfitSetting(key, error) })),
    ...variables.map((variable, at) => ({
      path: ['variables', at],
      blame: (error: Problem) => unfitVariable(nameOf(variable), error),
    })),
    ...found.map((panel, at) => ({
      path: paths[at] ?? [],
      blame: (error: Problem) => unfitPanel(panel, error),
    })),
  ];
}

function nameOf(variable: unknown): string {
  if (typeof variable === 'string') return variable;
  const { name, label } = variable as { name?: string; label?: string };
  return name ?? label ?? '';
}

function unfitPanel(panel: FoundPanel, { message }: Problem): UnfitPart {
  return {
    without: (dashboard) => ({
      ...dashboard,
      sections: dashboard.sections.map((section) => ({
        ...section,
        panels: section.panels.filter((other) => other !== panel),
      })),
    }),
    problemIn: () => unfit(panel.place, namedPanel(panel), message),
  };
}

function unfitVariable(name: string, { message }: Problem): UnfitPart {
  return {
    without: (dashboard) => {
      const last = dashboard.variables.findLastIndex((variable) => variable.name === name);
      return { ...dashboard, variables: dashboard.variables.toSpliced(last, last < 0 ? 0 : 1) };
    },
    problemIn: ({ variables, place }) =>
      unfit(
        variables.findLast((variable) => variable.name === name)?.place ?? place,
        `the variable "${name}"`,
        message,
      ),
  };
}

/** What each key of a plan is of a dashboard that does not say it. */
const UNSAID: Readonly<Record<string, Partial<FoundDashboard>>> = {
  title: { title: '' },
  tags: { tags: [] },
  graph_tooltip: { graphTooltip: 'crosshair' },
  annotations: { annotations: [] },
  links: { links: [] },
  filters: { unfiltered: true },
};

/** Keys of a dashboard that may be missing, by those of a plan. */
const OPTIONAL: Readonly<Record<string, keyof FoundDashboard>> = {
  description: 'description',
  time: 'time',
  refresh: 'refresh',
  timezone: 'timezone',
  week_start: 'weekStart',
};

function unfitSetting(key: string, { message }: Problem): UnfitPart {
  return {
    without: (dashboard) => {
      const optional = OPTIONAL[key];
      const entries = Object.entries(dashboard).filter(([name]) => name !== optional);
      return { ...(Object.fromEntries(entries) as unknown as FoundDashboard), ...UNSAID[key] };
    },
    problemIn: ({ title, place }) => unfit(place, `"${key}" of the dashboard "${title}"`, message),
  };
}

function unfit({ file, line, column }: Position, what: string, message: string): Problem {
  return {
    ...{ file, line, column, code: 'import-unfit', severity: 'warning' },
    message: `${what} does not fit a plan, and is left out: ${message}`,
  };
}
