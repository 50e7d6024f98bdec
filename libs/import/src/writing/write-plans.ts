import { type Plan, type PlanFile, readPlans, type Spec } from '@g6/model';
import type { Problem } from '@g6/problems';
import { readYaml, type YamlFile, type YamlPath } from '@g6/yaml';
import type { FoundDashboard } from '../dashboards/found-dashboard';
import { dashboardPlan, type DashboardPlan, freeSlug, isWritable } from './dashboard-plan';
import type { PlanDraft } from './plan-draft';

/** Plans for dashboards, and what they could not keep. */
export interface DashboardsToWrite {
  readonly problems: readonly Problem[];
  readonly panels: number;
  /** Panels that need a merge patch. */
  readonly patched: number;
}

/** How often panels that a plan cannot have are left out before the import gives up. */
const MOST_ROUNDS = 10;

/** Adds a plan for each dashboard that has none yet; panels that do not fit are problems. */
export function writePlans(
  dashboards: readonly FoundDashboard[],
  spec: Spec,
  plans: readonly Plan[],
  files: readonly PlanFile[],
  draft: PlanDraft,
): DashboardsToWrite {
  const taken = new Set(plans.map(({ slug }) => slug));
  const titles = new Set(plans.map(({ title }) => title));
  const problems: Problem[] = [];
  let panels = 0;
  let patched = 0;
  for (const dashboard of dashboards) {
    if (titles.has(dashboard.title)) continue;
    titles.add(dashboard.title);
    reportLost(dashboard, problems);
    const slug = freeSlug(dashboard, taken);
    const written = fitPlan(dashboard, slug, spec, files, problems);
    if (!written) continue;
    taken.add(slug);
    draft.add(written.plan);
    panels += written.panels;
    patched += written.patched;
  }
  return { problems, panels, patched };
}

/** Panels without queries that a plan can have; those of other sources are reported by the reading. */
function reportLost({ sections }: FoundDashboard, problems: Problem[]): void {
  for (const { panels } of sections) {
    for (const panel of panels) {
      if (isWritable(panel) || panel.foreign.length > 0) continue;
      const { file, line, column } = panel.place;
      const message = `the panel "${panel.title}" of the type "${panel.type}" has no query to Prometheus, and is left out`;
      problems.push({ file, line, column, code: 'import-unfit', severity: 'warning', message });
    }
  }
}

/** The plan of a dashboard without the panels that make it invalid; undefined if nothing is left. */
function fitPlan(
  dashboard: FoundDashboard,
  slug: string,
  spec: Spec,
  files: readonly PlanFile[],
  problems: Problem[],
): DashboardPlan | undefined {
  let fitted = dashboard;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const written = dashboardPlan(fitted, slug);
    if (written.panels === 0) return undefined;
    const errors = errorsOf(written, slug, spec, files);
    if (errors.length === 0) return written;
    const blamed = blamedPanels(written, slug, errors);
    if (blamed.size === 0) {
      const [first] = errors;
      problems.push(unfit(dashboard, `the dashboard "${dashboard.title}"`, first?.message ?? ''));
      return undefined;
    }
    fitted = withoutPanels(fitted, written, blamed, problems);
  }
  return undefined;
}

function planFile({ plan }: DashboardPlan, slug: string): PlanFile {
  return {
    path: `${slug}/plan.yaml`,
    text: JSON.stringify(plan, null, 1),
    form: 'single',
    folder: slug,
  };
}

function errorsOf(
  written: DashboardPlan,
  slug: string,
  spec: Spec,
  files: readonly PlanFile[],
): Problem[] {
  const file = planFile(written, slug);
  const { problems } = readPlans([...files, file], spec);
  return problems.filter((one) => one.severity === 'error' && one.file === file.path);
}

/** The panels in whose lines the errors are, by their places in the plan. */
function blamedPanels(
  written: DashboardPlan,
  slug: string,
  errors: readonly Problem[],
): ReadonlyMap<number, Problem> {
  const { path, text } = planFile(written, slug);
  const { file } = readYaml({ path, text });
  const blamed = new Map<number, Problem>();
  if (!file) return blamed;
  const starts = written.paths.map((at) => lineOf(file, at));
  for (const error of errors) {
    const index = starts.findLastIndex((line) => line <= error.line);
    if (index >= 0 && !blamed.has(index)) blamed.set(index, error);
  }
  return blamed;
}

function lineOf(file: YamlFile, path: YamlPath): number {
  return file.locate(path).line;
}

function withoutPanels(
  dashboard: FoundDashboard,
  { found }: DashboardPlan,
  blamed: ReadonlyMap<number, Problem>,
  problems: Problem[],
): FoundDashboard {
  const dropped = new Set([...blamed.keys()].map((index) => found[index]));
  for (const [index, error] of blamed) {
    const panel = found[index];
    if (panel) problems.push(unfit(panel, `the panel "${panel.title}"`, error.message));
  }
  return {
    ...dashboard,
    sections: dashboard.sections.map((section) => ({
      ...section,
      panels: section.panels.filter((panel) => !dropped.has(panel)),
    })),
  };
}

function unfit(
  { place }: { place: FoundDashboard['place'] },
  what: string,
  message: string,
): Problem {
  const { file, line, column } = place;
  return {
    ...{ file, line, column, code: 'import-unfit', severity: 'warning' },
    message: `${what} does not fit a plan, and is left out: ${message}`,
  };
}
