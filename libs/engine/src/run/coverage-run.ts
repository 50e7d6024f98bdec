import { coverageOf, type Coverage } from '@g6/inventory';
import { EXIT, type ExitStatus, hasErrors, type Problem, statusOf } from '@g6/problems';
import { loadBasis } from './load-workspace';
import { loadDashboards, type DashboardsFrom } from './load-dashboards';
import type { RunRequest } from './run-request';

/** What coverage is told beside what every run is told. */
export interface CoverageRequest extends RunRequest {
  readonly from: DashboardsFrom;
  /** Least percentage of metrics, and of alerts, that must be shown; undefined for none. */
  readonly failUnder: number | undefined;
}

/** What coverage found. */
export interface CoverageReport {
  readonly problems: readonly Problem[];
  /** Undefined while a problem refuses the input. */
  readonly coverage: Coverage | undefined;
  /** Which shares are below the least one. */
  readonly under: readonly ('metrics' | 'alerts')[];
  readonly status: ExitStatus;
}

/** Tells which metrics and alerts dashboards show; a folder without any is no reason to fail. */
export function coverageRun(request: CoverageRequest): CoverageReport {
  const { basis, problems: basisProblems } = loadBasis(request.spec, request.options.unitInference);
  const loaded = loadWithFallback(request);
  const errors = [...basisProblems, ...loaded.problems].filter((p) => p.severity === 'error');
  const foreign = loaded.problems.filter(({ code }) => code === 'dashboard-foreign');
  const problems = distinct([...errors, ...foreign]);
  if (hasErrors(problems)) {
    return { problems, coverage: undefined, under: [], status: statusOf(problems) };
  }
  const coverage = coverageOf(basis, loaded.dashboards);
  const least = request.failUnder ?? 0;
  const under = (['metrics', 'alerts'] as const).filter((kind) => coverage[kind].percent < least);
  return {
    problems,
    coverage,
    under,
    status: under.length > 0 ? EXIT.lintFindings : EXIT.done,
  };
}

/** Where nothing was generated yet, what would be generated is looked at. */
function loadWithFallback(request: CoverageRequest) {
  const whole = { ...request, only: undefined };
  const found = request.from === 'files' ? loadDashboards(whole, 'files') : undefined;
  const empty = found?.dashboards.length === 0 && found.problems.length === 0;
  return !found || empty ? loadDashboards(request, 'memory') : loadDashboards(request, 'files');
}

/** A spec that is loaded for itself and again for its dashboards has its problems twice. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
