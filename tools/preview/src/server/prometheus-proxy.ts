import { serverAddress } from '@g6/prometheus-api';
import { failure, type PrometheusReader } from './prometheus-reads';

/** How long Prometheus may take, in milliseconds. */
const PATIENCE = 30_000;
/** More than any panel can draw. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** Passes reads on to a Prometheus; nothing of the browser's request but the parameters goes along. */
export function prometheusProxy(address: URL): PrometheusReader {
  const { base, authorization } = serverAddress(address);
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  return async ({ path, parameters }) => {
    const url = new URL(`api/v1/${path}`, base);
    const asks =
      path === 'query' || path === 'query_range' || path === 'series' || path === 'labels';
    if (!asks) url.search = parameters.toString();
    try {
      const answer = await fetch(url, {
        ...(asks ? { method: 'POST', body: parameters } : {}),
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (Number(answer.headers.get('content-length') ?? 0) > LARGEST_ANSWER) return tooLarge();
      const body = await answer.text();
      if (body.length > LARGEST_ANSWER) return tooLarge();
      if (!isJson(answer.headers)) {
        const said = `${base.host} answered ${answer.status}, but not as Prometheus does`;
        return failure(502, 'bad_gateway', said);
      }
      return { status: answer.status, body };
    } catch (error) {
      return failure(502, 'unavailable', `${base.host} does not answer: ${reasonOf(error)}`);
    }
  };
}

function isJson(headers: Headers): boolean {
  return headers.get('content-type')?.includes('json') ?? false;
}

function tooLarge() {
  return failure(502, 'too_large', 'the answer is larger than 64 MiB; ask for fewer series');
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException };
  return cause?.code ?? cause?.message ?? message;
}
