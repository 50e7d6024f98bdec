import { type Answer, failure, type ReceivedRequest } from './exchange';
import { filledIn } from './fill-in';
import type { GrafanaBehaviour } from './behaviour';
import type { Json, Store, StoredDashboard, StoredFolder } from './stored-dashboard';

const FOLDER = 'grafana.app/folder';
const MESSAGE = 'grafana.app/message';

/** Answers a request to `/apis`. */
export function resourceRoute(
  request: ReceivedRequest,
  store: Store,
  behaviour: GrafanaBehaviour,
): Answer {
  const [, , group = '', version, , namespace, plural, uid, extra] = request.path.split('/');
  const versions = versionsOf(group, behaviour);
  if (versions.length === 0) return failure(404, 'NotFound', 'the server has no such group');
  if (version === undefined) return groupAnswer(group, versions);
  if (!versions.includes(version) || namespace !== behaviour.namespace) {
    return failure(404, 'NotFound', 'the server could not find the requested resource');
  }
  const context = { request, store, behaviour, apiVersion: `${group}/${version}` };
  if (plural === 'folders') return folderRoute(context, uid);
  if (uid === undefined) {
    return request.method === 'POST' ? create(context) : list(context);
  }
  const stored = store.dashboards.get(uid);
  if (!stored) return notFound('dashboards', uid);
  if (request.method === 'GET') {
    return { status: 200, body: resourceOf(stored, context, extra === 'dto') };
  }
  return request.method === 'PUT' ? replace(context, stored) : remove(context, stored);
}

interface Context {
  readonly request: ReceivedRequest;
  readonly store: Store;
  readonly behaviour: GrafanaBehaviour;
  readonly apiVersion: string;
}

function versionsOf(group: string, { versions }: GrafanaBehaviour): readonly string[] {
  if (group === 'dashboard.grafana.app') return versions;
  return group === 'folder.grafana.app'
    ? versions.map((version) => (version === 'v1beta1' ? 'v1beta1' : 'v1'))
    : [];
}

function groupAnswer(name: string, versions: readonly string[]): Answer {
  const named = versions.map((version) => ({ groupVersion: `${name}/${version}`, version }));
  return {
    status: 200,
    body: {
      kind: 'APIGroup',
      apiVersion: 'v1',
      name,
      versions: named,
      preferredVersion: named[0] ?? {},
    },
  };
}

function create({ request, store, behaviour, ...rest }: Context): Answer {
  const content = contentOf(request.body ?? {});
  const { uid } = content;
  if (store.dashboards.has(uid)) {
    return failure(
      409,
      'AlreadyExists',
      `dashboards.dashboard.grafana.app "${uid}" already exists`,
    );
  }
  if (content.folderUid !== undefined && !store.folders.has(content.folderUid)) {
    return failure(400, 'BadRequest', 'folder not found');
  }
  if (isDryRun(request, behaviour.honoursDryRun)) return { status: 201, body: request.body ?? {} };
  const stored = store.put(uid, content, true);
  return { status: 201, body: resourceOf(stored, { request, store, behaviour, ...rest }) };
}

function replace(context: Context, stored: StoredDashboard): Answer {
  const { request, store, behaviour } = context;
  const content = contentOf(request.body ?? {});
  const seen = content.resourceVersion;
  if (stored.provisioned) return failure(403, 'Forbidden', 'Cannot save provisioned dashboard');
  if (seen !== undefined && seen !== String(stored.resourceVersion)) {
    return failure(
      409,
      'Conflict',
      `Operation cannot be fulfilled on dashboards.dashboard.grafana.app "${stored.uid}": the object has been modified; please apply your changes to the latest version and try again`,
    );
  }
  if (isDryRun(request, behaviour.honoursDryRun)) return { status: 200, body: request.body ?? {} };
  const put = store.put(stored.uid, content, seen !== undefined);
  return { status: 200, body: resourceOf(put, context) };
}

function remove({ request, store }: Context, stored: StoredDashboard): Answer {
  const { preconditions } = request.body ?? {};
  const { resourceVersion } = (preconditions ?? {}) as Json;
  if (resourceVersion !== undefined && resourceVersion !== String(stored.resourceVersion)) {
    return failure(409, 'Conflict', 'the ResourceVersion in the precondition does not match');
  }
  store.remove(stored.uid, resourceVersion !== undefined);
  return { status: 200, body: { kind: 'Status', apiVersion: 'v1', status: 'Success' } };
}

function list(context: Context): Answer {
  const { request, store, behaviour, apiVersion } = context;
  const selector = request.query.get('labelSelector') ?? '';
  if (selector.includes('get-history')) return history(context);
  const all = [...store.dashboards.values()].sort((a, b) => (a.uid < b.uid ? -1 : 1));
  const start = Number(request.query.get('continue') ?? '0');
  const asked = Number(request.query.get('limit') ?? String(behaviour.pageSize));
  const size = Math.min(asked, behaviour.pageSize);
  const rest = all.length > start + size ? { continue: String(start + size) } : {};
  return {
    status: 200,
    body: {
      kind: 'DashboardList',
      apiVersion,
      metadata: { resourceVersion: '1', ...rest },
      items: all.slice(start, start + size).map((one) => resourceOf(one, context)),
    },
  };
}

function history(context: Context): Answer {
  const name = (context.request.query.get('fieldSelector') ?? '').replace('metadata.name=', '');
  const stored = context.store.dashboards.get(name);
  const items = (stored?.history ?? []).toReversed().map((version) => ({
    ...resourceOf({ ...(stored as StoredDashboard), ...version }, context),
  }));
  return { status: 200, body: { kind: 'DashboardList', metadata: {}, items } };
}

function resourceOf(
  stored: StoredDashboard,
  { behaviour, apiVersion }: Context,
  dto = false,
): Json {
  const { uid, id, version, resourceVersion, generation, spec, folderUid } = stored;
  return {
    kind: dto ? 'DashboardWithAccessInfo' : 'Dashboard',
    apiVersion,
    metadata: {
      name: uid,
      namespace: behaviour.namespace,
      uid: `${uid}-0000`,
      resourceVersion: String(resourceVersion),
      generation,
      creationTimestamp: '2026-01-01T00:00:00Z',
      labels: { ...stored.labels, 'grafana.app/deprecatedInternalID': String(id) },
      annotations: {
        ...stored.annotations,
        ...(folderUid === undefined ? {} : { [FOLDER]: folderUid }),
        'grafana.app/createdBy': 'service-account:1',
        'grafana.app/updatedBy': 'service-account:1',
        'grafana.app/updatedTimestamp': '2026-01-01T00:00:00Z',
      },
    },
    spec: behaviour.fillsIn ? filledIn(spec, { id, version }) : spec,
    ...(dto ? { access: { canSave: true, canEdit: true, canDelete: true } } : {}),
  };
}

function contentOf(body: Json) {
  const { metadata, spec } = body as { metadata: Json; spec: Json };
  const { name, resourceVersion, annotations = {}, labels = {} } = metadata;
  const {
    [FOLDER]: folderUid,
    [MESSAGE]: told = '',
    ...others
  } = annotations as Record<string, string>;
  return {
    uid: String(name),
    resourceVersion: resourceVersion as string | undefined,
    spec,
    folderUid,
    message: told,
    annotations: others,
    labels: labels as Record<string, string>,
  };
}

function isDryRun({ query }: ReceivedRequest, honoured: boolean): boolean {
  return honoured && query.get('dryRun') === 'All';
}

function folderRoute({ request, store, behaviour, apiVersion }: Context, uid?: string): Answer {
  if (uid !== undefined) {
    const folder = store.folders.get(uid);
    return folder ? { status: 200, body: folderOf(folder, apiVersion) } : notFound('folders', uid);
  }
  const { metadata, spec } = (request.body ?? {}) as { metadata: Json; spec: Json };
  const name = String(metadata['name']);
  if (store.folders.has(name)) return failure(409, 'AlreadyExists', `folder "${name}" exists`);
  const parent = (metadata['annotations'] as Json | undefined)?.[FOLDER] as string | undefined;
  if (parent !== undefined && !store.folders.has(parent)) {
    return failure(400, 'BadRequest', 'parent folder not found');
  }
  if (isDryRun(request, behaviour.honoursDryRunOfFolders)) {
    return { status: 201, body: request.body ?? {} };
  }
  const folder = store.putFolder(name, String(spec['title']), parent);
  return { status: 201, body: folderOf(folder, apiVersion) };
}

function folderOf({ uid, title, parentUid, resourceVersion }: StoredFolder, apiVersion: string) {
  const annotations = parentUid === undefined ? {} : { [FOLDER]: parentUid };
  const metadata = { name: uid, resourceVersion: String(resourceVersion), annotations };
  return { kind: 'Folder', apiVersion, metadata, spec: { title } };
}

function notFound(plural: string, uid: string): Answer {
  return failure(404, 'NotFound', `${plural} "${uid}" not found`);
}
