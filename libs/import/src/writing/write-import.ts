import { readPlans, readSpec, type Spec, type SpecFile } from '@g6/model';
import { addAll, compareText, hasErrors, type Problem } from '@g6/problems';
import type { FoundDashboard } from '../dashboards/found-dashboard';
import type { FoundMetric } from '../found-metric';
import type { FoundRuleGroup } from '../rule-files/found-rule';
import type { ImportWorkspace, WriteOptions, WrittenFile } from './import-options';
import type { MetricSource } from './metric-entry';
import { blameProblems } from './blame-problems';
import { PlanDraft } from './plan-draft';
import { SpecDraft } from './spec-draft';
import { type MetricsToWrite, writeMetrics } from './write-metrics';

/** Everything that an import found. */
export interface Found {
  readonly metrics: readonly FoundMetric[];
  readonly groups: readonly FoundRuleGroup[];
  readonly dashboards: readonly FoundDashboard[];
  /** What the source of the metrics says about all of them. */
  readonly source: MetricSource;
}

/** What an import adds, by name. */
export interface ImportAdditions {
  readonly families: readonly string[];
  readonly metrics: readonly string[];
  readonly recordingRules: readonly string[];
  readonly alerts: readonly string[];
  readonly plans: readonly string[];
}

/** The additions of an import that adds nothing. */
export const NOTHING_ADDED: ImportAdditions = {
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
  if (hasErrors(before.problems)) return refused(before.problems);
  const leftOut = new Map<string, Problem>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = { ...found, metrics: found.metrics.filter(({ name }) => !leftOut.has(name)) };
    const attempt = addToSpec(wanted, workspace, before.spec, options);
    if (hasErrors(attempt.problems)) return refused(attempt.problems);
    const spec = readSpec(withFiles(workspace.spec, attempt.files));
    const { blamed, others } = blameProblems(spec, new Set(attempt.metrics.added), found.metrics);
    if (others.length > 0) return refused(others);
    if (blamed.size > 0) {
      for (const [name, problem] of blamed) leftOut.set(name, problem);
      continue;
    }
    return finish(attempt, spec.spec, workspace, [...leftOut.values()]);
  }
  return refused([...leftOut.values()]);
}

function refused(problems: readonly Problem[]): ImportWriting {
  return { files: [], problems, added: NOTHING_ADDED, known: 0 };
}

interface Attempt {
  readonly files: readonly WrittenFile[];
  readonly problems: readonly Problem[];
  readonly metrics: MetricsToWrite;
}

function addToSpec(
  found: Found,
  { spec: files, target }: ImportWorkspace,
  spec: Spec,
  options: WriteOptions,
): Attempt {
  const draft = new SpecDraft(files, spec.families, target.spec);
  const metrics = writeMetrics(found, spec, draft, options);
  const written = draft.finish();
  return { files: written.files, metrics, problems: [...metrics.problems, ...written.problems] };
}

function finish(
  { files, metrics, problems }: Attempt,
  spec: Spec,
  { plans: planFiles, target }: ImportWorkspace,
  leftOut: readonly Problem[],
): ImportWriting {
  const all = [...problems, ...leftOut];
  const { plans, problems: planProblems } = readPlans(planFiles, spec);
  const faults = planProblems.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) return refused(faults);
  const draft = new PlanDraft(planFiles, plans, target.plans);
  draft.show(metrics.families);
  const written = draft.finish();
  addAll(all, written.problems);
  if (hasErrors(all)) return refused(all);
  return {
    files: [...files, ...written.files],
    problems: all,
    added: {
      families: metrics.families.filter((name) => metrics.newFamilies.has(name)).sort(compareText),
      metrics: metrics.added,
      recordingRules: [],
      alerts: [],
      plans: draft.slugs,
    },
    known: metrics.known,
  };
}

function withFiles(files: readonly SpecFile[], written: readonly WrittenFile[]): SpecFile[] {
  const texts = new Map(written.map(({ path, text }) => [path, text]));
  const known = files.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  const paths = new Set(files.map(({ path }) => path));
  const isOne = files.length === 1 && files[0]?.relativePath === undefined;
  const fresh = written
    .filter(({ path }) => !paths.has(path))
    .map(({ path, text }) => (isOne ? { path, text } : { path, relativePath: path, text }));
  return [...known, ...fresh];
}
