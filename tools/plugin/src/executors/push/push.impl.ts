import { GUARDED_STATES, type GuardedState, printProblems, printPush } from '@g6/dashboards';
import { executor } from '../executor';
import { type LiveExecutorOptions, liveRequest, optionProblem } from '../live/live-request';
import { nxShell } from '../nx-shell';

/** Options of the executor `push`. */
export interface PushExecutorOptions extends LiveExecutorOptions {
  /** States with commas between them. */
  readonly overwrite?: string;
  readonly prune?: boolean;
  readonly message?: string;
  readonly dryRun?: boolean;
}

/** The executor `@g6/plugin:push`. */
export default executor<PushExecutorOptions>((options, { root }) => {
  const { overwrite: list = '', prune = false, message, dryRun = false, json, ...live } = options;
  const names = list.split(',').filter((name) => name !== '');
  const unknown = names.filter((name) => !GUARDED_STATES.some((state) => state === name));
  if (unknown.length > 0) {
    const words = `${JSON.stringify(unknown[0])} is none of ${GUARDED_STATES.join(', ')}`;
    return printProblems([optionProblem('overwrite', words)], nxShell());
  }
  const overwrite = names as readonly GuardedState[];
  const request = { ...liveRequest(live, root), overwrite, prune, message, dryRun };
  return printPush(request, nxShell({ json }));
});
