import type { JsonObject } from '@g6/generation';

/** A request to Grafana; the path is from its address and has no slash in front. */
export interface GrafanaRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly body?: JsonObject;
}

/**
 * Why there is no answer, or none to go on with: the server cannot be reached or does not answer in time,
 * its answer is too large or not one of Grafana, or it does not take the token or not for this.
 */
export type GrafanaFailureKind =
  'unreachable' | 'slow' | 'too-large' | 'foreign' | 'unauthorized' | 'forbidden' | 'refused';

/** A failed request, in words that hold no credentials. */
export interface GrafanaFailure {
  readonly kind: GrafanaFailureKind;
  readonly message: string;
}

/** The status of an answer with its JSON, undefined if it is none; or why there is no answer. */
export type GrafanaAnswer =
  | { readonly status: number; readonly body: unknown; readonly failure?: never }
  | { readonly failure: GrafanaFailure; readonly status?: never };

/** Sends a request, again where that is safe, and gives the answer; never rejects. */
export type Send = (request: GrafanaRequest) => Promise<GrafanaAnswer>;

/** What an answer holds, or why nothing can be read off it. */
export type Reading<Data> =
  | { readonly data: Data; readonly failure?: never }
  | { readonly failure: GrafanaFailure; readonly data?: never };

/** How a write ended: done, refused because what was seen is no longer there, or failed. */
export type WriteOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'stale'; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: GrafanaFailure };

/** Whether every other request would fail as well. */
export function endsEverything({ kind }: GrafanaFailure): boolean {
  return ['unreachable', 'unauthorized', 'forbidden', 'foreign'].includes(kind);
}

/** Longest text of a server that is passed on. */
const LONGEST = 300;

/** What a status that is no success means. */
export function failureOfStatus(status: number, body: unknown): GrafanaFailure {
  const words = wordsOf(body);
  const said = words === '' ? '' : `: ${words}`;
  if (status === 401)
    return { kind: 'unauthorized', message: 'answered 401: it takes no such token' };
  if (status === 403)
    return { kind: 'forbidden', message: `answered 403, the token may not do this${said}` };
  if (status === 429 || status >= 500)
    return { kind: 'unreachable', message: `answered ${status}${said}` };
  if (body === undefined)
    return {
      kind: 'foreign',
      message: `answered ${status}, but not as Grafana does; name its address with the path that it is served at`,
    };
  return { kind: 'refused', message: `answered ${status}${said}` };
}

/** The words of a failure, in either API. */
export function wordsOf(body: unknown): string {
  const { message } = (typeof body === 'object' && body !== null ? body : {}) as JsonObject;
  if (typeof message !== 'string') return '';
  return message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message;
}
