import { finishDashboard } from '@g6/generation';
import { readDashboardFiles } from '../files/dashboard-files';
import {
  type DashboardFile,
  dashboardFileOf,
  type DashboardsReading,
  type DashboardText,
  decodeGenerated,
  slugOfPath,
} from '@g6/dashboard-files';
import { selectSlugs } from '@g6/model';
import { hasErrors } from '@g6/problems';
import { planRun, type PlannedRun } from './plan-run';
import type { RunRequest } from './run-request';

/** Where a report takes dashboards from: the files of a folder, or a spec and plans. */
export type DashboardsFrom = 'files' | 'memory';

/** The dashboards of a folder, and whether it has no dashboard at all. */
export interface DashboardFilesReading extends DashboardsReading {
  readonly empty: boolean;
}

/** Loads the dashboards of a run in slug order. */
export function loadDashboards(request: RunRequest, from: DashboardsFrom): DashboardsReading {
  if (from === 'files')
    return loadDashboardFiles(request.output, request.only, request.options.metaKey);
  const run = planRun(request);
  return { dashboards: buildDashboards(run, request), problems: run.problems };
}

/** Loads the generated dashboards of a folder, or those with the slugs that are asked for. */
export function loadDashboardFiles(
  folder: string,
  only: readonly string[] | undefined,
  metaKey: string,
): DashboardFilesReading {
  const { files, problems } = readDashboardFiles(folder);
  const chosen = selectSlugs(files.map(slugOf), only, 'no generated dashboard');
  const slugs = new Set(chosen.slugs);
  const reading = decodeGenerated(
    files.filter((file) => slugs.has(slugOf(file))),
    metaKey,
  );
  return {
    dashboards: reading.dashboards,
    empty: files.length === 0 && problems.length === 0,
    problems: [...problems, ...chosen.problems, ...reading.problems],
  };
}

function slugOf({ path, slug = slugOfPath(path) }: DashboardText): string {
  return slug;
}

/** Builds the dashboards of a planned run as they would be written; none while problems refuse it. */
export function buildDashboards(run: PlannedRun, { options }: RunRequest): DashboardFile[] {
  if (hasErrors(run.problems)) return [];
  return run.dashboards.map((dashboard) =>
    dashboardFileOf(dashboard.plan.slug, finishDashboard(dashboard, run.basis, options)),
  );
}
