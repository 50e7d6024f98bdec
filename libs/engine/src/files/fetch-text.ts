import { placelessProblem, type Problem } from '@g6/problems';
import { type HttpAccess, type HttpClient, type HttpFailure, openHttp } from './http-client';
import type { TextReading } from './read-text';
import { shownUrl } from './shown-url';

/** How servers are reached that texts are fetched from. */
export type FetchAccess = Partial<Omit<HttpAccess, 'largest' | 'concurrency'>>;

/** A text, or the problem that kept it from being read, with the status of an answer that says why. */
export type FetchReading = TextReading & { readonly status?: number };

/** The largest answer that is read. */
export const LARGEST_IMPORT = 64 * 1024 * 1024;
const TIME_LIMIT = 30_000;
const MOST_REDIRECTS = 5;

/**
 * Fetches a text over HTTP or HTTPS. Redirects are followed on the same host only, so that headers
 * with credentials reach nobody else; what fails is a problem that shows no credentials.
 */
export async function fetchText(
  address: string,
  accept: string,
  access: FetchAccess = {},
): Promise<FetchReading> {
  if (!URL.canParse(address)) {
    const hint = 'write for example http://localhost:9100/metrics';
    return unread(address, 'this is not a complete address', hint);
  }
  const { timeLimit = TIME_LIMIT, env = {} } = access;
  const http = await openHttp({
    ...access,
    ...{ timeLimit, env, concurrency: 1, largest: LARGEST_IMPORT },
  });
  try {
    return await followRedirects(http, address, accept, timeLimit);
  } finally {
    await http.close();
  }
}

/** The text behind the redirects, or why there is none. */
async function followRedirects(
  http: HttpClient,
  address: string,
  accept: string,
  timeLimit: number,
): Promise<FetchReading> {
  let url = new URL(address);
  const { host, username, password } = url;
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    if (!['http:', 'https:'].includes(url.protocol)) {
      return unread(address, `only http and https addresses are read, not ${url.protocol}//`);
    }
    const answer = await http.send({ url, accept });
    if (answer.failure) return failedReading(address, answer.failure, timeLimit);
    const { status, statusText, location, text } = answer;
    if (status >= 200 && status < 300) return { text };
    if (
      status < 300 ||
      status >= 400 ||
      location === undefined ||
      !URL.canParse(location, url.href)
    ) {
      const message = `the server answered ${status} ${statusText}`.trim();
      return { ...unread(address, message, HINTS[status]), status };
    }
    const next = new URL(location, url);
    if (next.host !== host || (url.protocol === 'https:' && next.protocol !== 'https:')) {
      const elsewhere = `the server redirects to ${shownUrl(next.href)}`;
      return unread(address, `${elsewhere}; redirects to another host are not followed`);
    }
    [next.username, next.password] = [username, password];
    url = next;
  }
  return unread(address, `the server redirects more than ${MOST_REDIRECTS} times`);
}

function failedReading(address: string, { kind, reason }: HttpFailure, timeLimit: number) {
  switch (kind) {
    case 'slow':
      return unread(address, `there was no complete answer within ${timeLimit / 1000} seconds`);
    case 'too-large': {
      const message = 'the answer has more than 64 MiB, the most that is read';
      return unread(address, message, undefined, 'file-too-large');
    }
    case 'closed':
      return unread(address, 'cannot be read: the connection was closed');
    case 'unreachable':
      return unread(address, `cannot be read: ${reason}`);
  }
}

function unread(
  address: string,
  message: string,
  hint?: string,
  code: Problem['code'] = 'file-unreadable',
) {
  return { problem: placelessProblem(shownUrl(address), code, message, hint) };
}

const CREDENTIALS = 'give credentials with --token-env, --user or --header';
const HINTS: Readonly<Record<number, string>> = { 401: CREDENTIALS, 403: CREDENTIALS };
