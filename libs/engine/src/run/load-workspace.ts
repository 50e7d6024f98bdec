import { draftBasis, type DraftBasis, type UnitInference } from '@g6/generation';
import {
  type Plan,
  type PlanFile,
  type PlansReading,
  readEfficiency,
  readPlans,
  readSpec,
} from '@g6/model';
import {
  readEfficiencyFile,
  readPlanFolder,
  readPlanFile,
  readSinglePlan,
  readSpecFiles,
  type FilesReading,
} from '../files/read-inputs';
import { addAll, hasErrors, type Problem } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import { DEFAULT_RULE_OPTIONS, deriveSeries } from '@g6/rules';

/** Where the plans are: a folder with a folder for each, a file of them, or one plan's folder. */
export type PlansLocation =
  { readonly folder: string } | { readonly file: string } | { readonly single: string };

/** Where the catalogue of metrics is. */
export interface SpecLocation {
  /** A YAML file, or a folder of them. */
  readonly spec: string;
  /** The efficiency catalogue; undefined for the one in the folder of the spec, or the default. */
  readonly efficiency?: string | undefined;
}

/** A catalogue that dashboards are drafted from, and everything that is wrong with it. */
export interface BasisReading {
  readonly basis: DraftBasis;
  readonly problems: readonly Problem[];
}

/**
 * Loads the spec and its efficiency catalogue: once for however many dashboards. `features` are the
 * experimental parts of PromQL that Prometheus has.
 */
export function loadBasis(
  location: SpecLocation,
  unitInference: UnitInference,
  features: readonly string[] = [],
): BasisReading {
  const promql = new PromQlCache(features);
  const specFiles = readSpecFiles(location.spec);
  const { spec, problems: specProblems } = readSpec(
    specFiles.files,
    promql,
    specFiles.problems.length === 0,
  );
  const efficiencyFile = readEfficiencyFile(location.spec, location.efficiency);
  const problems = [...specFiles.problems, ...specProblems, ...efficiencyFile.problems];
  const panels = efficiencyFile.files.flatMap((file) => {
    const reading = readEfficiency(file, spec, promql);
    addAll(problems, reading.problems);
    return reading.panels;
  });
  const basis = draftBasis(spec, panels, promql, unitInference);
  return {
    basis,
    problems: hasErrors(problems) ? problems : withUnderivable(problems, underivable(basis)),
  };
}

/** Adds the recorded series without a rule; that nothing defines them is then said already. */
function withUnderivable(
  problems: readonly Problem[],
  found: readonly Problem[],
): readonly Problem[] {
  const refused = new Set(found.map(placeOf));
  const others = problems.filter(
    (problem) => problem.code !== 'metric-undefined' || !refused.has(placeOf(problem)),
  );
  return [...others, ...found];
}

function underivable(basis: DraftBasis, plans: readonly Plan[] = []): readonly Problem[] {
  return deriveSeries(basis, DEFAULT_RULE_OPTIONS, plans).problems;
}

function placeOf({ file, line, column }: Problem): string {
  return `${file}:${line}:${column}`;
}

/** What the plans read beyond the spec and has no rule. */
function underivableOfPlans(plans: readonly Plan[], basis: DraftBasis): readonly Problem[] {
  const querying = plans.filter(
    ({ panels, annotations }) => panels.length + annotations.length > 0,
  );
  if (querying.length === 0) return [];
  const files = new Set(querying.map(({ ref }) => ref.file.path));
  return underivable(basis, querying).filter(({ file }) => files.has(file));
}

/** Loads plans and checks them against the spec. */
export function loadPlans(location: PlansLocation, basis: DraftBasis): PlansReading {
  const reading = readPlanFiles(location);
  const { plans, problems, complete } = readPlans(
    reading.files,
    basis.spec,
    basis.promql,
    !('single' in location),
  );
  return {
    plans,
    problems: [
      ...reading.problems,
      ...withUnderivable(problems, hasErrors(problems) ? [] : underivableOfPlans(plans, basis)),
    ],
    complete: complete && reading.problems.length === 0,
  };
}

function readPlanFiles(location: PlansLocation): FilesReading<PlanFile> {
  if ('folder' in location) return readPlanFolder(location.folder);
  return 'file' in location ? readPlanFile(location.file) : readSinglePlan(location.single);
}
