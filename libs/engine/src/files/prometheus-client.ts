import {
  type ApiAnswer,
  type ApiRequest,
  type Ask,
  type FailureKind,
  readEnvelope,
  serverAddress,
} from '@g6/prometheus-api';
import { type HttpAccess, type HttpClient, type HttpFailure, openHttp } from './http-client';
import { shownUrl } from './shown-url';
import { Turnstile } from './turnstile';

/** How to reach a Prometheus, and how much may be asked of it. */
export interface PrometheusAccess extends Omit<HttpAccess, 'largest'> {
  /** Its address, with the path prefix before `/api/v1` if it has one; may hold user and password. */
  readonly url: string;
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
  const http = await openHttp({ ...access, largest: LARGEST });
  const turnstile = new Turnstile(access.concurrency);
  let sent = 0;
  const ask: Ask = (asked) =>
    turnstile.pass(async () => {
      if (sent >= access.mostRequests) {
        return failed('budget', `the budget of ${access.mostRequests} requests is used up`);
      }
      sent += 1;
      return send(http, asked, access);
    });
  return { ask, sent: () => sent, close: http.close };
}

async function send(
  http: HttpClient,
  { path, parameters, posts }: ApiRequest,
  access: PrometheusAccess,
): Promise<ApiAnswer> {
  const form = formOf(parameters);
  const url = apiUrl(access.url, path);
  if (!posts) url.search = form.toString();
  const request = { url, accept: 'application/json', ...(posts ? { form } : {}) };
  const answer = await http.send(request);
  const shown = shownUrl(serverAddress(access.url).base.href);
  if (answer.failure) return inContext(failureOf(answer.failure, access.timeLimit), shown);
  return inContext(judge(answer.text, answer.status, answer.location), shown);
}

/** Parameters as a query or a body has them. */
export function formOf(parameters: ApiRequest['parameters']): URLSearchParams {
  return new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value]));
}

/** The address of a path of the API; it keeps the user and password of the server's own. */
export function apiUrl(server: string | URL, path: string): URL {
  const { username, password } = new URL(server);
  const url = new URL(`api/v1/${path}`, serverAddress(server).base);
  url.username = username;
  url.password = password;
  return url;
}

/** What a status and a body mean; a query that Prometheus refuses has another status than 200. */
function judge(text: string, status: number, location: string | undefined): ApiAnswer {
  if (status === 401 || status === 403) {
    return failed('unauthorized', `answered ${status}: it wants other credentials`);
  }
  if (status >= 300 && status < 400) {
    const to = location !== undefined && URL.canParse(location) ? shownUrl(location) : 'elsewhere';
    return failed('foreign', `redirects to ${to}; name that address`);
  }
  const answer = readEnvelope(text, status);
  if (answer.failure?.kind !== 'foreign') return answer;
  if (status >= 500 || status === 429) return failed('unreachable', `answered ${status}`);
  if (status === 404) return failed('foreign', 'answered 404: the address may lack a path prefix');
  return answer;
}

/** What a failure means for the check, which names the server before it. */
function failureOf({ kind, reason }: HttpFailure, timeLimit: number): ApiAnswer {
  switch (kind) {
    case 'slow':
      return failed('slow', `did not answer within ${timeLimit / 1000} s`);
    case 'too-large':
      return failed('too-large', 'sent more than 32 MiB');
    case 'closed':
      return failed('unreachable', reason);
    case 'unreachable':
      return failed('unreachable', `cannot be reached: ${reason}`);
  }
}

function inContext(answer: ApiAnswer, shown: string): ApiAnswer {
  const { failure } = answer;
  if (!failure || failure.kind === 'refused') return answer;
  return failed(failure.kind, `${shown} ${failure.message}`);
}

function failed(kind: FailureKind, message: string): ApiAnswer {
  return { failure: { kind, message } };
}
