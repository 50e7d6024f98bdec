import type { Disturbance, ReceivedRequest } from './exchange';

/** How a stand-in behaves; tests change it while it runs. */
export interface GrafanaBehaviour {
  /** The token that it wants; undefined for none. */
  token: string | undefined;
  /** Requests that the token is not allowed. */
  forbids: (request: ReceivedRequest) => boolean;
  /** Versions of dashboards under `/apis`, the preferred one first; none as Grafana before 12. */
  versions: readonly string[];
  /** The namespace of the organisation. */
  namespace: string;
  /** Whether `dryRun=All` keeps a dashboard from being written, as in Grafana 13. */
  honoursDryRun: boolean;
  /** Whether it keeps a folder from being written, which Grafana 12.2 does not. */
  honoursDryRunOfFolders: boolean;
  /** Whether dashboards are read with fields that nobody wrote. */
  fillsIn: boolean;
  /** Whether the versions of a dashboard come as a bare list, as until Grafana 10. */
  listsVersions: boolean;
  /** The most dashboards on a page of a list. */
  pageSize: number;
  /** What goes wrong with a request; `nth` counts requests from 1. */
  disturb: (request: ReceivedRequest, nth: number) => Disturbance | undefined;
}

/** A server that works, with both APIs. */
export const SOUND: GrafanaBehaviour = {
  token: 'glsa_geheim',
  forbids: () => false,
  versions: ['v1', 'v1beta1'],
  namespace: 'default',
  honoursDryRun: true,
  honoursDryRunOfFolders: true,
  fillsIn: true,
  listsVersions: false,
  pageSize: 500,
  disturb: () => undefined,
};
