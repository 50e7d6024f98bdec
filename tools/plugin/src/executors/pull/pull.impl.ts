import { printPull } from '@g6/dashboards';
import { executor } from '../executor';
import { type LiveExecutorOptions, liveRequest } from '../live/live-request';
import { nxShell } from '../nx-shell';

/** Options of the executor `pull`. */
export interface PullExecutorOptions extends LiveExecutorOptions {
  /** Whether what Grafana has wins where both sides changed. */
  readonly overwriteConflicts?: boolean;
  readonly dryRun?: boolean;
}

/** The executor `@g6/plugin:pull`. */
export default executor<PullExecutorOptions>((options, { root }) => {
  const { overwriteConflicts = false, dryRun = false, json, ...live } = options;
  const request = { ...liveRequest(live, root), overwriteConflicts, dryRun };
  return printPull(request, nxShell({ json }));
});
