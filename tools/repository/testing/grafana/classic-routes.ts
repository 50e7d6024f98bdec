import type { GrafanaBehaviour } from './behaviour';
import { type Answer, message, type ReceivedRequest } from './exchange';
import { filledIn } from './fill-in';
import type { Json, Store, StoredDashboard } from './stored-dashboard';

/** Answers a request to `/api`. */
export function classicRoute(
  request: ReceivedRequest,
  store: Store,
  behaviour: GrafanaBehaviour,
): Answer {
  const [, , area = '', first, second, third] = request.path.split('/');
  if (area === 'search') return search(request, store);
  if (area === 'folders') return folders(request, store, first);
  if (area !== 'dashboards') return message(404, 'Not found');
  if (first === 'db') return save(request.body ?? {}, store);
  const stored = first === 'uid' && second !== undefined ? store.dashboards.get(second) : undefined;
  if (!stored) return message(404, 'Dashboard not found', { status: 'not-found' });
  if (third === 'versions') return versions(stored, behaviour);
  if (request.method === 'DELETE') {
    store.remove(stored.uid, false);
    return { status: 200, body: { title: stored.spec['title'], message: 'Dashboard deleted' } };
  }
  return { status: 200, body: read(stored, behaviour) };
}

function save(body: Json, store: Store): Answer {
  const { dashboard, folderUid, message: told = '', overwrite = false } = body;
  const { id: _id, version, ...spec } = dashboard as Json;
  const uid = String(spec['uid']);
  const stored = store.dashboards.get(uid);
  if (typeof spec['title'] !== 'string' || spec['title'] === '') {
    return message(400, 'Dashboard title cannot be empty', { status: 'empty-name' });
  }
  if (typeof folderUid === 'string' && folderUid !== '' && !store.folders.has(folderUid)) {
    return message(400, 'folder not found', { status: 'not-found' });
  }
  if (stored?.provisioned === true) return message(400, 'Cannot save provisioned dashboard');
  if (overwrite !== true) {
    const refused = preconditionFault(stored, store, { spec, version, folderUid });
    if (refused) return refused;
  }
  // An update that names no folder moves the dashboard to the root.
  const folder = typeof folderUid === 'string' && folderUid !== '' ? folderUid : undefined;
  const put = store.put(
    uid,
    {
      spec: { ...spec, uid },
      folderUid: folder,
      message: String(told),
      annotations: stored?.annotations ?? {},
      labels: stored?.labels ?? {},
    },
    overwrite !== true,
  );
  const { id, version: now } = put;
  const url = `/d/${uid}/${uid}`;
  return { status: 200, body: { id, uid, url, status: 'success', version: now, slug: uid } };
}

function preconditionFault(
  stored: StoredDashboard | undefined,
  store: Store,
  { spec, version, folderUid }: { spec: Json; version: unknown; folderUid: unknown },
): Answer | undefined {
  if (stored?.ofPlugin === true) {
    const text = 'The dashboard belongs to plugin prometheus.';
    return message(412, text, { status: 'plugin-dashboard' });
  }
  if (stored && stored.version !== version) {
    const text = 'The dashboard has been changed by someone else';
    return message(412, text, { status: 'version-mismatch' });
  }
  const namesake = [...store.dashboards.values()].find(
    ({ uid, spec: other, folderUid: inside }) =>
      uid !== spec['uid'] &&
      other['title'] === spec['title'] &&
      inside === (folderUid === '' ? undefined : folderUid),
  );
  if (!namesake) return undefined;
  const text = 'A dashboard with the same name in the folder already exists';
  return message(412, text, { status: 'name-exists' });
}

function read(stored: StoredDashboard, { fillsIn }: GrafanaBehaviour): Json {
  const { id, uid, version, folderUid = '', provisioned, spec } = stored;
  const dashboard = fillsIn ? filledIn(spec, { id, version }) : { ...spec, id, version };
  return {
    meta: { isFolder: false, slug: uid, version, folderUid, provisioned, canSave: true },
    dashboard: { ...dashboard, uid },
  };
}

/** Until Grafana 10 the answer is a list, since then an object with that list. */
function versions({ history, uid }: StoredDashboard, { listsVersions }: GrafanaBehaviour): Answer {
  const all = history.toReversed().map(({ version, message: told }) => ({
    ...{ id: version, uid, version, parentVersion: version - 1, createdBy: 'admin' },
    message: told,
  }));
  return { status: 200, body: listsVersions ? all : { continueToken: '', versions: all } };
}

function search({ query }: ReceivedRequest, store: Store): Answer {
  const tags = query.getAll('tag');
  const limit = Number(query.get('limit') ?? '1000');
  const page = Number(query.get('page') ?? '1');
  const found = [...store.dashboards.values()]
    .filter(({ spec }) =>
      tags.every((tag) => (spec['tags'] as string[] | undefined)?.includes(tag)),
    )
    .sort((a, b) => (a.uid < b.uid ? -1 : 1))
    .slice((page - 1) * limit, page * limit);
  return {
    status: 200,
    body: found.map(({ uid, id, spec, folderUid }) => ({
      ...{ id, uid, title: spec['title'], type: 'dash-db', tags: spec['tags'] },
      folderUid,
    })),
  };
}

function folders({ method, body }: ReceivedRequest, store: Store, uid?: string): Answer {
  if (method === 'GET') {
    const folder = uid === undefined ? undefined : store.folders.get(uid);
    return folder ? { status: 200, body: { ...folder } } : message(404, 'folder not found');
  }
  const { uid: wanted, title, parentUid } = body as Record<string, string | undefined>;
  if (wanted === undefined || title === undefined) return message(400, 'folder title is missing');
  if (store.folders.has(wanted)) {
    const text = 'a folder with the same UID already exists';
    return message(412, text, { status: 'name-exists' });
  }
  if (parentUid !== undefined && !store.folders.has(parentUid)) {
    return message(400, 'parent folder not found');
  }
  return { status: 200, body: { ...store.putFolder(wanted, title, parentUid) } };
}
