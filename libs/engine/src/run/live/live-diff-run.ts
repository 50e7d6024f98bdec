import type { LiveComparison } from '@g6/live-grafana';
import { EXIT, type ExitStatus, hasErrors, type Problem, statusOf } from '@g6/problems';
import { planRun } from '../plan-run';
import { compareWithGrafana } from './compare-with-grafana';
import { connectGrafana, egressProblems, grafanaFailed } from './connect-grafana';
import type { LiveRequest } from './live-request';
import { wantedDashboards } from './wanted-dashboards';

/** How the dashboards of a Grafana differ from those that would be pushed. */
export interface LiveDiffReport {
  readonly problems: readonly Problem[];
  /** The address of the Grafana, as texts may show it. */
  readonly grafana: string;
  /** In slug order; with an error among the problems there are none. */
  readonly dashboards: readonly LiveComparison[];
  readonly status: ExitStatus;
}

/** Compares the dashboards of the plans with those of a Grafana; reads it and writes nothing. */
export async function liveDiffRun(request: LiveRequest): Promise<LiveDiffReport> {
  const refused = (problems: readonly Problem[]): LiveDiffReport => {
    return { problems, grafana: '', dashboards: [], status: statusOf(problems) };
  };
  const frozen = egressProblems(request.grafana.env);
  if (frozen.length > 0) return refused(frozen);
  const run = planRun(request);
  const wanted = wantedDashboards(run, request);
  const problems = [...run.problems, ...wanted.problems];
  if (hasErrors(problems)) return refused(problems);
  const connection = await connectGrafana(request.grafana);
  if (!connection.api) return refused([...problems, ...connection.problems]);
  const { api, shown, close } = connection;
  try {
    const planned = run.plans.map(({ slug }) => slug);
    const { data, failure } = await compareWithGrafana(wanted.dashboards, planned, api, request);
    if (failure) return refused([...problems, grafanaFailed(failure, shown)]);
    const dashboards = data.map(({ found }) => found);
    const differs = dashboards.some(({ state }) => state !== 'same');
    const status = differs ? EXIT.drift : EXIT.done;
    return { problems, grafana: shown, dashboards, status };
  } finally {
    await close();
  }
}
