import {
  type DraftBasis,
  draftDashboard,
  type DraftedDashboard,
  DraftsOnDemand,
  type GenerationOptions,
} from '@g6/generation';
import { type Plan, selectPlans } from '@g6/model';
import { hasErrors, type Problem, type ProblemCode } from '@g6/problems';
import { type BasisReading, loadBasis, loadPlans } from './load-workspace';
import { optionProblems } from './option-problems';
import type { RunRequest } from './run-request';

/** A run whose dashboards are chosen, with all problems that it has. */
export interface PlannedRun {
  readonly basis: DraftBasis;
  /** All plans, in slug order, also those that a partial run leaves out. */
  readonly plans: readonly Plan[];
  /** The dashboards that the run is for; none where a problem refuses the input. */
  readonly dashboards: readonly DraftedDashboard[];
  readonly problems: readonly Problem[];
}

/** Problems that make panels stand twice as well. */
const DOUBLED: ReadonlySet<ProblemCode> = new Set([
  'metric-duplicate',
  'family-duplicate',
  'slug-duplicate',
  'plan-family-duplicate',
]);

/** Problems with the words of a plan, which only its profile can tell. */
const OF_PROFILES: ReadonlySet<ProblemCode> = new Set(['profile-unknown', 'section-unknown']);

/** Where the input has errors, only what is written out repeats; the rest follows from them. */
function panelProblems(inputHasErrors: boolean) {
  return ({ plan, problems }: DraftedDashboard): Problem[] =>
    problems.filter(
      ({ file, code }) => !inputHasErrors || OF_PROFILES.has(code) || file !== plan.ref.file.path,
    );
}

/** So many drafts are kept in memory. */
const MOST_DRAFTS = 2_000;

function draftAll(
  plans: readonly Plan[],
  basis: DraftBasis,
  options: GenerationOptions,
): readonly DraftedDashboard[] {
  if (plans.length <= MOST_DRAFTS) return plans.map((plan) => draftDashboard(plan, basis, options));
  const drafts = new DraftsOnDemand(basis, options);
  return plans.map((plan) => drafts.draft(plan));
}

/** Loads what a run needs and chooses its panels; the front half of every command. */
export function planRun(
  request: RunRequest,
  loaded: BasisReading = loadBasis(request.spec, request.options),
): PlannedRun {
  const { basis, problems: basisProblems } = loaded;
  const refusals = optionProblems(request.options);
  if (refusals.length > 0) return { basis, plans: [], dashboards: [], problems: refusals };
  const reading = loaded.plans ?? loadPlans(request.plans, basis);
  const { plans } = reading;
  const selection = selectPlans(reading, request.only);
  const { problems: ofProfiles = [] } = request;
  const inputProblems = [
    ...ofProfiles,
    ...basisProblems,
    ...reading.problems,
    ...selection.problems,
  ];
  // Panels that stand twice are reported with everything else; what is defined twice, only once. And
  // without the profiles of the workspace, everything would be said of another one.
  if (hasErrors(ofProfiles) || inputProblems.some(({ code }) => DOUBLED.has(code))) {
    return { basis, plans, dashboards: [], problems: inputProblems };
  }
  const planned = draftAll(selection.plans, basis, request.options);
  const problems = [...inputProblems, ...planned.flatMap(panelProblems(hasErrors(inputProblems)))];
  return { basis, plans, dashboards: hasErrors(problems) ? [] : planned, problems };
}
