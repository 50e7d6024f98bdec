import type { ReceivedRequest } from './exchange';
import type { Json } from './stored-dashboard';

/** Keys of `metadata` of a resource, from Grafana's published `resource.jsonschema.json`. */
const METADATA_KEYS = new Set([
  ...['name', 'namespace', 'labels', 'annotations', 'uid', 'resourceVersion', 'generation'],
  ...['creationTimestamp', 'updateTimestamp', 'deletionTimestamp'],
]);
const SAVE_KEYS = new Set(['dashboard', 'folderUid', 'message', 'overwrite']);
const FOLDER_KEYS = new Set(['uid', 'title', 'parentUid', 'description']);
const UID = /^[a-zA-Z0-9_-]{1,40}$/;

/**
 * What is wrong with a request by what is documented about it. What the content of a dashboard has to be
 * is for the published schemas, see `npm run conformance:live`.
 */
export function requestFaults(request: ReceivedRequest): string[] {
  const { method, path, body } = request;
  if (method === 'GET') return body === undefined ? [] : ['a GET has a body'];
  if (method === 'DELETE') return [];
  if (request.headers['content-type'] !== 'application/json') return ['it is not sent as JSON'];
  if (body === undefined) return ['it has no body'];
  if (path.startsWith('/apis/')) return resourceFaults(body, path);
  if (path === '/api/dashboards/db') return saveFaults(body);
  return path === '/api/folders' ? keysBeside(body, FOLDER_KEYS) : [];
}

function resourceFaults(body: Json, path: string): string[] {
  const { apiVersion, kind, metadata, spec, ...rest } = body;
  const [, , group = '', version = '', , , , uid] = path.split('/');
  const { name, annotations = {} } = (metadata ?? {}) as Json;
  return [
    ...Object.keys(rest).map((key) => `a resource has no "${key}"`),
    ...(apiVersion === `${group}/${version}` ? [] : [`apiVersion is not ${group}/${version}`]),
    ...(kind === (group.startsWith('folder') ? 'Folder' : 'Dashboard') ? [] : ['kind is wrong']),
    ...keysBeside((metadata ?? {}) as Json, METADATA_KEYS),
    ...(typeof name === 'string' && UID.test(name) ? [] : ['metadata.name is no uid']),
    ...(uid === undefined || uid === name ? [] : ['metadata.name is not that of the path']),
    ...(typeof spec === 'object' && spec !== null ? [] : ['it has no spec']),
    ...Object.entries(annotations as Json).flatMap(([key, value]) =>
      typeof value === 'string' ? [] : [`the annotation ${key} is no text`],
    ),
  ];
}

function saveFaults(body: Json): string[] {
  const { dashboard, folderUid } = body;
  const { uid, id, version } = (dashboard ?? {}) as Json;
  return [
    ...keysBeside(body, SAVE_KEYS),
    ...(typeof uid === 'string' && UID.test(uid) ? [] : ['the dashboard has no uid']),
    ...(id === null || id === undefined ? [] : ['the dashboard has an id']),
    ...(typeof version === 'number' ? [] : ['the dashboard has no version']),
    ...(folderUid === undefined || typeof folderUid === 'string' ? [] : ['folderUid is no text']),
  ];
}

function keysBeside(object: Json, known: ReadonlySet<string>): string[] {
  return Object.keys(object).flatMap((key) => (known.has(key) ? [] : [`there is no key "${key}"`]));
}
