import { MANIFEST_FILE, META_KEY } from '@g6/model';
import {
  compareDashboards,
  compareManifest,
  dashboardFileName,
  type Drift,
  NO_DRIFT,
  slugOfFile,
} from '@g6/dashboard-files';
import { ExportFolder } from '../files/export-folder';
import { isOurs, orphansIn } from '../files/generated-files';
import { OutputFolder } from '../files/output-folder';
import { hasErrors } from '@g6/problems';
import type { BasisReading } from './load-workspace';
import { type PlannedRun, planRun } from './plan-run';
import { renderDashboard, renderManifest } from './render-run';
import type { RunRequest } from './run-request';
import type { VerifyReport, VerifyRequest } from './verify-request';

/** Compares what would be generated with what is on disk; never writes. */
export function verifyRun(request: VerifyRequest, loaded?: BasisReading): VerifyReport {
  const run = planRun(request, loaded);
  if (hasErrors(run.problems)) return { problems: run.problems, checked: [], drifts: [] };
  if (new ExportFolder(request.output).isExport) return forExports().verifyExport(run, request);
  const output = new OutputFolder(request.output);
  const drifts = run.dashboards.map((dashboard, done): Drift => {
    const { slug } = dashboard.plan;
    const { name, text } = renderDashboard(dashboard, run.basis, request.options);
    const found = output.read(name);
    request.onProgress?.(done + 1, run.dashboards.length);
    if (found === undefined && output.has(name)) return { slug, ...NO_DRIFT, unreadable: true };
    return compareDashboards(slug, text, found, request.options.metaKey);
  });
  const full = request.orphans && request.only === undefined;
  const orphans = full ? orphansIn(output, run.plans, request.options.metaKey) : [];
  return {
    problems: run.problems,
    checked: run.dashboards.map(({ plan }) => plan.slug),
    drifts: [
      ...drifts,
      ...(request.manifest !== false ? [manifestDrift(run, request, output)] : []),
      ...orphans.map(orphanOf),
    ],
  };
}

/** Few runs verify an export, and the forms take a while to load. */
function forExports() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on first need, see above
  return require('./verify-export') as typeof import('./verify-export');
}

/** Compares the manifest alone with what would be written; never writes. */
export function verifyManifestRun(request: RunRequest, loaded?: BasisReading): VerifyReport {
  const run = planRun(request, loaded);
  if (hasErrors(run.problems)) return { problems: run.problems, checked: [], drifts: [] };
  const output = new OutputFolder(request.output);
  return { problems: run.problems, checked: [], drifts: [manifestDrift(run, request, output)] };
}

function manifestDrift(run: PlannedRun, request: RunRequest, output: OutputFolder): Drift {
  const text = renderManifest(run, request.options, undefined, 0);
  return compareManifest(text, output.read(MANIFEST_FILE), request.only);
}

/** The drift of a generated file that no plan asks for. */
export function orphanOf(name: string): Drift {
  return { slug: slugOfFile(name) ?? name, ...NO_DRIFT, orphaned: true };
}

/** The drift of a file whose plan is gone: orphaned if it was generated, none if it is foreign. */
export function orphanDrift(folder: string, slug: string, metaKey: string = META_KEY): Drift {
  const orphaned = isOurs(new OutputFolder(folder), dashboardFileName(slug), metaKey);
  return { slug, ...NO_DRIFT, orphaned };
}
