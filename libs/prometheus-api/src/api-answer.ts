import type { ApiRequest } from './api-request';

/**
 * Why there is no answer: the server `refused` the question itself; it warns that its answer is
 * `incomplete`; it cannot be reached, wants
 * credentials, or is no Prometheus; this answer took too long or is too large; no request is left of
 * the budget.
 */
export type FailureKind =
  | 'refused'
  | 'incomplete'
  | 'unreachable'
  | 'unauthorized'
  | 'foreign'
  | 'slow'
  | 'too-large'
  | 'budget';

/** A failed request, in words that hold no credentials. */
export interface ApiFailure {
  readonly kind: FailureKind;
  readonly message: string;
}

/** The data of an answer, or why there is none. */
export type ApiAnswer =
  | {
      readonly data: unknown;
      /** What the server says is missing, for example because one of its stores is down. */
      readonly missing?: string;
      readonly failure?: never;
    }
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
    return fail(
      'foreign',
      `answered ${status}, but not as Prometheus does; name its address with its path prefix`,
    );
  }
  if (body['status'] === 'success') {
    const missing = missingIn(body['warnings']);
    if (body['data'] !== undefined)
      return { data: body['data'], ...(missing === undefined ? {} : { missing }) };
    return fail('foreign', 'answered without data');
  }
  const { errorType, error } = body;
  const words = [errorType, error].filter((part) => typeof part === 'string').join(': ');
  const kind = typeof errorType === 'string' ? (OTHER_FAULTS[errorType] ?? 'refused') : 'refused';
  return fail(kind, cut(words));
}

/** Errors that are not the fault of the question. */
const OTHER_FAULTS: Readonly<Record<string, FailureKind>> = {
  unavailable: 'unreachable',
  timeout: 'slow',
  canceled: 'slow',
};

/** Remarks on a query itself; any other warning is about what could not be read. */
const REMARK = /^PromQL (?:warning|info):/;

/** What warnings say of missing data; undefined if they say nothing of that. */
function missingIn(warnings: unknown): string | undefined {
  if (!Array.isArray(warnings)) return undefined;
  const texts = warnings.filter((one) => typeof one === 'string' && !REMARK.test(one));
  return texts.length === 0 ? undefined : cut(texts.join('; '));
}

function cut(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

/** An answer that says that something is missing, as a failure: nothing may be concluded from it. */
export function wholeOnly(answer: ApiAnswer): ApiAnswer {
  const { missing } = answer as { readonly missing?: string };
  return missing === undefined
    ? answer
    : fail('incomplete', `the answer is incomplete: ${missing}`);
}

/** The same, of answers without a result only: a part of a result is still one. */
export function wholeIfEmpty(answer: ApiAnswer): ApiAnswer {
  const { data } = answer;
  const list = isObject(data) ? data['result'] : data;
  return Array.isArray(list) && list.length > 0 ? answer : wholeOnly(answer);
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
