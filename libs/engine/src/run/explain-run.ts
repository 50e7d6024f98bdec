import { didYouMean, placelessProblem, type Problem } from '@g6/problems';
import { type ExplainedDashboard, explainDashboard } from './explain-dashboard';
import { type ExplainedMetric, explainMetric } from './explain-metric';
import { loadBasis, loadPlans } from './load-workspace';
import { planRun, type PlannedRun } from './plan-run';
import type { RunRequest } from './run-request';

/** What to explain. */
export interface ExplainRequest extends RunRequest {
  /** Slug of a dashboard, or name of a metric. */
  readonly name: string;
  /** Title or `panel_uuid` of one panel of the dashboard; undefined for all. */
  readonly panel?: string | undefined;
}

/** Why things are as they are. A name that a dashboard and a metric share has both explanations. */
export interface ExplainReport {
  readonly problems: readonly Problem[];
  readonly dashboard?: ExplainedDashboard;
  readonly metric?: ExplainedMetric;
}

/** Explains a dashboard, one of its panels, or a metric; reads the spec and the plans only. */
export function explainRun(request: ExplainRequest): ExplainReport {
  const { spec, options, name } = request;
  const loaded = loadBasis(spec, options);
  const run = planRun({ ...request, only: undefined }, loaded);
  const errors = run.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { problems: errors };
  const drafted = run.dashboards.find(({ plan }) => plan.slug === name);
  const written = loadPlans(request.plans, run.basis).plans.find(({ slug }) => slug === name);
  const dashboard =
    drafted && written ? explainDashboard(drafted, written, run.basis, options) : undefined;
  const known = request.panel === undefined ? run.basis.index.metric(name) : undefined;
  if (!dashboard && !known) return { problems: [unknownName(request, run)] };
  const metric = known && explainMetric(known, run.dashboards, run.basis);
  const chosen =
    dashboard && request.panel !== undefined ? only(dashboard, request.panel) : dashboard;
  return {
    problems: chosen && request.panel !== undefined ? unlessFound(chosen, dashboard, request) : [],
    ...(chosen ? { dashboard: chosen } : {}),
    ...(metric ? { metric } : {}),
  };
}

/** A dashboard with the panels that have a title or an identity only, and nothing else. */
function only(dashboard: ExplainedDashboard, panel: string): ExplainedDashboard {
  const wanted = panel.toLowerCase();
  const fits = (text: string) => text.toLowerCase() === wanted;
  return {
    ...dashboard,
    panels: dashboard.panels.filter(({ title, panel_uuid }) => fits(title) || fits(panel_uuid)),
    leftOut: dashboard.leftOut.filter(({ title }) => fits(title)),
  };
}

function unlessFound(
  chosen: ExplainedDashboard,
  whole: ExplainedDashboard | undefined,
  { name, panel = '' }: ExplainRequest,
): readonly Problem[] {
  if (chosen.panels.length + chosen.leftOut.length > 0) return [];
  const titles = [...(whole?.panels ?? []), ...(whole?.leftOut ?? [])].map(({ title }) => title);
  const message = `the dashboard "${name}" has no panel "${panel}"`;
  const hint = didYouMean(panel, titles) ?? `"explain ${name}" lists its panels`;
  return [placelessProblem(name, 'panel-unknown', message, hint)];
}

function unknownName({ name }: ExplainRequest, { plans, basis }: PlannedRun): Problem {
  const names = [...plans.map(({ slug }) => slug), ...basis.index.names];
  const message = `neither a dashboard nor a metric has the name "${name}"`;
  return placelessProblem(name, 'slug-unknown', message, didYouMean(name, names));
}
