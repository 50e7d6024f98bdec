import {
  type GuardedState,
  type LiveComparison,
  pushDashboards,
  type PushedDashboard,
} from '@g6/live-grafana';
import { EXIT, type ExitStatus, hasErrors, type Problem, statusOf } from '@g6/problems';
import { workRevision } from '../../files/git-dashboards';
import { planRun } from '../plan-run';
import { compareWithGrafana } from './compare-with-grafana';
import { grafanaFailed } from './connect-grafana';
import type { LiveRequest } from './live-request';
import { type LiveSession, withGrafana } from './with-grafana';

/** Push options, in addition to those of every run against a Grafana. */
export interface PushRequest extends LiveRequest {
  /** States that are overwritten all the same. */
  readonly overwrite: readonly GuardedState[];
  /** Whether pushed dashboards without a plan are removed. */
  readonly prune: boolean;
  /** Says what would be done, and writes nothing. */
  readonly dryRun: boolean;
  /** For the history of each dashboard; default the git revision. */
  readonly message?: string | undefined;
}

/** What a push did. */
export interface PushReport {
  readonly problems: readonly Problem[];
  readonly grafana: string;
  /** What was found before anything was written, in slug order. */
  readonly found: readonly LiveComparison[];
  readonly dashboards: readonly PushedDashboard[];
  readonly status: ExitStatus;
}

/** Writes to a Grafana the dashboards that differ from what the plans ask for. */
export function pushRun(request: PushRequest): Promise<PushReport> {
  const refused = (problems: readonly Problem[]): PushReport => {
    return { problems, grafana: '', found: [], dashboards: [], status: statusOf(problems) };
  };
  const work = async ({ planned, wanted, problems, api, shown }: LiveSession) => {
    const slugs = planned.run.plans.map(({ slug }) => slug);
    const { onProgress, ...reading } = request;
    const { data, failure } = await compareWithGrafana(wanted.dashboards, slugs, api, reading);
    if (failure) return refused([...problems, grafanaFailed(failure, shown)]);
    const items = data.filter((item) => item.wanted ?? request.prune);
    const { dashboards, stopped } = await pushDashboards(items, api, {
      metaKey: request.options.metaKey,
      overwrite: request.overwrite,
      dryRun: request.dryRun,
      message: request.message ?? revisionMessage(),
      folders: wanted.folders,
      onProgress,
    });
    const ended = stopped ? [grafanaFailed(stopped, shown)] : [];
    const report = { problems: [...problems, ...ended], grafana: shown, dashboards };
    const found = data.map((item) => item.found);
    return { ...report, found, status: statusOfPush(report.problems, dashboards) };
  };
  return withGrafana(request, { plan: () => ({ run: planRun(request) }), refused, work });
}

function statusOfPush(
  problems: readonly Problem[],
  dashboards: readonly PushedDashboard[],
): ExitStatus {
  if (hasErrors(problems)) return statusOf(problems);
  const left = dashboards.some(({ action }) => action === 'refused' || action === 'failed');
  return left ? EXIT.drift : EXIT.done;
}

function revisionMessage(): string {
  const revision = workRevision('.');
  return revision === undefined ? 'g6-dashboards' : `g6-dashboards, git ${revision}`;
}
