import { MANIFEST_FILE } from '@g6/model';
import { dashboardFileName, type Drift, hasDrift } from '@g6/dashboard-files';
import { orphansIn } from '../files/generated-files';
import { OutputFolder } from '../files/output-folder';
import { hasErrors, type Problem } from '@g6/problems';
import { loadBasis } from './load-workspace';
import { planRun, type PlannedRun } from './plan-run';
import { renderDashboard, renderManifest } from './render-run';
import type { RunRequest } from './run-request';
import { orphanOf, verifyRun } from './verify-run';

/** Sync options, in addition to those of every run. */
export interface SyncRequest extends RunRequest {
  /** Seconds since 1970, for the manifest. */
  readonly now: number;
}

/** The changes that would end the drift of a workspace, for someone else to write. */
export interface SyncReport {
  readonly problems: readonly Problem[];
  /** Dashboards with drift, and no others. */
  readonly drifts: readonly Drift[];
  /** Files of the output folder that change; none if nothing drifts. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Names of files in the output folder that go. */
  readonly removed: readonly string[];
}

/**
 * Works out what generation would write, and writes nothing. There is something to write exactly
 * if verification finds drift, so that the two never disagree about a workspace.
 */
export function syncRun(request: SyncRequest): SyncReport {
  const basis = loadBasis(request.spec, request.options);
  const { problems, drifts } = verifyRun({ ...request, orphans: true, manifest: true }, basis);
  const drifted = drifts.filter(hasDrift);
  const nothing = { problems, drifts: drifted, files: [], removed: [] };
  if (hasErrors(problems) || drifted.length === 0) return nothing;
  const run = planRun(request, basis);
  const output = new OutputFolder(request.output);
  const obstacles = output.obstacles([...fileNames(run), MANIFEST_FILE]);
  if (obstacles.length > 0) return { ...nothing, problems: [...problems, ...obstacles] };
  const removed = drifted.some(({ orphaned }) => orphaned)
    ? orphansIn(output, run.plans, request.options.metaKey)
    : [];
  return { ...nothing, files: changedFiles(run, request, output), removed };
}

/** The changes that would end the drift of a workspace without plans: all generated files go. */
export function syncWithoutPlans(folder: string, metaKey?: string): SyncReport {
  const removed = orphansIn(new OutputFolder(folder), [], metaKey);
  return { problems: [], drifts: removed.map(orphanOf), files: [], removed };
}

function changedFiles(run: PlannedRun, request: SyncRequest, output: OutputFolder) {
  const dashboards = run.dashboards.map((dashboard) =>
    renderDashboard(dashboard, run.basis, request.options),
  );
  const previous = output.read(MANIFEST_FILE);
  const text = renderManifest(run, request.options, previous, request.now);
  const files = [...dashboards, { name: MANIFEST_FILE, text }];
  return files.filter((file) => output.read(file.name) !== file.text);
}

function fileNames(run: PlannedRun): string[] {
  return run.dashboards.map(({ plan }) => dashboardFileName(plan.slug));
}
