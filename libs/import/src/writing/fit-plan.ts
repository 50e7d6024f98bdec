import {
  DEFAULT_OPTIONS,
  type DashboardJson,
  type DraftBasis,
  draftDashboard,
  finishDashboard,
} from '@g6/generation';
import { type PlanFile, readPlans } from '@g6/model';
import { addAll, type Problem } from '@g6/problems';
import type { FoundDashboard, FoundVariable } from '../dashboards/found-dashboard';
import { isPlanAnnotation } from './annotation-entry';
import { DashboardFilters } from './dashboard-filters';
import {
  dashboardPlan,
  type DashboardPlan,
  EVERYTHING_IMPLIED,
  NO_FILTERS,
  NOTHING_IMPLIED,
  type PlanFiltering,
} from './dashboard-plan';
import { impliedParts } from './implied-parts';
import { withMissingVariables } from './missing-variables';
import { blamedParts, withoutParts } from './unfit-parts';
import { isPlanVariable } from './variable-entry';
import { isWritable } from './writable-panels';

/** How often parts that a plan cannot have are left out before the import gives up. */
const MOST_ROUNDS = 20;

/** The workspace that plans have to fit. */
export interface PlanSurroundings {
  readonly basis: DraftBasis;
  /** The plans that are there already. */
  readonly files: readonly PlanFile[];
}

/**
 * The plan of a dashboard that generates, without the parts that no plan can have, each of which is a
 * problem; undefined if nothing is left.
 */
export function fitPlan(
  dashboard: FoundDashboard,
  slug: string,
  surroundings: PlanSurroundings,
  problems: Problem[],
): DashboardPlan | undefined {
  let fitted = dashboard;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { complete, problems: missing } = withMissingVariables(fitted);
    const filtering = filteringOf(complete, surroundings);
    const written = dashboardPlan(complete, slug, filtering, NOTHING_IMPLIED);
    if (written.panels === 0) return undefined;
    const { json, errors } = generateFrom(written, surroundings);
    if (json) {
      addAll(problems, missing);
      return readablePlan(complete, written, filtering, json, surroundings);
    }
    const blamed = blamedParts(written, planFile(written), errors);
    addAll(
      problems,
      blamed.map(({ problemIn }) => problemIn(fitted)),
    );
    if (blamed.length === 0) return undefined;
    fitted = withoutParts(fitted, blamed);
  }
  return undefined;
}

/** How the queries of a dashboard are filtered; by nothing, once filters have been found unfit. */
function filteringOf(dashboard: FoundDashboard, { basis }: PlanSurroundings): PlanFiltering {
  if (dashboard.unfiltered === true) return NO_FILTERS;
  const filters = new DashboardFilters(basis.index, basis.promql);
  const panels = dashboard.sections.flatMap((section) => section.panels.filter(isWritable));
  const chosen = filters.choose(
    panels.map(({ queries }) => queries.map(({ expr }) => expr)),
    dashboard.annotations.filter(isPlanAnnotation).flatMap(({ expr }) => expr ?? []),
    new Set(dashboard.variables.filter(isChosen).map(({ name }) => name)),
  );
  return { filters: chosen, write: (exprs) => filters.write(exprs, chosen) };
}

/** Whether readers choose the value of a variable; a constant filters nothing. */
function isChosen({ type }: FoundVariable): boolean {
  return isPlanVariable({ type }) && type !== 'constant';
}

/** The plan without what generation does by itself. */
function readablePlan(
  dashboard: FoundDashboard,
  written: DashboardPlan,
  filtering: PlanFiltering,
  json: DashboardJson,
  surroundings: PlanSurroundings,
): DashboardPlan {
  const { slug } = written.plan;
  const bare = dashboardPlan(dashboard, slug, filtering, EVERYTHING_IMPLIED);
  const generated = generateFrom(bare, surroundings).json;
  if (!generated) return written;
  const short = dashboardPlan(
    dashboard,
    slug,
    filtering,
    impliedParts(written.found, json, generated),
  );
  return generateFrom(short, surroundings).json ? short : written;
}

function planFile({ plan }: DashboardPlan): PlanFile {
  return {
    path: `${plan.slug}/plan.yaml`,
    text: JSON.stringify(plan, null, 1),
    form: 'single',
    folder: plan.slug,
  };
}

interface Generated {
  /** Undefined if there are errors. */
  readonly json: DashboardJson | undefined;
  readonly errors: readonly Problem[];
}

function generateFrom(written: DashboardPlan, { basis, files }: PlanSurroundings): Generated {
  const file = planFile(written);
  const { plans, problems } = readPlans([...files, file], basis.spec, basis.promql);
  const isError = (one: Problem) => one.severity === 'error' && one.file === file.path;
  const errors = problems.filter(isError);
  const plan = plans.find(({ slug }) => slug === written.plan.slug);
  if (errors.length > 0 || !plan) return { json: undefined, errors };
  const drafted = draftDashboard(plan, basis, DEFAULT_OPTIONS);
  const refused = drafted.problems.filter(isError);
  if (refused.length > 0) return { json: undefined, errors: refused };
  return { json: finishDashboard(drafted, basis, DEFAULT_OPTIONS), errors };
}
