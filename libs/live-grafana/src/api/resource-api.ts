import { objectOf } from '@g6/dashboard-files';
import { isJsonObject, type JsonObject } from '@g6/generation';
import type { DashboardWrite, FolderWrite, GrafanaApi, LiveDashboard } from './grafana-api';
import {
  failureOfStatus,
  type GrafanaAnswer,
  type Reading,
  type Send,
  wordsOf,
  type WriteOutcome,
} from './grafana-request';
import { readOne } from './read-answer';

const DASHBOARDS = 'dashboard.grafana.app';
const FOLDERS = 'folder.grafana.app';
const FOLDER = 'grafana.app/folder';
const MESSAGE = 'grafana.app/message';
const MANAGER = 'grafana.app/managedBy';
/** Annotations and labels that the server writes. */
const OF_SERVER =
  /^grafana\.app\/(?:createdBy|updatedBy|updatedTimestamp|saved-from-ui|deprecated.*)$/;
/** How many dashboards are asked for at a time: they come with all that they hold. */
const PAGE = 100;

/** The API below `/apis`, with resources as Kubernetes has them; Grafana 12 and later. */
export function resourceApi(send: Send, name: 'v1' | 'v1beta1', namespace: string): GrafanaApi {
  const dashboards = `apis/${DASHBOARDS}/${name}/namespaces/${namespace}/dashboards`;
  const folders = folderPath(send, namespace);
  return {
    name,
    read: async (uid) => {
      const answer = await send({ method: 'GET', path: `${dashboards}/${uid}` });
      return readOne(answer, liveDashboard, isMissing);
    },
    list: () => listAll(send, dashboards),
    write: async (dashboard) => {
      const { uid, seen } = dashboard;
      const body = resourceOf(dashboard, `${DASHBOARDS}/${name}`);
      const answer = seen
        ? await send({ method: 'PUT', path: `${dashboards}/${uid}`, body })
        : await send({ method: 'POST', path: dashboards, body });
      return writeOutcome(answer);
    },
    remove: async ({ uid, version }) => {
      const body = { preconditions: { resourceVersion: version } };
      const answer = await send({ method: 'DELETE', path: `${dashboards}/${uid}`, body });
      return answer.status === 404 ? { kind: 'done' } : writeOutcome(answer);
    },
    hasFolder: async (uid) => {
      const { data, failure } = await folders();
      if (failure) return { failure };
      const answer = await send({ method: 'GET', path: `${data.path}/${uid}` });
      const found = readOne(answer, () => true, isMissing);
      return found.failure ? found : { data: found.data === true };
    },
    createFolder: async (folder) => {
      const { data, failure } = await folders();
      if (failure) return { kind: 'failed', failure };
      const body = folderOf(folder, data.apiVersion);
      return writeOutcome(await send({ method: 'POST', path: data.path, body }));
    },
    messages: () => Promise.resolve({ data: [] }),
  };
}

/** The versions that a group of the API has, in the order of the server; none if it has no such group. */
export async function groupVersions(
  send: Send,
  group: string,
): Promise<Reading<readonly string[]>> {
  const answer = await send({ method: 'GET', path: `apis/${group}` });
  if (answer.failure) return { failure: answer.failure };
  if (answer.status === 404) return { data: [] };
  const { versions } = objectOf(answer.body);
  if (answer.status !== 200 || !Array.isArray(versions)) {
    return {
      failure: failureOfStatus(answer.status, answer.status === 200 ? undefined : answer.body),
    };
  }
  return { data: versions.map((one) => String(objectOf(one)['version'])) };
}

/** Where folders are; the version of their group is its own. */
function folderPath(send: Send, namespace: string) {
  let known: Reading<{ readonly path: string; readonly apiVersion: string }> | undefined;
  return async () => {
    if (known) return known;
    const { data, failure } = await groupVersions(send, FOLDERS);
    if (failure) return { failure };
    const version = ['v1', 'v1beta1'].find((one) => data.includes(one)) ?? 'v1beta1';
    const apiVersion = `${FOLDERS}/${version}`;
    known = { data: { path: `apis/${apiVersion}/namespaces/${namespace}/folders`, apiVersion } };
    return known;
  };
}

async function listAll(send: Send, path: string): Promise<Reading<readonly LiveDashboard[]>> {
  const found: LiveDashboard[] = [];
  let next = '';
  do {
    const more = next === '' ? [] : [['continue', next] as const];
    const query = [['limit', String(PAGE)] as const, ...more];
    const answer = await send({ method: 'GET', path, query });
    if (answer.failure) return { failure: answer.failure };
    const { items, metadata } = objectOf(answer.body);
    if (answer.status !== 200 || !Array.isArray(items)) {
      return {
        failure: failureOfStatus(answer.status, answer.status === 200 ? undefined : answer.body),
      };
    }
    for (const item of items) {
      const dashboard = liveDashboard(item);
      if (dashboard) found.push(dashboard);
    }
    const token = objectOf(metadata)['continue'];
    next = typeof token === 'string' ? token : '';
  } while (next !== '');
  return { data: found };
}

function liveDashboard(resource: unknown): LiveDashboard | undefined {
  const { metadata, spec, status } = objectOf(resource);
  const { name, resourceVersion, annotations, labels } = objectOf(metadata);
  if (typeof name !== 'string' || typeof resourceVersion !== 'string' || !isJsonObject(spec)) {
    return undefined;
  }
  const all = texts(annotations);
  const { [FOLDER]: folderUid, [MANAGER]: managedBy, ...others } = all;
  const { failed, storedVersion } = objectOf(objectOf(status)['conversion']);
  return {
    uid: name,
    version: resourceVersion,
    spec,
    folderUid: folderUid === '' ? undefined : folderUid,
    annotations: ofClient(others),
    labels: ofClient(texts(labels)),
    managedBy,
    fault:
      failed === true
        ? `it is stored as ${String(storedVersion)}, which cannot be converted`
        : undefined,
  };
}

function resourceOf(dashboard: DashboardWrite, apiVersion: string): JsonObject {
  const { uid, spec, folderUid, message, seen } = dashboard;
  const annotations = {
    ...seen?.annotations,
    ...dashboard.annotations,
    ...(folderUid === undefined ? {} : { [FOLDER]: folderUid }),
    [MESSAGE]: message,
  };
  const labels = seen && Object.keys(seen.labels).length > 0 ? { labels: seen.labels } : {};
  const version = seen ? { resourceVersion: seen.version } : {};
  return {
    apiVersion,
    kind: 'Dashboard',
    metadata: { name: uid, ...version, annotations, ...labels },
    spec,
  };
}

function folderOf({ uid, title, parentUid }: FolderWrite, apiVersion: string): JsonObject {
  const inside = parentUid === undefined ? {} : { annotations: { [FOLDER]: parentUid } };
  return { apiVersion, kind: 'Folder', metadata: { name: uid, ...inside }, spec: { title } };
}

function writeOutcome(answer: GrafanaAnswer): WriteOutcome {
  if (answer.failure) return { kind: 'failed', failure: answer.failure };
  const { status, body } = answer;
  if (status === 200 || status === 201) return { kind: 'done' };
  if (status === 409 || status === 412) return { kind: 'stale', message: wordsOf(body) };
  return { kind: 'failed', failure: failureOfStatus(status, body) };
}

function ofClient(all: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => !OF_SERVER.test(key) && key !== MESSAGE),
  );
}

function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(objectOf(value)).filter((entry): entry is [string, string] => {
      return typeof entry[1] === 'string';
    }),
  );
}

function isMissing(body: unknown): boolean {
  return objectOf(body)['kind'] === 'Status';
}
