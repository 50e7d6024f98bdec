import { CHECKS } from '@g6/check';
import { type Finding, lintSubject, runLints } from '@g6/lint';
import { selectSlugs } from '@g6/model';
import { EXIT, type ExitStatus, hasErrors, type Problem, statusOf } from '@g6/problems';
import { buildDashboards, loadDashboardFiles, type DashboardsFrom } from './load-dashboards';
import type { BasisReading } from './load-workspace';
import { planRun } from './plan-run';
import type { RunRequest } from './run-request';

/** Lint options, in addition to those of every run. */
export interface LintRequest extends RunRequest {
  /** Whether to check generated files, or only what would be generated. */
  readonly from: DashboardsFrom;
  /** Whether warnings weigh as much as errors. */
  readonly strict: boolean;
  /** The day, `YYYY-MM-DD`, on which deprecations are judged; without one no date is past. */
  readonly today?: string | undefined;
}

/** The findings of lint. */
export interface LintReport {
  /** Problems of the input; with an error among them there are no findings. */
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly metrics: number;
  readonly dashboards: number;
  /** An error among the findings decides it; a warning does not. */
  readonly status: ExitStatus;
}

/**
 * Checks the spec, the plans and the dashboards by every lint. It always knows all dashboards:
 * `only` chooses whose JSON is reported.
 */
export function lintRun(request: LintRequest, loaded?: BasisReading): LintReport {
  const { only, ...whole } = request;
  const run = planRun(whole, loaded);
  const planned = buildDashboards(run, request);
  const files =
    request.from === 'files'
      ? loadDashboardFiles(request.output, undefined, request.options.metaKey)
      : NO_FILES;
  const problems = [
    ...run.problems,
    ...files.problems,
    ...selectSlugs(
      run.plans.map(({ slug }) => slug),
      only,
      'no plan',
    ).problems,
  ].filter(({ severity }) => severity === 'error');
  if (hasErrors(problems)) {
    return { problems, findings: [], metrics: 0, dashboards: 0, status: statusOf(problems) };
  }
  const written = new Set(files.dashboards.map(({ slug }) => slug));
  const checked = [...files.dashboards, ...planned.filter(({ slug }) => !written.has(slug))];
  const subject = lintSubject(run.basis, run.plans, {
    planned,
    checked,
    datasourceUid: request.options.datasourceUid,
    today: request.today,
    exceptableElsewhere: CHECKS.map(({ name }) => name),
  });
  const findings = runLints(subject, { strict: request.strict, only });
  return {
    problems,
    findings,
    metrics: subject.metrics.length,
    dashboards: checked.length,
    status: findings.some(({ severity }) => severity === 'error') ? EXIT.lintFindings : EXIT.done,
  };
}

const NO_FILES = { dashboards: [], problems: [] } as const;
