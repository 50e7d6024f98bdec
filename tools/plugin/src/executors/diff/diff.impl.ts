import { printLiveDiff } from '@g6/dashboards';
import { executor } from '../executor';
import { type LiveExecutorOptions, liveRequest } from '../live/live-request';
import { nxShell } from '../nx-shell';

/** The executor `@g6/plugin:diff`. */
export default executor<LiveExecutorOptions>((options, { root }) =>
  printLiveDiff(liveRequest(options, root), nxShell({ json: options.json })),
);
