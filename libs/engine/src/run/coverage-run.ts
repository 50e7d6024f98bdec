import { coverageOf, type Coverage } from '@g6/inventory';
import { EXIT, type ExitStatus, hasErrors, type Problem, statusOf } from '@g6/problems';
import { buildDashboards, loadDashboardFiles, type DashboardsFrom } from './load-dashboards';
import { type BasisReading, loadBasis } from './load-workspace';
import { planRun } from './plan-run';
import type { RunRequest } from './run-request';

/** Coverage options, in addition to those of every run. */
export interface CoverageRequest extends RunRequest {
  readonly from: DashboardsFrom;
  /** Least percentage of metrics, and of alerts, that must be shown; undefined for none. */
  readonly failUnder: number | undefined;
}

/** The shares of metrics and alerts that dashboards show. */
export interface CoverageReport {
  readonly problems: readonly Problem[];
  /** Undefined while a problem refuses the input. */
  readonly coverage: Coverage | undefined;
  /** The shares that are below the least one. */
  readonly under: readonly ('metrics' | 'alerts')[];
  readonly status: ExitStatus;
}

/** Finds the metrics and alerts that dashboards show; a folder without dashboards is no error. */
export function coverageRun(request: CoverageRequest): CoverageReport {
  const loaded = loadBasis(request.spec, request.options);
  const { dashboards, problems: found } = loadShown(request, loaded);
  const problems = found.filter(
    ({ severity, code }) => severity === 'error' || code === 'dashboard-foreign',
  );
  if (hasErrors(problems)) {
    return { problems, coverage: undefined, under: [], status: statusOf(problems) };
  }
  const coverage = coverageOf(loaded.basis, dashboards);
  const least = request.failUnder ?? 0;
  const under = (['metrics', 'alerts'] as const).filter((kind) => coverage[kind].percent < least);
  return {
    problems,
    coverage,
    under,
    status: under.length > 0 ? EXIT.lintFindings : EXIT.done,
  };
}

/** Loads the generated files, or builds what would be generated if there are none yet. */
function loadShown(request: CoverageRequest, loaded: BasisReading) {
  const { output, only, options, from } = request;
  const files = from === 'files' ? loadDashboardFiles(output, only, options.metaKey) : undefined;
  if (files && !files.empty) {
    return { ...files, problems: [...loaded.problems, ...files.problems] };
  }
  const run = planRun(request, loaded);
  return { dashboards: buildDashboards(run, request), problems: run.problems };
}
