import { setTimeout as pause } from 'node:timers/promises';
import type { GrafanaAnswer, GrafanaFailure, GrafanaRequest, Send } from '@g6/live-grafana';
import { type HttpAccess, type HttpClient, type HttpFailure, openHttp } from './http-client';
import { shownUrl } from './shown-url';
import { Turnstile } from './turnstile';

/** How to reach a Grafana. */
export interface GrafanaAccess extends Omit<HttpAccess, 'largest' | 'once'> {
  /** Its address, with the path that it is served at; without credentials. */
  readonly url: string;
}

/** A connection to a Grafana. */
export interface GrafanaClient {
  readonly send: Send;
  readonly close: () => Promise<void>;
}

/** How often a request is sent, and how long is waited in between, in milliseconds. */
const MOST_ATTEMPTS = 5;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 60_000;
/** The largest answer that is read, in bytes: a page of dashboards. */
const LARGEST = 64 * 1024 * 1024;

/** Opens a connection; nothing is sent before the first request. */
export async function openGrafana(access: GrafanaAccess): Promise<GrafanaClient> {
  const http = await openHttp({ ...access, largest: LARGEST, once: true });
  const turnstile = new Turnstile(access.concurrency);
  return {
    send: (request) => turnstile.pass(() => sendPatiently(request, access, http)),
    close: http.close,
  };
}

/** An attempt, and whether another one may end better. */
type Attempt = GrafanaAnswer & {
  readonly again: boolean;
  /** How long the server asks to wait before that, in milliseconds. */
  readonly wait?: number | undefined;
};

/**
 * Sends a request again while the server is overloaded, restarts or breaks the connection. That is safe
 * for writes as well: each names the version that it replaces, and none can be done twice.
 */
async function sendPatiently(
  request: GrafanaRequest,
  access: GrafanaAccess,
  http: HttpClient,
): Promise<GrafanaAnswer> {
  for (let attempt = 1; ; attempt++) {
    const { again, wait: asked, ...answer } = await sendOnce(request, access, http);
    if (!again || attempt === MOST_ATTEMPTS) return answer;
    const wait = asked ?? FIRST_WAIT * 2 ** (attempt - 1) * (1 + Math.random());
    if (wait > LONGEST_WAIT) {
      const seconds = Math.ceil(wait / 1000);
      const message = `${shownUrl(access.url)} asks to wait ${seconds} s; try again then`;
      return { failure: { kind: 'unreachable', message } };
    }
    await pause(wait);
  }
}

async function sendOnce(
  { method, path, query = [], body }: GrafanaRequest,
  access: GrafanaAccess,
  http: HttpClient,
): Promise<Attempt> {
  const base = access.url.endsWith('/') ? access.url : `${access.url}/`;
  const url = new URL(path, base);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const json = body === undefined ? undefined : JSON.stringify(body);
  const answer = await http.send({ url, accept: 'application/json', method, json });
  const shown = shownUrl(access.url);
  if (answer.failure) {
    const { kind, message } = failureOf(answer.failure, access);
    const failure = { kind, message: `${shown} ${withoutToken(message, access.token)}` };
    return { failure, again: answer.failure.kind === 'closed' };
  }
  const { status, text, location, retryAfter } = answer;
  if (status >= 300 && status < 400) {
    const message = `${shown} redirects to ${placeOf(location)}; name that address`;
    return { failure: { kind: 'foreign', message }, again: false };
  }
  const again = status === 429 || status >= 500;
  return { status, body: jsonIn(text, access.token), again, wait: waitOf(retryAfter) };
}

/** What a failure of the connection means for what was to be done. */
function failureOf({ kind, reason }: HttpFailure, { timeLimit }: GrafanaAccess): GrafanaFailure {
  switch (kind) {
    case 'slow':
      return { kind, message: `did not answer within ${timeLimit / 1000} s` };
    case 'too-large':
      return { kind, message: 'sent more than 64 MiB' };
    case 'closed':
      return { kind: 'unreachable', message: reason };
    case 'unreachable':
      return { kind, message: `cannot be reached: ${reason}` };
  }
}

/** A server, or a proxy in front of it, may repeat what it was sent. */
function withoutToken(text: string, token: string | undefined): string {
  return token === undefined ? text : text.replaceAll(token, '(token)');
}

function placeOf(location: string | undefined): string {
  return location !== undefined && URL.canParse(location) ? shownUrl(location) : 'elsewhere';
}

/** `Retry-After` in seconds, or a date; see RFC 9110, section 10.2.3. */
function waitOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** The JSON of an answer, in no text of which the token stands, however it was spelt. */
function jsonIn(text: string, token: string | undefined): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === 'string' ? withoutToken(value, token) : value,
    ) as unknown;
  } catch {
    return undefined;
  }
}
