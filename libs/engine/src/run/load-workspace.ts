import { draftBasis, type DraftBasis, type GenerationOptions } from '@g6/generation';
import {
  type Plan,
  type PlanFile,
  type PlansReading,
  readEfficiency,
  readPlans,
  readSpec,
} from '@g6/model';
import type { FilesReading } from '../files/read-inputs';
import {
  type BasisFiles,
  holdsAllPlans,
  type PlansLocation,
  readBasisFiles,
  readPlanFiles,
  type SpecLocation,
} from './read-workspace';
import { optionProblems } from './option-problems';
import { addAll, hasErrors, type Problem } from '@g6/problems';
import { PromQlCache } from '@g6/promql';
import { DEFAULT_RULE_OPTIONS, deriveSeries } from '@g6/rules';

/** A catalogue that dashboards are drafted from, and everything that is wrong with it. */
export interface BasisReading {
  readonly basis: DraftBasis;
  readonly problems: readonly Problem[];
  /** The plans, where they are not to be read from files. */
  readonly plans?: PlansReading;
}

/** Loads the spec and its efficiency catalogue: once for however many dashboards. */
export function loadBasis(location: SpecLocation, options: GenerationOptions): BasisReading {
  return basisOfFiles(readBasisFiles(location), options);
}

/** Reads a catalogue of metrics from its texts; nothing of it if the options are no options. */
export function basisOfFiles(
  { spec: specFiles, efficiency: efficiencyFile }: BasisFiles,
  options: GenerationOptions,
): BasisReading {
  const refusals = optionProblems(options);
  if (refusals.length > 0) {
    const basis = draftBasis(readSpec([]).spec, [], new PromQlCache(), 'auto');
    return { basis, problems: refusals };
  }
  const promql = new PromQlCache(options.prometheusFeatures);
  const { spec, problems: specProblems } = readSpec(
    specFiles.files,
    promql,
    specFiles.problems.length === 0,
  );
  const problems = [...specFiles.problems, ...specProblems, ...efficiencyFile.problems];
  const panels = efficiencyFile.files.flatMap((file) => {
    const reading = readEfficiency(file, spec, promql);
    addAll(problems, reading.problems);
    return reading.panels;
  });
  const basis = draftBasis(spec, panels, promql, options.unitInference);
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
  return plansOfFiles(readPlanFiles(location), basis, holdsAllPlans(location));
}

/** Reads plans from their texts; `allFiles` says whether these are all plans of the workspace. */
export function plansOfFiles(
  reading: FilesReading<PlanFile>,
  basis: DraftBasis,
  allFiles: boolean,
): PlansReading {
  const { plans, problems, complete } = readPlans(
    reading.files,
    basis.spec,
    basis.promql,
    allFiles,
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
