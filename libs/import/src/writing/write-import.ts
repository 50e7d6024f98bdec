import { readPlans, readSpec, type Spec } from '@g6/model';
import { addAll, compareText, hasErrors, type Problem } from '@g6/problems';
import { addToSpec, readAttempt, type SpecAttempt } from './add-to-spec';
import { blameProblems } from './blame-problems';
import type { Found, ImportWorkspace, WriteOptions, WrittenFile } from './import-options';
import { PlanDraft } from './plan-draft';
import { writePlans } from './write-plans';

/** What an import adds, by name. */
export interface ImportAdditions {
  readonly families: readonly string[];
  readonly metrics: readonly string[];
  readonly recordingRules: readonly string[];
  readonly alerts: readonly string[];
  readonly plans: readonly string[];
}

/** The additions of an import that adds nothing. */
const NOTHING_ADDED: ImportAdditions = {
  families: [],
  metrics: [],
  recordingRules: [],
  alerts: [],
  plans: [],
};

/** The texts that an import changes. With errors there are none. */
export interface ImportWriting {
  readonly files: readonly WrittenFile[];
  readonly problems: readonly Problem[];
  readonly added: ImportAdditions;
  /** How many of the metrics found the spec had already. */
  readonly known: number;
  /** Panels of imported dashboards, and how many of them need a merge patch. */
  readonly panels: number;
  readonly patched: number;
}

/** How often what the spec refuses is left out before the import gives up. */
const MOST_ROUNDS = 20;

/**
 * Writes what was found into a spec and plans. What the spec says already is left alone, and so is
 * every character of the texts; what does not fit the spec is a problem, and is left out.
 */
export function writeImport(
  found: Found,
  workspace: ImportWorkspace,
  options: WriteOptions = {},
): ImportWriting {
  const before = readSpec(workspace.spec);
  if (hasErrors(before.problems)) return refusedImport(before.problems);
  const leftOut = new Map<string, Problem>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const attempt = addToSpec(found, workspace, before.spec, options, new Set(leftOut.keys()));
    if (hasErrors(attempt.problems)) return refusedImport(attempt.problems);
    const after = readAttempt(workspace.spec, attempt.files);
    const { blamed, others } = blameProblems(after, attempt.added);
    if (others.length > 0) return refusedImport(others);
    if (blamed.size === 0) {
      return addPlans(attempt, found, after.spec, workspace, [...leftOut.values()]);
    }
    for (const [key, problem] of blamed) leftOut.set(key, problem);
  }
  return refusedImport([...leftOut.values()].map((problem) => ({ ...problem, severity: 'error' })));
}

/** The outcome of an import that changes nothing because of problems. */
export function refusedImport(problems: readonly Problem[]): ImportWriting {
  return { files: [], problems, added: NOTHING_ADDED, known: 0, panels: 0, patched: 0 };
}

function addPlans(
  { files, metrics, rules, problems }: SpecAttempt,
  { dashboards }: Found,
  spec: Spec,
  { plans: planFiles, target }: ImportWorkspace,
  leftOut: readonly Problem[],
): ImportWriting {
  const all = [...problems, ...leftOut];
  const { plans, problems: planProblems } = readPlans(planFiles, spec);
  if (hasErrors(planProblems)) return refusedImport(planProblems);
  const draft = new PlanDraft(planFiles, plans, target.plans);
  const families = [...new Set([...metrics.families, ...rules.families])];
  // Dashboards show what they show; plans for their metrics would show it twice.
  if (dashboards.length === 0) draft.show(families, spec);
  const written = writePlans(dashboards, spec, plans, planFiles, draft);
  const texts = draft.finish();
  addAll(all, written.problems, texts.problems);
  if (hasErrors(all)) return refusedImport(all);
  return {
    files: [...files, ...texts.files],
    problems: all,
    added: {
      families: families.filter((name) => metrics.newFamilies.has(name)).sort(compareText),
      metrics: metrics.added,
      recordingRules: rules.recordingRules,
      alerts: rules.alerts,
      plans: draft.slugs,
    },
    known: metrics.known,
    panels: written.panels,
    patched: written.patched,
  };
}
