import { MANIFEST_FILE } from '@g6/model';
import { dashboardFileName, slugOfFile } from '@g6/dashboard-files';
import { OutputFolder } from '../files/output-folder';
import { digestOf } from '../files/run-records';
import { hasErrors, type Problem } from '@g6/problems';
import type { BasisReading } from './load-workspace';
import { planRun, type PlannedRun } from './plan-run';
import { recordingOf } from './recording';
import { renderDashboard, renderManifest } from './render-run';
import type { RunRequest } from './run-request';

/** The files that a generation run writes: all, only dashboards, or only the manifest. */
export type GenerateScope = 'all' | 'dashboards' | 'manifest';

/** Generation options, in addition to those of every run. */
export interface GenerateRequest extends RunRequest {
  readonly scope: GenerateScope;
  /** Seconds since 1970, for the manifest. */
  readonly now: number;
  /** Says what would be written, and writes nothing. */
  readonly dryRun: boolean;
  /** Whether generated files without a plan are removed; default if no slugs are asked for. */
  readonly prune?: boolean;
  /**
   * The folder of the records of earlier runs. A run of all dashboards that would read what the last one read, and finds
   * what that one left, does nothing more; default none.
   */
  readonly records?: string | undefined;
  /** Called after each dashboard. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Panels that the caps left out of a dashboard. */
export interface Truncation {
  readonly slug: string;
  readonly titles: readonly string[];
}

/** The files that a generation run wrote or removed, or would write or remove. */
export interface GenerateReport {
  readonly problems: readonly Problem[];
  /** Slugs whose file was written, in order. */
  readonly written: readonly string[];
  /** Slugs whose file had its text already. */
  readonly unchanged: readonly string[];
  /** Slugs whose file was removed because no plan asks for it any more. */
  readonly pruned: readonly string[];
  readonly truncated: readonly Truncation[];
  /** Whether the manifest was written. */
  readonly manifestWritten: boolean;
}

/** Generates dashboards and the manifest; nothing is written while any problem refuses the input. */
export function generateRun(request: GenerateRequest, loaded?: BasisReading): GenerateReport {
  const recording = loaded === undefined ? recordingOf(request) : undefined;
  if (recording === undefined) return generate(request, loaded);
  const unchanged = recording.unchanged();
  if (unchanged !== undefined) return unchanged;
  const digests = new Map<string, string>();
  const report = generate(request, recording.load(), digests);
  recording.keep(report, digests);
  return report;
}

/** Generates, and adds the digests of what it writes, by file name, to `digests`. */
function generate(
  request: GenerateRequest,
  loaded?: BasisReading,
  digests?: Map<string, string>,
): GenerateReport {
  const run = planRun(request, loaded);
  const output = new OutputFolder(request.output, request.options.metaKey);
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
    digests?.set(name, digestOf(text));
    (changed ? written : unchanged).push(slug);
    request.onProgress?.(written.length + unchanged.length, run.dashboards.length);
  }
  return { written, unchanged };
}

/** A run that was asked for some slugs leaves every other file alone, orphans too, unless `prune` says otherwise. */
function pruneOrphans(run: PlannedRun, request: GenerateRequest, output: OutputFolder): string[] {
  const { prune = request.only === undefined } = request;
  if (request.scope !== 'all' || !prune) return [];
  const orphans = output.orphans(run.plans.map(({ slug }) => slug));
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
