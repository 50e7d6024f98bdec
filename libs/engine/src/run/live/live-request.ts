import type { GrafanaOptions } from '../../files/grafana-access';
import type { RunRequest } from '../run-request';

/** What every run against a live Grafana takes, in addition to the options of every run. */
export interface LiveRequest extends RunRequest {
  readonly grafana: GrafanaOptions;
  /** Folder of dashboards whose plan names none; `/` parts it from the one that it is in. */
  readonly folder?: string | undefined;
  /** The same by its uid, for a folder that is there already. */
  readonly folderUid?: string | undefined;
  /** Told how many dashboards are done. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}
