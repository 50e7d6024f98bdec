import { authorizationOf } from '@g6/prometheus-api';
import { placelessProblem, type Problem } from '@g6/problems';
import { reasonOf, type TextReading } from './read-text';

/** What requests send and how long they may take. */
export interface FetchOptions {
  /** Headers besides our own, for example of a proxy. */
  readonly headers?: readonly (readonly [name: string, value: string])[] | undefined;
  /** A bearer token. */
  readonly token?: string | undefined;
  /** In milliseconds; default 30 seconds. */
  readonly timeLimit?: number | undefined;
}

/** A text, or the problem that kept it from being read, with the status of an answer that says why. */
export type FetchReading = TextReading & { readonly status?: number };

/** The largest answer that is read. */
export const LARGEST_IMPORT = 64 * 1024 * 1024;
const TIME_LIMIT = 30_000;
const MOST_REDIRECTS = 5;

/** Whether a source is an address. */
export function isUrl(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source);
}

/** An address as texts may show it: without user, password and the values of its query. */
export function shownUrl(address: string): string {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}${url.pathname === '/' && !address.endsWith('/') ? '' : url.pathname}`;
  } catch {
    return address.replace(/\/\/[^/@]*@/, '//');
  }
}

/**
 * Fetches a text over HTTP or HTTPS. Redirects are followed on the same host only, so that headers
 * with credentials reach nobody else; what fails is a problem that shows no credentials.
 */
export async function fetchText(
  address: string,
  accept: string,
  options: FetchOptions = {},
): Promise<FetchReading> {
  const shown = shownUrl(address);
  const problem = (message: string, hint?: string, code: Problem['code'] = 'file-unreadable') => ({
    problem: placelessProblem(shown, code, message, hint),
  });
  if (!URL.canParse(address)) {
    return problem(
      'this is not a complete address',
      'write for example http://localhost:9100/metrics',
    );
  }
  const signal = AbortSignal.timeout(options.timeLimit ?? TIME_LIMIT);
  try {
    const response = await followRedirects(
      address,
      requestHeaders(address, accept, options),
      signal,
    );
    if (typeof response === 'string') return problem(response);
    if (!response.ok) {
      await response.body?.cancel();
      const { status, statusText } = response;
      const message = `the server answered ${status} ${statusText}`.trim();
      return { ...problem(message, HINTS[status]), status };
    }
    const text = await readBody(response);
    if (text !== undefined) return { text };
    return problem(
      'the answer has more than 64 MiB, the most that is read',
      undefined,
      'file-too-large',
    );
  } catch (error) {
    if (signal.aborted) {
      const seconds = (options.timeLimit ?? TIME_LIMIT) / 1000;
      return problem(`there was no complete answer within ${seconds} seconds`);
    }
    return problem(`cannot be read: ${failureOf(error)}`);
  }
}

/** The response behind the redirects, or why one is not followed. */
async function followRedirects(
  address: string,
  headers: Headers,
  signal: AbortSignal,
): Promise<Response | string> {
  let url = new URL(address);
  const { host } = url;
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    if (!['http:', 'https:'].includes(url.protocol)) {
      return `only http and https addresses are read, not ${url.protocol}//`;
    }
    const plain = new URL(url);
    // Credentials travel in a header; fetch refuses them in an address.
    plain.username = '';
    plain.password = '';
    const response = await fetch(plain, { headers, redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, url);
    if (next.host !== host || (url.protocol === 'https:' && next.protocol !== 'https:')) {
      return `the server redirects to ${shownUrl(next.href)}; redirects to another host are not followed`;
    }
    url = next;
  }
  return `the server redirects more than ${MOST_REDIRECTS} times`;
}

function requestHeaders(address: string, accept: string, { headers = [], token }: FetchOptions) {
  const all = new Headers({ accept, 'user-agent': 'g6-dashboards' });
  const authorization = token === undefined ? authorizationOf(new URL(address)) : `Bearer ${token}`;
  if (authorization !== undefined) all.set('authorization', authorization);
  for (const [name, value] of headers) all.set(name, value);
  return all;
}

/** The text of an answer; undefined if it is too large. */
async function readBody(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    total += chunk.byteLength;
    // Leaving the loop closes the connection.
    if (total > LARGEST_IMPORT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total).toString('utf8');
}

const CREDENTIALS = 'give credentials with --token-env or --header';
const HINTS: Readonly<Record<number, string>> = { 401: CREDENTIALS, 403: CREDENTIALS };

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNRESET: 'the connection was closed',
};

/** The reason behind the general error of fetch. */
function failureOf(error: unknown): string {
  const cause = (error as { cause?: unknown }).cause ?? error;
  const { code = '' } = cause as NodeJS.ErrnoException;
  return REASONS[code] ?? reasonOf(cause);
}
