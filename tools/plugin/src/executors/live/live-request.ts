import type { GrafanaApiName, LiveRequest, Problem } from '@g6/dashboards';
import { executorRequest, type RunOptions, shownPath } from '../run-options';

/** Options of the executors that talk to a Grafana; paths are relative to the workspace root. */
export interface LiveExecutorOptions extends RunOptions {
  readonly grafana?: string;
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  /** Slugs with commas between them. */
  readonly slug?: string;
  readonly folder?: string;
  readonly folderUid?: string;
  readonly api?: GrafanaApiName;
  readonly namespace?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly ca?: string;
  readonly json?: boolean;
}

/** The time for each answer, in milliseconds. */
const TIME_LIMIT = 30_000;

/** The request of a run against a Grafana; what is wrong with the options is for the engine to say. */
export function liveRequest(options: LiveExecutorOptions, root: string): LiveRequest {
  const { grafana = '', tokenEnv, tokenFile, slug, folder, folderUid, ...more } = options;
  const { api, namespace, cert, key, ca } = more;
  const path = (file: string | undefined) => file && shownPath(root, file);
  const secrets = { tokenEnv, tokenFile: path(tokenFile) };
  const tls = { cert: path(cert), key: path(key), ca: path(ca) };
  return {
    ...executorRequest(options, root),
    only: slug?.split(','),
    grafana: {
      ...{ url: grafana, ...secrets, ...tls, api, namespace },
      env: process.env,
      timeLimit: TIME_LIMIT,
    },
    folder,
    folderUid,
  };
}

/** The problem that an option of an executor has a value that means nothing. */
export function optionProblem(file: string, message: string): Problem {
  return { file, line: 0, column: 0, code: 'option-value', severity: 'error', message };
}
