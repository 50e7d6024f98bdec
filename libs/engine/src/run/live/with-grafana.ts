import type { GrafanaApi } from '@g6/live-grafana';
import { hasErrors, type Problem } from '@g6/problems';
import type { PlannedRun } from '../plan-run';
import { connectGrafana, egressProblems } from './connect-grafana';
import type { LiveRequest } from './live-request';
import { wantedDashboards, type WantedReading } from './wanted-dashboards';

/** What a command plans before it connects. */
export interface Planned {
  readonly run: PlannedRun;
}

/** A Grafana that answers, and what it should have. */
export interface LiveSession<Plan extends Planned = Planned> {
  readonly planned: Plan;
  readonly wanted: WantedReading;
  /** What was found so far; no error. */
  readonly problems: readonly Problem[];
  readonly api: GrafanaApi;
  /** Its address, as texts may show it. */
  readonly shown: string;
}

/** What a run against a Grafana does in each case. */
export interface LiveWork<Plan extends Planned, Report> {
  /** Plans the dashboards; called once connections are allowed. */
  readonly plan: () => Plan;
  /** The report on a run that ends before anything is compared. */
  readonly refused: (problems: readonly Problem[]) => Report;
  readonly work: (session: LiveSession<Plan>) => Promise<Report>;
}

/** Runs against a Grafana: refuses a frozen network first, then errors of the input, and closes what it opens. */
export async function withGrafana<Plan extends Planned, Report>(
  request: LiveRequest,
  { plan, refused, work }: LiveWork<Plan, Report>,
): Promise<Report> {
  const frozen = egressProblems(request.grafana.env);
  if (frozen.length > 0) return refused(frozen);
  const planned = plan();
  const wanted = wantedDashboards(planned.run, request);
  const problems = [...planned.run.problems, ...wanted.problems];
  if (hasErrors(problems)) return refused(problems);
  const connection = await connectGrafana(request.grafana);
  if (!connection.api) return refused([...problems, ...connection.problems]);
  const { api, shown, close } = connection;
  try {
    return await work({ planned, wanted, problems, api, shown });
  } finally {
    await close();
  }
}
