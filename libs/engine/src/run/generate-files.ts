import { MANIFEST_FILE, sha256Hex } from '@g6/model';
import { dashboardFileName, slugOfFile } from '@g6/dashboard-files';
import { orphansIn } from '../files/generated-files';
import { OutputFolder } from '../files/output-folder';
import { hasErrors } from '@g6/problems';
import type { GenerateReport, GenerateRequest, GenerateScope } from './generate-request';
import { basisOfFiles, type BasisReading, plansOfFiles } from './load-workspace';
import { planRun, type PlannedRun } from './plan-run';
import { holdsAllPlans, type WorkspaceFiles } from './read-workspace';
import { renderDashboard, renderManifest } from './render-run';
import type { RunRequest } from './run-request';

/** What a run is made of, from the texts of a workspace. */
export function basisOfRun(
  { plans, options }: Pick<RunRequest, 'plans' | 'options'>,
  files: WorkspaceFiles,
): BasisReading {
  const loaded = basisOfFiles(files.basis, options);
  return { ...loaded, plans: plansOfFiles(files.plans, loaded.basis, holdsAllPlans(plans)) };
}

/** Generates, and adds the digests of all dashboards, by file name, to `digests`. */
export function generateFiles(
  request: GenerateRequest,
  loaded?: BasisReading,
  digests?: Map<string, string>,
): GenerateReport {
  const run = planRun(request, loaded);
  const output = new OutputFolder(request.output);
  const problems = [...run.problems, ...output.obstacles(outputNames(run, request.scope))];
  const empty = { written: [], unchanged: [], pruned: [], truncated: [], manifestWritten: false };
  if (hasErrors(problems)) return { ...empty, problems };
  if (!request.dryRun) output.removeLeftovers();
  const files =
    request.scope === 'manifest'
      ? { written: [], unchanged: [] }
      : writeDashboards(run, request, output, digests);
  const truncated = run.dashboards
    .filter(({ dropped }) => dropped.length > 0)
    .map(({ plan, dropped }) => ({
      slug: plan.slug,
      titles: dropped.map(({ title }) => title),
    }));
  return {
    problems,
    ...files,
    truncated,
    pruned: pruneOrphans(run, request, output),
    manifestWritten: request.scope !== 'dashboards' && writeManifest(run, request, output),
  };
}

function outputNames(run: PlannedRun, scope: GenerateScope): string[] {
  const dashboards = run.dashboards.map(({ plan }) => dashboardFileName(plan.slug));
  return [
    ...(scope === 'manifest' ? [] : dashboards),
    ...(scope === 'dashboards' ? [] : [MANIFEST_FILE]),
  ];
}

function writeDashboards(
  run: PlannedRun,
  request: GenerateRequest,
  output: OutputFolder,
  digests?: Map<string, string>,
) {
  const written: string[] = [];
  const unchanged: string[] = [];
  for (const dashboard of run.dashboards) {
    const { slug } = dashboard.plan;
    const { name, text } = renderDashboard(dashboard, run.basis, request.options);
    const changed = put(output, name, text, request.dryRun);
    digests?.set(name, sha256Hex(text));
    (changed ? written : unchanged).push(slug);
    request.onProgress?.(written.length + unchanged.length, run.dashboards.length);
  }
  return { written, unchanged };
}

/** A run that was asked for some slugs leaves every other file alone, orphans too, unless `prune` says otherwise. */
function pruneOrphans(run: PlannedRun, request: GenerateRequest, output: OutputFolder): string[] {
  const { prune = request.only === undefined } = request;
  if (request.scope !== 'all' || !prune) return [];
  const orphans = orphansIn(output, run.plans, request.options.metaKey);
  if (!request.dryRun)
    orphans.forEach((name) => {
      output.remove(name);
    });
  return orphans.map((name) => slugOfFile(name) ?? name);
}

function writeManifest(run: PlannedRun, request: GenerateRequest, output: OutputFolder): boolean {
  const text = renderManifest(run, request.options, output.read(MANIFEST_FILE), request.now);
  return put(output, MANIFEST_FILE, text, request.dryRun);
}

function put(output: OutputFolder, name: string, text: string, dryRun: boolean): boolean {
  return dryRun ? output.read(name) !== text : output.write(name, text);
}
