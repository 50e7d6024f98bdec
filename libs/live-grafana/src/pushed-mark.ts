import { annotationKey, objectOf } from '@g6/dashboard-files';
import { type JsonObject, stableJson } from '@g6/generation';
import { sha256Hex } from '@g6/model';
import type { LiveDashboard } from './api/grafana-api';

/**
 * What was pushed last travels with the dashboard as a digest: in our metadata, and, because Grafana's page
 * drops that when somebody saves an edit, in an annotation of the resource and in the message of the version.
 */
const KEY = 'pushed';
/** Raised when dashboards are compared in another form, so that older digests tell nothing. */
const FORM = 1;
const MARK = /\[pushed (\d+-[0-9a-f]{16})\]$/;

/** The digest of what a dashboard shows, and of the folder that it is kept in, if that is ours to say. */
export function contentDigest(normal: JsonObject, folderUid: string | undefined): string {
  const text = stableJson(folderUid === undefined ? normal : { ...normal, folderUid });
  return `${FORM}-${sha256Hex(text).slice(0, 16)}`;
}

/** A dashboard with the digest in its metadata. */
export function withMark(spec: JsonObject, metaKey: string, digest: string): JsonObject {
  return { ...spec, [metaKey]: { ...objectOf(spec[metaKey]), [KEY]: digest } };
}

/** The annotations of a resource that hold the digest. */
export function markAnnotations(metaKey: string, digest: string): Readonly<Record<string, string>> {
  return { [annotationName(metaKey)]: digest };
}

/** A message for the history of a dashboard, with the digest at its end. */
export function markedMessage(message: string, digest: string): string {
  return `${message} [${KEY} ${digest}]`;
}

/** The digest of what was pushed last; undefined if nothing tells. */
export function markOf(
  { spec, annotations }: LiveDashboard,
  metaKey: string,
  messages: readonly string[],
): string | undefined {
  const found = objectOf(spec[metaKey])[KEY] ?? annotations[annotationName(metaKey)];
  if (typeof found === 'string') return found;
  for (const message of messages) {
    const [, digest] = MARK.exec(message) ?? [];
    if (digest !== undefined) return digest;
  }
  return undefined;
}

/** Whether a digest was made in today's form. */
export function isOfThisForm(digest: string): boolean {
  return digest.startsWith(`${FORM}-`);
}

/** Whether a dashboard carries our metadata. */
export function isOurs({ spec }: LiveDashboard, metaKey: string): boolean {
  return typeof objectOf(spec[metaKey])['spec_hash'] === 'string';
}

function annotationName(metaKey: string): string {
  return `${annotationKey(metaKey)}.${KEY}`;
}
