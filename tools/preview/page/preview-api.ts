import type { PreviewDashboard } from '@g6/dashboards';
import type { FindingsAnswer, PrometheusAnswer, QueryData, StateAnswer } from '../src/protocol';

/** A query of a panel. */
export interface AskedQuery {
  /** The expression with its variables replaced. */
  readonly expr: string;
  /** The expression as the panel has it. */
  readonly written: string;
  /** Seconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly instant: boolean;
}

/** Where the page gets dashboards and data from. */
export interface PreviewApi {
  readonly state: () => Promise<StateAnswer>;
  readonly dashboard: (slug: string) => Promise<PreviewDashboard | undefined>;
  readonly findings: () => Promise<FindingsAnswer>;
  readonly query: (query: AskedQuery, signal: AbortSignal) => Promise<QueryData>;
  readonly labelValues: (label: string, selector: string | undefined) => Promise<readonly string[]>;
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
  query: ({ expr, start, end, step, instant }, signal) => {
    const range = { start: String(start), end: String(end), step: String(step) };
    const at = instant ? { time: String(end) } : range;
    const path = instant ? 'query' : 'query_range';
    return prometheus<QueryData>(path, { query: expr, ...at }, signal);
  },
  labelValues: (label, selector) =>
    prometheus<readonly string[]>(
      `label/${encodeURIComponent(label)}/values`,
      selector === undefined ? {} : { 'match[]': selector },
    ),
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

async function getJson<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Answer;
}

async function prometheus<Data>(
  path: string,
  parameters: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Data> {
  const response = await fetch(`/api/prometheus/${path}`, {
    method: 'POST',
    body: new URLSearchParams(parameters),
    ...(signal ? { signal } : {}),
  });
  const answer = (await response.json()) as PrometheusAnswer<Data>;
  if (answer.status === 'success') return answer.data;
  throw new Error(answer.error);
}
