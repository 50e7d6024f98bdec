import type { Json } from './stored-dashboard';

/** A request that came in, with its body read to the end. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Json | undefined;
}

/** An answer: a status, and what is sent with it. */
export interface Answer {
  readonly status: number;
  readonly body: Json | readonly Json[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** What goes wrong with a request, or how long it takes. */
export type Disturbance =
  /** Refused before anything is done, with headers such as `Retry-After`. */
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Answered only when this is fulfilled. */
  | { readonly kind: 'wait'; readonly until: Promise<unknown> }
  /** The connection ends before the request is carried out, or after that and before the answer. */
  | { readonly kind: 'break'; readonly when: 'before' | 'after' | 'mid-answer' };

/** An answer of the kind that Kubernetes gives for failures. */
export function failure(status: number, reason: string, message: string): Answer {
  return {
    status,
    body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, message, code: status },
  };
}

/** An answer of the classic API. */
export function message(status: number, text: string, more: Json = {}): Answer {
  return { status, body: { message: text, ...more } };
}
