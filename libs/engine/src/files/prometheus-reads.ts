import { openHttp } from './http-client';
import { apiUrl, formOf } from './prometheus-client';
import type { FetchAccess } from './fetch-text';

/** A read of the API of Prometheus: a path below `/api/v1/`, and parameters. */
export interface PrometheusRead {
  readonly path: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** A Prometheus that answers reads with a status and JSON, in its own form also where it fails. */
export interface PrometheusReads {
  /** The host to name as the origin of data. */
  readonly host: string;
  readonly read: (read: PrometheusRead) => Promise<{ status: number; body: string }>;
  readonly close: () => Promise<void>;
}

/** How long Prometheus may take, in milliseconds. */
const PATIENCE = 30_000;
/** More than any panel can draw. */
const LARGEST = 64 * 1024 * 1024;
/** As many as a browser sends to one host. */
const CONCURRENCY = 6;
/** The reads that may have so many parameters that they need a body. */
const POSTED = ['query', 'query_range', 'series', 'labels'];

/** Opens a Prometheus for reads; nothing but their parameters goes to it. */
export async function openPrometheusReads(
  address: string,
  access: FetchAccess,
): Promise<PrometheusReads> {
  const { timeLimit = PATIENCE, env = {} } = access;
  const limits = { timeLimit, concurrency: CONCURRENCY, largest: LARGEST };
  const http = await openHttp({ ...access, env, ...limits });
  const { host } = new URL(address);
  return {
    host,
    read: async ({ path, parameters }) => {
      const form = formOf(parameters);
      const url = apiUrl(address, path);
      const posts = POSTED.includes(path);
      if (!posts) url.search = form.toString();
      const asked = { url, accept: 'application/json', ...(posts ? { form } : {}) };
      const answer = await http.send(asked);
      if (answer.failure) {
        const { kind, reason } = answer.failure;
        if (kind !== 'too-large')
          return failure('unavailable', `${host} does not answer: ${reason}`);
        return failure('too_large', 'the answer is larger than 64 MiB; ask for fewer series');
      }
      const { status, contentType, text } = answer;
      if (contentType.includes('json')) return { status, body: text };
      const wants = status === 401 || status === 403 ? 'it wants other credentials' : undefined;
      const said = `${host} answered ${status}${wants ? `: ${wants}` : ', but not as Prometheus does'}`;
      return failure('bad_gateway', said);
    },
    close: http.close,
  };
}

function failure(errorType: string, error: string) {
  return { status: 502, body: JSON.stringify({ status: 'error', errorType, error }) };
}
