import type { JsonObject } from '@g6/generation';
import type { Reading, WriteOutcome } from './grafana-request';

/** The APIs that dashboards of classic JSON are read and written with, the oldest last. */
export const GRAFANA_APIS = ['v1', 'v1beta1', 'classic'] as const;

/** An API of {@link GRAFANA_APIS}. */
export type GrafanaApiName = (typeof GRAFANA_APIS)[number];

/** A dashboard as Grafana has it. */
export interface LiveDashboard {
  readonly uid: string;
  /** Names what was seen; a write that names it is refused if somebody else wrote since. */
  readonly version: string;
  /** Classic JSON. */
  readonly spec: JsonObject;
  /** Undefined for the root. */
  readonly folderUid: string | undefined;
  readonly annotations: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** What else looks after it, such as Git Sync or a file of the server; undefined for nothing. */
  readonly managedBy: string | undefined;
  /** Why its content cannot be trusted; undefined if it can. */
  readonly fault: string | undefined;
}

/** A dashboard to write. */
export interface DashboardWrite {
  readonly uid: string;
  readonly spec: JsonObject;
  readonly folderUid: string | undefined;
  readonly annotations: Readonly<Record<string, string>>;
  readonly message: string;
  /** What is replaced; undefined to create it. */
  readonly seen: LiveDashboard | undefined;
}

/** A folder to create. */
export interface FolderWrite {
  readonly uid: string;
  readonly title: string;
  readonly parentUid: string | undefined;
}

/** Grafana, by one of its APIs. */
export interface GrafanaApi {
  readonly name: GrafanaApiName;
  /** Undefined if there is no dashboard of this uid. */
  readonly read: (uid: string) => Promise<Reading<LiveDashboard | undefined>>;
  /** The dashboards with a tag, as far as the API can tell them apart. */
  readonly list: (tag: string) => Promise<Reading<readonly LiveDashboard[]>>;
  readonly write: (dashboard: DashboardWrite) => Promise<WriteOutcome>;
  readonly remove: (dashboard: LiveDashboard) => Promise<WriteOutcome>;
  readonly hasFolder: (uid: string) => Promise<Reading<boolean>>;
  readonly createFolder: (folder: FolderWrite) => Promise<WriteOutcome>;
  /** The messages of the versions of a dashboard, the newest first; none where annotations stay. */
  readonly messages: (uid: string) => Promise<Reading<readonly string[]>>;
}
