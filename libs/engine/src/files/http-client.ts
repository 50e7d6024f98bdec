import { pipeline } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { authorizationOf, basicAuthorization } from '@g6/prometheus-api';
import { proxiesOf } from './proxies';

/** How a server is reached, and how long each answer may take. */
export interface HttpAccess {
  /** A bearer token. */
  readonly token?: string | undefined;
  /** User and password of basic auth. */
  readonly basic?: { readonly user: string; readonly password: string } | undefined;
  /** Further headers, such as the tenant of Mimir, Cortex or Thanos. */
  readonly headers?: readonly (readonly [name: string, value: string])[] | undefined;
  /** A client certificate with its key, and authorities to trust besides those of the system; PEM. */
  readonly tls?: {
    readonly cert?: string | undefined;
    readonly key?: string | undefined;
    readonly ca?: string | undefined;
  };
  /** The environment, which names proxies: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** In milliseconds, for each answer as a whole. */
  readonly timeLimit: number;
  /** The most connections at a time. */
  readonly concurrency: number;
  /** The largest answer that is read, in bytes. */
  readonly largest: number;
  /** Whether whoever asks decides when a request is sent again; by default the client does. */
  readonly once?: boolean | undefined;
}

/** A request. User and password of its address go into a header. */
export interface HttpRequest {
  readonly url: URL;
  readonly accept: string;
  /** Goes into the body of a POST; without it, the request is a GET unless it names a method. */
  readonly form?: URLSearchParams;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The text of a JSON value for the body. */
  readonly json?: string | undefined;
}

/** An answer with any status, or why there is none that could be read. */
export type HttpAnswer =
  | {
      readonly status: number;
      /** What the server calls the status; may be empty. */
      readonly statusText: string;
      /** Where it redirects to. */
      readonly location: string | undefined;
      readonly contentType: string;
      /** The header `Retry-After`. */
      readonly retryAfter?: string | undefined;
      readonly text: string;
      readonly failure?: never;
    }
  | { readonly failure: HttpFailure };

/** Why there is no answer. */
export interface HttpFailure {
  readonly kind: 'slow' | 'too-large' | 'closed' | 'unreachable';
  /** In words that hold no credentials; for `unreachable`, what keeps the server from being reached. */
  readonly reason: string;
}

/** A connection to servers, in the way of one access. */
export interface HttpClient {
  /** Sends a request, and again if the server is overloaded or restarts; never rejects. */
  readonly send: (request: HttpRequest) => Promise<HttpAnswer>;
  readonly close: () => Promise<void>;
}

/** A server that is overloaded or restarts for a moment is asked again. */
const RETRIES = {
  maxRetries: 2,
  minTimeout: 200,
  maxTimeout: 2000,
  methods: ['GET', 'POST'] as Dispatcher.HttpMethod[],
  statusCodes: [429, 502],
};

/** Opens a connection; nothing is sent before the first request. */
export async function openHttp(access: HttpAccess): Promise<HttpClient> {
  // Loaded only here: most commands need no server.
  const { EnvHttpProxyAgent, interceptors, request } = await import('undici');
  const { cert, key, ca } = access.tls ?? {};
  const tls = {
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
  };
  const agent = new EnvHttpProxyAgent({
    ...proxiesOf(access.env).proxies,
    connections: access.concurrency,
    connect: { ...tls, timeout: access.timeLimit },
    requestTls: tls,
    maxResponseSize: access.largest,
  });
  const dispatcher = access.once === true ? agent : agent.compose(interceptors.retry(RETRIES));
  return {
    send: (asked) => send(request, asked, access, dispatcher),
    close: () => agent.destroy(),
  };
}

async function send(
  request: typeof import('undici').request,
  asked: HttpRequest,
  access: HttpAccess,
  dispatcher: Dispatcher,
): Promise<HttpAnswer> {
  const { url } = asked;
  const plain = new URL(url);
  // Requests to an address with credentials are refused.
  plain.username = plain.password = plain.hash = '';
  const sending = sendingOf(asked, headersOf(url, asked.accept, access));
  const signal = AbortSignal.timeout(access.timeLimit);
  try {
    const answer = await request(plain, { ...sending, dispatcher, signal });
    const text = await readBody(answer, access.largest, signal);
    if (text === undefined) return failed('too-large', `more than ${access.largest} bytes`);
    const { location, 'content-type': type, 'retry-after': retryAfter } = answer.headers;
    return {
      status: answer.statusCode,
      statusText: answer.statusText,
      location: typeof location === 'string' ? location : undefined,
      contentType: typeof type === 'string' ? type : '',
      retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
      text,
    };
  } catch (error) {
    if (signal.aborted) return failed('slow', `no answer within ${access.timeLimit / 1000} s`);
    return answerBehind(error);
  }
}

/** The method of a request, its body, and the headers that say what that is. */
function sendingOf({ form, json, method }: HttpRequest, headers: Record<string, string>) {
  if (form) {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return { method: 'POST' as const, body: form.toString(), headers: { ...headers, ...type } };
  }
  if (json === undefined) return { method: method ?? ('GET' as const), headers };
  const type = { 'content-type': 'application/json' };
  return { method: method ?? ('POST' as const), body: json, headers: { ...headers, ...type } };
}

/** The headers of a request; those that were asked for win over our own. */
function headersOf(
  url: URL,
  accept: string,
  { token, basic, headers = [] }: HttpAccess,
): Record<string, string> {
  const ofUser = basic && basicAuthorization(basic.user, basic.password);
  const authorization = token === undefined ? (ofUser ?? authorizationOf(url)) : `Bearer ${token}`;
  return {
    accept,
    'accept-encoding': 'gzip',
    'user-agent': 'g6-dashboards',
    ...(authorization === undefined ? {} : { authorization }),
    ...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
  };
}

/** The text of an answer; undefined if it is too large. */
async function readBody(
  { body, headers }: Dispatcher.ResponseData,
  largest: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (Number(headers['content-length'] ?? 0) > largest) {
    body.destroy();
    return undefined;
  }
  // A compressed answer is measured by what comes out of it.
  const isPacked = headers['content-encoding'] === 'gzip';
  const stream = isPacked ? pipeline(body, createGunzip(), () => undefined) : body;
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    signal.throwIfAborted();
    total += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (total > largest) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total).toString('utf8');
}

const CLOSED = { kind: 'closed', reason: 'closed the connection' } as const;
const FAILURES: Readonly<Record<string, HttpFailure>> = {
  ECONNREFUSED: { kind: 'unreachable', reason: 'nothing answers there' },
  ENOTFOUND: { kind: 'unreachable', reason: 'there is no such host' },
  EAI_AGAIN: { kind: 'unreachable', reason: 'the name of the host cannot be looked up' },
  UND_ERR_CONNECT_TIMEOUT: { kind: 'unreachable', reason: 'no connection in time' },
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  UND_ERR_SOCKET: CLOSED,
  UND_ERR_RES_EXCEEDED_MAX_SIZE: { kind: 'too-large', reason: 'more than the largest answer' },
};

/** What an error of the client means. */
function answerBehind(error: unknown): HttpAnswer {
  const { code = '', message, cause } = error as NodeJS.ErrnoException;
  // After the last attempt, the retries report the status as an error.
  const { statusCode } = error as { readonly statusCode?: number };
  if (statusCode !== undefined) {
    return { status: statusCode, statusText: '', location: undefined, contentType: '', text: '' };
  }
  const known =
    FAILURES[code] ?? FAILURES[(cause as NodeJS.ErrnoException | undefined)?.code ?? ''];
  if (known) return { failure: known };
  const refused = /^Proxy response \((\d{3})\)/.exec(message)?.[1];
  if (refused !== undefined) return failed('unreachable', `the proxy answered ${refused}`);
  return failed('unreachable', code === '' ? message : code);
}

function failed(kind: HttpFailure['kind'], reason: string): HttpAnswer {
  return { failure: { kind, reason } };
}
