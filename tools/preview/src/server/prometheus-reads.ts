/** What a preview asks a Prometheus for: a path of its API below `/api/v1/`, and parameters. */
export interface PrometheusRead {
  readonly path: string;
  readonly parameters: URLSearchParams;
}

const PATH = /^(?:query|query_range|series|labels|label\/[\w.:-]{1,200}\/values|metadata)$/;
const PARAMETERS = [
  'query',
  'time',
  'start',
  'end',
  'step',
  'timeout',
  'limit',
  'match[]',
  'metric',
];

/** A read of a kind that is passed on, with the parameters that it may have; else undefined. */
export function readOf(path: string, given: URLSearchParams): PrometheusRead | undefined {
  if (!PATH.test(path)) return undefined;
  const parameters = new URLSearchParams();
  for (const [name, value] of given) {
    if (PARAMETERS.includes(name)) parameters.append(name, value);
  }
  return { path, parameters };
}

/** Answers reads with a status and JSON. */
export type PrometheusReader = (read: PrometheusRead) => Promise<{ status: number; body: string }>;

/** A failure in the form of Prometheus. */
export function failure(status: number, errorType: string, error: string) {
  return { status, body: JSON.stringify({ status: 'error', errorType, error }) };
}
