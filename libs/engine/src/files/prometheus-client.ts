import { rootCertificates } from 'node:tls';
import type { Dispatcher } from 'undici';
import {
  type ApiAnswer,
  type ApiRequest,
  type Ask,
  basicAuthorization,
  type FailureKind,
  readEnvelope,
  serverAddress,
} from '@g6/prometheus-api';
import { shownUrl } from './fetch-text';
import { Turnstile } from './turnstile';

/** How to reach a Prometheus, and how much may be asked of it. */
export interface PrometheusAccess {
  /** Its address, with the path prefix before `/api/v1` if it has one; may hold user and password. */
  readonly url: string;
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
  /** The most requests at a time. */
  readonly concurrency: number;
  /** The most requests in all. */
  readonly mostRequests: number;
}

/** A connection to a Prometheus. */
export interface PrometheusClient {
  readonly ask: Ask;
  /** Requests that were sent. */
  readonly sent: () => number;
  readonly close: () => Promise<void>;
}

/** The largest answer that is read, in bytes. */
const LARGEST = 32 * 1024 * 1024;

/** Opens a connection; nothing is sent before the first question. */
export async function openPrometheus(access: PrometheusAccess): Promise<PrometheusClient> {
  // Loaded only here: no other command needs it.
  const { EnvHttpProxyAgent, interceptors, request } = await import('undici');
  const { cert, key, ca } = access.tls ?? {};
  const tls = {
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
  };
  const agent = new EnvHttpProxyAgent({
    ...proxiesOf(access.env),
    connections: access.concurrency,
    connect: { ...tls, timeout: access.timeLimit },
    requestTls: tls,
    maxResponseSize: LARGEST,
  });
  const dispatcher = agent.compose(interceptors.retry(RETRIES));
  const turnstile = new Turnstile(access.concurrency);
  const { base, headers } = targetOf(access);
  let sent = 0;
  const ask: Ask = (asked) =>
    turnstile.pass(async () => {
      if (sent >= access.mostRequests) {
        return failed('budget', `the budget of ${access.mostRequests} requests is used up`);
      }
      sent += 1;
      return send(request, asked, { base, headers, dispatcher, timeLimit: access.timeLimit });
    });
  return { ask, sent: () => sent, close: () => agent.destroy() };
}

/** A server that is overloaded or restarts for a moment is asked again. */
const RETRIES = {
  maxRetries: 2,
  minTimeout: 200,
  maxTimeout: 2000,
  methods: ['GET', 'POST'] as Dispatcher.HttpMethod[],
  statusCodes: [429, 502],
};

/** Of the variables for proxies, lower case wins, as with curl. */
function proxiesOf(env: PrometheusAccess['env']) {
  const of = (name: string) => env[name.toLowerCase()] ?? env[name] ?? '';
  return { httpProxy: of('HTTP_PROXY'), httpsProxy: of('HTTPS_PROXY'), noProxy: of('NO_PROXY') };
}

interface Target {
  readonly base: URL;
  readonly headers: Readonly<Record<string, string>>;
}

function targetOf({ url, token, basic, headers = [] }: PrometheusAccess): Target {
  const { base, authorization: ofAddress } = serverAddress(url);
  const ofUser = basic && basicAuthorization(basic.user, basic.password);
  const authorization = token === undefined ? (ofUser ?? ofAddress) : `Bearer ${token}`;
  return {
    base,
    headers: {
      accept: 'application/json',
      'user-agent': 'g6-dashboards',
      ...(authorization === undefined ? {} : { authorization }),
      ...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    },
  };
}

interface Sending extends Target {
  readonly dispatcher: Dispatcher;
  readonly timeLimit: number;
}

async function send(
  request: typeof import('undici').request,
  { path, parameters, posts }: ApiRequest,
  { base, headers, dispatcher, timeLimit }: Sending,
): Promise<ApiAnswer> {
  const url = new URL(`api/v1/${path}`, base);
  const form = new URLSearchParams(
    parameters.map(([name, value]): [string, string] => [name, value]),
  );
  const signal = AbortSignal.timeout(timeLimit);
  const shown = shownUrl(base.href);
  if (!posts) url.search = form.toString();
  const sending = posts
    ? {
        method: 'POST' as const,
        body: form.toString(),
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      }
    : { method: 'GET' as const, headers };
  try {
    const {
      statusCode,
      body,
      headers: told,
    } = await request(url, {
      ...sending,
      dispatcher,
      signal,
    });
    const text = await readBody(body, signal);
    if (text === undefined) return failed('too-large', `${shown} sent more than 32 MiB`);
    return inContext(judge(text, statusCode, told['location']), shown);
  } catch (error) {
    if (signal.aborted)
      return failed('slow', `${shown} did not answer within ${timeLimit / 1000} s`);
    return inContext(failureOf(error), shown);
  }
}

async function readBody(
  body: Dispatcher.ResponseData['body'],
  signal: AbortSignal,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    signal.throwIfAborted();
    total += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (total > LARGEST) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total).toString('utf8');
}

/** What a status and a body mean; a query that Prometheus refuses has another status than 200. */
function judge(text: string, status: number, location: string | string[] | undefined): ApiAnswer {
  if (status === 401 || status === 403) {
    return failed('unauthorized', `answered ${status}: it wants other credentials`);
  }
  if (status >= 300 && status < 400) {
    const to =
      typeof location === 'string' && URL.canParse(location) ? shownUrl(location) : 'elsewhere';
    return failed('foreign', `redirects to ${to}; name that address`);
  }
  const answer = readEnvelope(text, status);
  if (answer.failure?.kind !== 'foreign') return answer;
  if (status >= 500 || status === 429) return failed('unreachable', `answered ${status}`);
  if (status === 404) return failed('foreign', 'answered 404: the address may lack a path prefix');
  return answer;
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'cannot be reached: nothing answers there',
  ENOTFOUND: 'cannot be reached: there is no such host',
  EAI_AGAIN: 'cannot be reached: the name of the host cannot be looked up',
  ECONNRESET: 'closed the connection',
  UND_ERR_SOCKET: 'closed the connection',
  UND_ERR_CONNECT_TIMEOUT: 'cannot be reached: no connection in time',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'sent more than 32 MiB',
};

function failureOf(error: unknown): ApiAnswer {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return failed('too-large', REASONS[code] ?? '');
  // After the last attempt, the retries report the status as an error.
  const { statusCode } = error as { readonly statusCode?: number };
  if (statusCode !== undefined) return failed('unreachable', `answered ${statusCode}`);
  return failed(
    'unreachable',
    REASONS[code] ?? `cannot be reached: ${code === '' ? message : code}`,
  );
}

function inContext(answer: ApiAnswer, shown: string): ApiAnswer {
  const { failure } = answer;
  if (!failure || failure.kind === 'refused') return answer;
  return failed(failure.kind, `${shown} ${failure.message}`);
}

function failed(kind: FailureKind, message: string): ApiAnswer {
  return { failure: { kind, message } };
}
