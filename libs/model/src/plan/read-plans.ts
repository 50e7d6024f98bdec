import { RESERVED_SLUGS } from '../conventions';
import {
  addAll,
  compareText,
  didYouMeanOneOf,
  type Position,
  type Problem,
  type ProblemCode,
} from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import type { Spec } from '../metrics-spec/spec';
import { SpecIndex } from '../metrics-spec/spec-index';
import {
  RawValue,
  readYaml,
  shapeProblems,
  UNCOMPILED,
  type SourceFile,
  type YamlFile,
} from '@g6/yaml';
import { buildPlan } from './build-plan';
import { checkPlan } from './check-plan';
import type { Plan } from './plan';
import { planListSchema, planSchema } from './plan-schema';

/** A file that holds plans: one plan in a folder named for it, or a `dashboards:` list. */
export interface PlanFile extends SourceFile {
  /** Which of the two; undefined where only the content tells. */
  readonly form?: 'single' | 'list';
  /** The name of the folder that a single plan lies in. */
  readonly folder?: string;
}

/** Plans, in slug order, and everything that is wrong with them. */
export interface PlansReading {
  readonly plans: readonly Plan[];
  readonly problems: readonly Problem[];
  /** Whether the slug of every plan is known, so that a slug which is not among them is unknown. */
  readonly complete: boolean;
}

/**
 * Reads plans and checks them against the spec; every problem of every file is reported.
 * `allFiles` says whether these are all plans of the workspace, so that links can be checked.
 */
export function readPlans(
  files: readonly PlanFile[],
  spec: Spec,
  promql = new PromQlCache(),
  allFiles = true,
): PlansReading {
  const problems: Problem[] = [];
  const plans: Plan[] = [];
  let complete = true;
  for (const source of files) {
    const reading = readYaml(source);
    addAll(problems, reading.problems);
    complete &&= reading.problems.length === 0;
    if (!reading.file) continue;
    const form = source.form ?? formOf(reading.file);
    const schema = form === 'list' ? planListSchema : planSchema;
    const shape = schema.safeParse(reading.file.value, UNCOMPILED);
    if (!shape.success) addAll(problems, shapeProblems(reading.file, shape.error.issues));
    const found = buildPlans(reading.file, form);
    addAll(plans, found);
    addAll(
      problems,
      found.flatMap((plan) => folderWarning(plan, source.folder)),
    );
  }
  addAll(problems, slugProblems(plans), familyProblems(plans, spec));
  plans.sort((a, b) => compareText(a.slug, b.slug));
  complete &&= plans.every(({ slug }) => slug !== '');
  const slugs = complete && allFiles ? new Set(plans.map(({ slug }) => slug)) : undefined;
  const index = SpecIndex.of(spec);
  const found = plans.map((plan) => checkPlan({ plan, spec, index, promql, slugs }));
  addAll(problems, mergeProblems(plans, found));
  return { plans, problems, complete };
}

/** A file with any key of a plan, and no list of them, is one plan; anything else means a list. */
function formOf(file: YamlFile): 'single' | 'list' {
  const root = new RawValue(file.value, []);
  const has = (key: string) => root.at(key).value !== undefined;
  return !has('dashboards') && Object.keys(planSchema.shape).some(has) ? 'single' : 'list';
}

function buildPlans(file: YamlFile, form: 'single' | 'list'): Plan[] {
  const root = new RawValue(file.value, []);
  return (form === 'list' ? root.items('dashboards') : [root]).map((raw) => buildPlan(file, raw));
}

/** A panel of a metric has the same fault on every dashboard that shows it; it is reported once. */
function mergeProblems(plans: readonly Plan[], byPlan: readonly (readonly Problem[])[]): Problem[] {
  const first = new Map<string, { problem: Problem; slugs: Set<string> }>();
  plans.forEach(({ slug }, position) => {
    for (const problem of byPlan[position] ?? []) {
      const { file, line, column, code, message } = problem;
      const fault = message.replace(`the dashboard "${slug}"`, 'the dashboard');
      const key = [file, line, column, code, fault].join('\0');
      const known = first.get(key) ?? { problem, slugs: new Set() };
      first.set(key, known);
      if (fault !== message) known.slugs.add(slug);
    }
  });
  return [...first.values()].map(({ problem, slugs }) => withOthers(problem, slugs.size - 1));
}

function withOthers(problem: Problem, others: number): Problem {
  if (others < 1) return problem;
  const rest = others === 1 ? 'another dashboard' : `${others} other dashboards`;
  return { ...problem, message: `${problem.message}, nor ${rest}` };
}

function folderWarning(plan: Plan, folder: string | undefined): Problem[] {
  if (folder === undefined || plan.slug === '' || plan.slug === folder) return [];
  const message = `the slug "${plan.slug}" differs from its folder "${folder}", after which Nx names the project`;
  return [{ ...locate(plan, 'slug'), code: 'slug-folder', severity: 'warning', message }];
}

function slugProblems(plans: readonly Plan[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, Plan>();
  for (const plan of plans) {
    if (RESERVED_SLUGS.includes(plan.slug)) {
      const message = `the slug "${plan.slug}" is reserved; choose another`;
      problems.push(error(locate(plan, 'slug'), 'slug-reserved', message));
    }
    const other = first.get(plan.slug);
    if (plan.slug !== '' && other) {
      const { file, line, column } = locate(other, 'slug');
      const message = `the slug "${plan.slug}" is already taken at ${file}:${line}:${column}`;
      problems.push(error(locate(plan, 'slug'), 'slug-duplicate', message));
    } else {
      first.set(plan.slug, plan);
    }
  }
  return problems;
}

function familyProblems(plans: readonly Plan[], spec: Spec): Problem[] {
  const names = spec.families.map((family) => family.name);
  const known = new Set(names);
  const problems: Problem[] = [];
  for (const plan of plans) {
    const seen = new Set<string>();
    plan.families.forEach((family, index) => {
      const again = seen.has(family);
      seen.add(family);
      if (family !== '' && again) {
        const message = `the family "${family}" stands twice in this plan`;
        problems.push(error(locate(plan, 'families', index), 'plan-family-duplicate', message));
      }
      // An empty name is told already; of a spec that is not whole, nobody knows what it lacks.
      if (family === '' || known.has(family) || spec.incomplete === true) return;
      const hint = didYouMeanOneOf(family, names, 'the spec has');
      const message = `the spec has no family "${family}"`;
      problems.push({
        ...error(locate(plan, 'families', index), 'plan-family-unknown', message),
        ...(hint === undefined ? {} : { hint }),
      });
    });
  }
  return problems;
}

function locate(plan: Plan, ...below: (string | number)[]): Position {
  return plan.ref.file.locate([...plan.ref.path, ...below]);
}

function error(at: Position, code: ProblemCode, message: string): Problem {
  return { ...at, code, severity: 'error', message };
}
