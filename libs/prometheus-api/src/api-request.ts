/** A read of the HTTP API of Prometheus: a path below `/api/v1/`, and parameters. */
export interface ApiRequest {
  readonly path: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
  /** Whether it goes into the body of a POST, which has no limit on its length. */
  readonly posts: boolean;
}

/** A stretch of time, in seconds since 1970. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** Asks for the value of an expression at a time, in seconds since 1970. */
export function instantQuery(query: string, time: number): ApiRequest {
  return post('query', [
    ['query', query],
    ['time', String(time)],
  ]);
}

/** Asks for the values of an expression over a time, `step` seconds apart. */
export function rangeQuery(query: string, { start, end }: TimeSpan, step: number): ApiRequest {
  return post('query_range', [
    ['query', query],
    ['start', String(start)],
    ['end', String(end)],
    ['step', String(step)],
  ]);
}

/** Asks for the names of the labels of series. */
export function labelNames(selectors: readonly string[], span: TimeSpan): ApiRequest {
  return post('labels', [...matching(selectors), ...spanning(span)]);
}

/** Asks for the values of a label on series; without selectors, on all of them. */
export function labelValues(
  label: string,
  selectors: readonly string[],
  span: TimeSpan,
): ApiRequest {
  const parameters = [...matching(selectors), ...spanning(span)];
  return { path: `label/${pathLabel(label)}/values`, parameters, posts: false };
}

/** Asks for what targets say of the types of their metrics, of all metrics or of one. */
export function metadataOfMetrics(metric?: string): ApiRequest {
  const parameters = metric === undefined ? [] : [['metric', metric] as const];
  return { path: 'metadata', parameters, posts: false };
}

/** Asks for the rules that the server evaluates. */
export function ruleGroups(): ApiRequest {
  return { path: 'rules', parameters: [], posts: false };
}

/** A text that equal requests share. */
export function requestKey({ path, parameters }: ApiRequest): string {
  return JSON.stringify([path, parameters]);
}

function post(path: string, parameters: ApiRequest['parameters']): ApiRequest {
  return { path, parameters, posts: true };
}

function matching(selectors: readonly string[]) {
  return selectors.map((selector) => ['match[]', selector] as const);
}

function spanning({ start, end }: TimeSpan) {
  return [['start', String(start)] as const, ['end', String(end)] as const];
}

/**
 * A label in a path. A name that only UTF-8 names allow is escaped by its code points, see
 * https://github.com/prometheus/proposals/blob/main/proposals/2023-08-21-utf8.md
 */
function pathLabel(label: string): string {
  if (/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label)) return label;
  const escaped = Array.from(label, (character) => {
    if (character === '_') return '__';
    const code = character.codePointAt(0) ?? 0;
    return /[a-zA-Z0-9]/.test(character) ? character : `_${code.toString(16)}_`;
  });
  return `U__${escaped.join('')}`;
}
