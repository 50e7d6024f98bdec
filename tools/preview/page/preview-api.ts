import type { PreviewDashboard } from '@g6/dashboards';
import { nameInPath } from '../src/utf8-names';
import type { DataReads, Span } from '../src/dashboard/data-reads';
import type { FindingsAnswer, PrometheusAnswer, QueryData, StateAnswer } from '../src/protocol';

/** Where the page gets dashboards and data from. */
export interface PreviewApi extends DataReads {
  readonly state: () => Promise<StateAnswer>;
  readonly dashboard: (slug: string) => Promise<PreviewDashboard | undefined>;
  readonly findings: () => Promise<FindingsAnswer>;
  /** Calls back after edits, and when the server goes and comes back. */
  readonly listen: (onChange: () => void, onConnection: (connected: boolean) => void) => void;
}

/** The API of the server that the page came from. */
export const serverApi: PreviewApi = {
  state: () => getJson<StateAnswer>('/api/state'),
  dashboard: async (slug) => {
    const response = await fetch(`/api/dashboard/${encodeURIComponent(slug)}`);
    return response.ok ? ((await response.json()) as PreviewDashboard) : undefined;
  },
  findings: () => getJson<FindingsAnswer>('/api/findings'),
  query: ({ expr, start, end, step, instant, filters }, signal) => {
    const range = { start: String(start), end: String(end), step: String(step) };
    const at = instant ? { time: String(end) } : range;
    const path = instant ? 'query' : 'query_range';
    const parameters = new URLSearchParams({ query: expr, ...at });
    for (const filter of filters) parameters.append('filter', filter);
    return prometheus<QueryData>(path, parameters, signal);
  },
  labelValues: (label, selector, span) =>
    prometheus<readonly string[]>(
      `label/${encodeURIComponent(nameInPath(label))}/values`,
      series(selector, span),
    ),
  labelNames: (selector, span) => prometheus<readonly string[]>('labels', series(selector, span)),
  listen: (onChange, onConnection) => {
    const events = new EventSource('/api/events');
    events.onmessage = onChange;
    events.onopen = () => {
      onConnection(true);
    };
    events.onerror = () => {
      onConnection(false);
    };
  },
};

function series(selector: string | undefined, { start, end }: Span): URLSearchParams {
  const range = { start: String(start), end: String(end) };
  return new URLSearchParams({
    ...range,
    ...(selector === undefined ? {} : { 'match[]': selector }),
  });
}

async function getJson<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Answer;
}

async function prometheus<Data>(
  path: string,
  parameters: URLSearchParams,
  signal?: AbortSignal,
): Promise<Data> {
  const response = await fetch(`/api/prometheus/${path}`, {
    method: 'POST',
    body: parameters,
    ...(signal ? { signal } : {}),
  });
  const answer = (await response.json()) as PrometheusAnswer<Data>;
  if (answer.status === 'success') return answer.data;
  throw new Error(answer.error);
}
