import type { ApiRequest } from './api-request';

/**
 * Why there is no answer: the server `refused` the question itself; it cannot be reached, wants
 * credentials, or is no Prometheus; this answer took too long or is too large; no request is left of
 * the budget.
 */
export type FailureKind =
  'refused' | 'unreachable' | 'unauthorized' | 'foreign' | 'slow' | 'too-large' | 'budget';

/** A failed request, in words that hold no credentials. */
export interface ApiFailure {
  readonly kind: FailureKind;
  readonly message: string;
}

/** The data of an answer, or why there is none. */
export type ApiAnswer =
  | { readonly data: unknown; readonly failure?: never }
  | { readonly failure: ApiFailure; readonly data?: never };

/** Sends a request and gives the answer; never rejects. */
export type Ask = (request: ApiRequest) => Promise<ApiAnswer>;

/** Whether a failure is one of the server as a whole, so that other questions fail as well. */
export function isOfServer({ kind }: ApiFailure): boolean {
  return ['unreachable', 'unauthorized', 'foreign', 'budget'].includes(kind);
}

/** Longest text of a server that is passed on. */
const LONGEST = 300;

/** Reads the text of an answer: `{status: "success", data}` or an error in the server's words. */
export function readEnvelope(text: string, status: number): ApiAnswer {
  const body = parse(text);
  if (!isObject(body) || typeof body['status'] !== 'string') {
    return fail('foreign', `answered ${status}, but not as Prometheus does`);
  }
  if (body['status'] === 'success') {
    if (body['data'] !== undefined) return { data: body['data'] };
    return fail('foreign', 'answered without data');
  }
  const { errorType, error } = body;
  const words = [errorType, error].filter((part) => typeof part === 'string').join(': ');
  return fail('refused', words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);
}

function fail(kind: FailureKind, message: string): ApiAnswer {
  return { failure: { kind, message } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
