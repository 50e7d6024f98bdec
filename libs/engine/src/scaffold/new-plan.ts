import { DEFAULT_OPTIONS, draftBasis, draftDashboard } from '@g6/generation';
import { type PlanFile, readPlans, readSpec, type SpecFile, titleToWrite } from '@g6/model';
import { hasErrors, NO_PLACE, type Problem } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import { printMapping } from '@g6/yaml';
import { type NameTaken, nameTakenProblem } from './name-taken';

/** The profile of the first plan of a workspace: dashboards that a newcomer would choose. */
export const FIRST_PROFILE = 'standard';

/** A plan to write; what is undefined is left to its default. */
export interface PlanRequest {
  readonly slug: string;
  /** Undefined for the words of the slug. */
  readonly title?: string | undefined;
  readonly families: readonly string[];
  /** Profile of the dashboard; undefined for that of the settings. */
  readonly profile?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly description?: string | undefined;
  /** Labels by which readers filter the dashboard. */
  readonly variables?: readonly string[] | undefined;
}

/** Where a new plan goes, and what it must get along with. */
export interface PlanContext {
  /** Path of the new file, as problems show it. */
  readonly path: string;
  /** Where the JSON Schema of plans is, for editors; undefined for no such line. */
  readonly schema?: string | undefined;
  readonly spec: readonly SpecFile[];
  /** The plans that are there already. */
  readonly plans: readonly PlanFile[];
  /** The project that has the name of the plan's own, if there is one. */
  readonly taken?: NameTaken | undefined;
}

/** The text of a new plan, or why there is none; warnings may come with either. */
export interface NewPlan {
  readonly text?: string;
  readonly problems: readonly Problem[];
}

/** Writes a plan that generates at once; one that would not is refused with every reason. */
export function newPlan(request: PlanRequest, around: PlanContext): NewPlan {
  const promql = new PromQlCache();
  const { spec, problems: specProblems } = readSpec(around.spec, promql);
  if (hasErrors(specProblems)) return { problems: specProblems };
  const text = planText(request, around.schema);
  const file: PlanFile = { path: around.path, text, form: 'single', folder: request.slug };
  // Last, so that a duplicate slug is reported for the new plan and not for the other.
  const { plans, problems } = readPlans([...around.plans, file], spec, promql);
  const plan = plans.find(({ ref }) => ref.file.path === around.path);
  const own = problems.filter((problem) => problem.file === around.path);
  const basis = draftBasis(spec, [], promql, DEFAULT_OPTIONS.unitInference);
  const drafted =
    plan && !hasErrors(own) ? draftDashboard(plan, basis, DEFAULT_OPTIONS).problems : [];
  const reserved = own.some(({ code }) => code === 'slug-reserved');
  const names = around.taken && !reserved ? [nameTakenProblem(around.taken)] : [];
  const all = [...own.map(withoutPlace), ...names, ...drafted];
  return hasErrors(all) ? { problems: all } : { text, problems: all };
}

/** The text of a plan, keys in the order that people read them. */
export function planText(request: PlanRequest, schema: string | undefined): string {
  const { slug, profile, families, tags, description, variables } = request;
  const title = request.title ?? titleToWrite(slug);
  const comment = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return `${comment}${printMapping({ slug, title, profile, families, tags, description, variables })}\n`;
}

/** A place in a text that is not written yet helps nobody. */
function withoutPlace(problem: Problem): Problem {
  return { ...problem, ...NO_PLACE };
}
