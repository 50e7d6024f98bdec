import type { LiveComparison } from '@g6/live-grafana';
import { EXIT, type ExitStatus, type Problem, statusOf } from '@g6/problems';
import { planRun } from '../plan-run';
import { compareWithGrafana } from './compare-with-grafana';
import { grafanaFailed } from './connect-grafana';
import type { LiveRequest } from './live-request';
import { type LiveSession, withGrafana } from './with-grafana';

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
export function liveDiffRun(request: LiveRequest): Promise<LiveDiffReport> {
  const refused = (problems: readonly Problem[]): LiveDiffReport => {
    return { problems, grafana: '', dashboards: [], status: statusOf(problems) };
  };
  const work = async ({ planned, wanted, problems, api, shown }: LiveSession) => {
    const slugs = planned.run.plans.map(({ slug }) => slug);
    const { data, failure } = await compareWithGrafana(wanted.dashboards, slugs, api, request);
    if (failure) return refused([...problems, grafanaFailed(failure, shown)]);
    const dashboards = data.map(({ found }) => found);
    const differs = dashboards.some(({ state }) => state !== 'same');
    const status = differs ? EXIT.drift : EXIT.done;
    return { problems, grafana: shown, dashboards, status };
  };
  return withGrafana(request, { plan: () => ({ run: planRun(request) }), refused, work });
}
