import { classicApi } from './classic-api';
import type { GrafanaApi, GrafanaApiName } from './grafana-api';
import type { Reading, Send } from './grafana-request';
import { groupVersions, resourceApi } from './resource-api';

/** Which API is used, and in which namespace; without a name the newest that the server has. */
export interface ApiChoice {
  readonly name: GrafanaApiName | undefined;
  /** That of the organisation: `default`, `org-N` or `stacks-N`. */
  readonly namespace: string;
}

/** Finds the API to use; asks the server only if none is named. */
export async function chooseApi(
  send: Send,
  { name, namespace }: ApiChoice,
): Promise<Reading<GrafanaApi>> {
  if (name === 'classic') return { data: classicApi(send) };
  if (name !== undefined) return { data: resourceApi(send, name, namespace) };
  const { data, failure } = await groupVersions(send, 'dashboard.grafana.app');
  if (failure) return { failure };
  const newest = (['v1', 'v1beta1'] as const).find((version) => data.includes(version));
  return { data: newest ? resourceApi(send, newest, namespace) : classicApi(send) };
}
