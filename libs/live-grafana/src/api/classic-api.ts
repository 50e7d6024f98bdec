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

const PAGE = 500;

/** The API below `/api`, which every Grafana has; 13 still does. */
export function classicApi(send: Send): GrafanaApi {
  const read = async (uid: string) => {
    const answer = await send({ method: 'GET', path: `api/dashboards/uid/${uid}` });
    return readOne(answer, (body) => liveDashboard(uid, body), isMissing);
  };
  return {
    name: 'classic',
    read,
    list: (tag) => listTagged(send, tag, read),
    write: async (dashboard) =>
      writeOutcome(
        await send({ method: 'POST', path: 'api/dashboards/db', body: saveOf(dashboard) }),
      ),
    remove: async ({ uid }) => {
      const answer = await send({ method: 'DELETE', path: `api/dashboards/uid/${uid}` });
      return answer.status === 404 ? { kind: 'done' } : writeOutcome(answer);
    },
    hasFolder: async (uid) => {
      const answer = await send({ method: 'GET', path: `api/folders/${uid}` });
      const found = readOne(answer, () => true, isMissing);
      return found.failure ? found : { data: found.data === true };
    },
    createFolder: async (folder) =>
      folderOutcome(await send({ method: 'POST', path: 'api/folders', body: folderOf(folder) })),
    messages: (uid) => versionMessages(send, uid),
  };
}

async function listTagged(
  send: Send,
  tag: string,
  read: GrafanaApi['read'],
): Promise<Reading<readonly LiveDashboard[]>> {
  const found: LiveDashboard[] = [];
  for (let page = 1; ; page++) {
    const query = [
      ['type', 'dash-db'],
      ['tag', tag],
      ['limit', String(PAGE)],
      ['page', String(page)],
    ] as const;
    const answer = await send({ method: 'GET', path: 'api/search', query });
    if (answer.failure) return { failure: answer.failure };
    const { status, body } = answer;
    if (status !== 200 || !Array.isArray(body)) {
      return { failure: failureOfStatus(status, status === 200 ? undefined : body) };
    }
    const uids = (body as readonly unknown[]).flatMap((one) => {
      const { uid } = objectOf(one);
      return typeof uid === 'string' ? [uid] : [];
    });
    for (const reading of await Promise.all(uids.map(read))) {
      if (reading.failure) return { failure: reading.failure };
      if (reading.data) found.push(reading.data);
    }
    if (body.length < PAGE) return { data: found };
  }
}

function liveDashboard(uid: string, body: unknown): LiveDashboard | undefined {
  const { dashboard, meta } = objectOf(body);
  if (!isJsonObject(dashboard)) return undefined;
  const { folderUid, provisioned, version = dashboard['version'] } = objectOf(meta);
  if (typeof version !== 'number') return undefined;
  return {
    uid,
    version: String(version),
    spec: dashboard,
    folderUid: typeof folderUid === 'string' && folderUid !== '' ? folderUid : undefined,
    annotations: {},
    labels: {},
    managedBy: provisioned === true ? 'files of the server' : undefined,
    fault: undefined,
  };
}

/** An update that leaves out the folder would move the dashboard to the root. */
function saveOf({ uid, spec, folderUid, message, seen }: DashboardWrite): JsonObject {
  const version = seen ? Number(seen.version) : 0;
  return {
    dashboard: { ...spec, id: null, uid, version },
    ...(folderUid === undefined ? {} : { folderUid }),
    message,
    overwrite: false,
  };
}

function folderOf({ uid, title, parentUid }: FolderWrite): JsonObject {
  return { uid, title, ...(parentUid === undefined ? {} : { parentUid }) };
}

/** Grafana kept the versions in a list until 10, and in an object since. */
async function versionMessages(send: Send, uid: string): Promise<Reading<readonly string[]>> {
  const path = `api/dashboards/uid/${uid}/versions`;
  const answer = await send({ method: 'GET', path, query: [['limit', '100']] });
  if (answer.failure) return { failure: answer.failure };
  const { status, body } = answer;
  const versions: unknown = Array.isArray(body) ? body : objectOf(body)['versions'];
  if (status !== 200 || !Array.isArray(versions)) {
    return { failure: failureOfStatus(status, status === 200 ? undefined : body) };
  }
  return {
    data: (versions as readonly unknown[]).flatMap((one) => {
      const { message } = objectOf(one);
      return typeof message === 'string' ? [message] : [];
    }),
  };
}

/** Of the three kinds of 412, only one says that somebody else wrote. */
function writeOutcome(answer: GrafanaAnswer): WriteOutcome {
  if (answer.failure) return { kind: 'failed', failure: answer.failure };
  const { status, body } = answer;
  if (status === 200) return { kind: 'done' };
  const isStale = status === 412 && objectOf(body)['status'] === 'version-mismatch';
  if (isStale) return { kind: 'stale', message: wordsOf(body) };
  return { kind: 'failed', failure: failureOfStatus(status, body) };
}

/** A folder that is there already answers 409 or 412, by the version of Grafana. */
function folderOutcome(answer: GrafanaAnswer): WriteOutcome {
  const isThere = answer.status === 409 || answer.status === 412;
  return isThere ? { kind: 'stale', message: wordsOf(answer.body) } : writeOutcome(answer);
}

function isMissing(body: unknown): boolean {
  return typeof objectOf(body)['message'] === 'string';
}
