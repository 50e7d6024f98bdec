import type { ApiAnswer, ApiFailure } from './api-answer';

/** The labels of a series, its name as `__name__` among them. */
export type SeriesLabels = Readonly<Record<string, string>>;

/** A series of an instant query. */
export interface Sample {
  readonly labels: SeriesLabels;
  readonly value: number;
}

/** A series of a range query: times in seconds since 1970, and values. */
export interface RangeSeries {
  readonly labels: SeriesLabels;
  readonly points: readonly (readonly [time: number, value: number])[];
}

/** What an answer holds, or why nothing can be read off it. */
export type Reading<Data> =
  | { readonly data: Data; readonly failure?: never }
  | { readonly failure: ApiFailure; readonly data?: never };

/** Reads the series of an instant query; a scalar is a series without labels. */
export function readVector(answer: ApiAnswer): Reading<Sample[]> {
  return read(answer, 'result', (data) => {
    if (!isObject(data)) return undefined;
    const { resultType, result } = data;
    if (resultType === 'scalar') {
      const point = pointOf(result);
      return point && [{ labels: {}, value: point[1] }];
    }
    return listOf(result, (one) => {
      if (!isObject(one)) return undefined;
      const labels = labelsOf(one['metric']);
      // A native histogram has no value that a number could hold.
      const point = one['histogram'] === undefined ? pointOf(one['value']) : ([0, NaN] as const);
      return labels && point && { labels, value: point[1] };
    });
  });
}

/** Reads the series of a range query. */
export function readMatrix(answer: ApiAnswer): Reading<RangeSeries[]> {
  return read(answer, 'result', (data) => {
    if (!isObject(data)) return undefined;
    return listOf(data['result'], (one) => {
      if (!isObject(one)) return undefined;
      const labels = labelsOf(one['metric']);
      const numbers = one['values'] === undefined ? [] : listOf(one['values'], pointOf);
      const histograms = one['histograms'] === undefined ? [] : listOf(one['histograms'], timeOf);
      if (!labels || !numbers || !histograms) return undefined;
      return { labels, points: [...numbers, ...histograms] };
    });
  });
}

/** Reads a list of names: of labels, or values of one. */
export function readNames(answer: ApiAnswer): Reading<string[]> {
  return read(answer, 'list of names', (data) =>
    // A server without any has null.
    data === null ? [] : listOf(data, (name) => (typeof name === 'string' ? name : undefined)),
  );
}

/** Reads the types that targets give to each metric. */
export function readMetricTypes(answer: ApiAnswer): Reading<Map<string, readonly string[]>> {
  return read(answer, 'metadata', (data) => {
    if (!isObject(data)) return undefined;
    const types = new Map<string, readonly string[]>();
    for (const [name, entries] of Object.entries(data)) {
      const known = listOf(entries, (entry) =>
        isObject(entry) && typeof entry['type'] === 'string' ? entry['type'] : undefined,
      );
      if (!known) return undefined;
      types.set(name, [...new Set(known)]);
    }
    return types;
  });
}

/** Reads the expressions of all rules. */
export function readRuleQueries(answer: ApiAnswer): Reading<string[]> {
  return read(answer, 'rules', (data) => {
    if (!isObject(data)) return undefined;
    return listOf(data['groups'] ?? [], (group) =>
      isObject(group)
        ? listOf(group['rules'] ?? [], (rule) =>
            isObject(rule) && typeof rule['query'] === 'string' ? rule['query'] : undefined,
          )
        : undefined,
    )?.flat();
  });
}

function read<Data>(
  { data, failure }: ApiAnswer,
  what: string,
  take: (data: unknown) => Data | undefined,
): Reading<Data> {
  if (failure) return { failure };
  const taken = take(data);
  if (taken !== undefined) return { data: taken };
  return {
    failure: { kind: 'foreign', message: `sent no ${what} of the form that Prometheus has` },
  };
}

function listOf<Item>(
  value: unknown,
  take: (item: unknown) => Item | undefined,
): Item[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const taken: Item[] = [];
  for (const item of value as readonly unknown[]) {
    const one = take(item);
    if (one === undefined) return undefined;
    taken.push(one);
  }
  return taken;
}

function labelsOf(value: unknown): SeriesLabels | undefined {
  if (!isObject(value)) return undefined;
  return Object.values(value).every((text) => typeof text === 'string')
    ? (value as SeriesLabels)
    : undefined;
}

function pointOf(value: unknown): readonly [number, number] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [time, text] = value as readonly unknown[];
  if (typeof time !== 'number' || typeof text !== 'string') return undefined;
  return [time, numberOf(text)];
}

function timeOf(value: unknown): readonly [number, number] | undefined {
  const time: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof time === 'number' ? [time, Number.NaN] : undefined;
}

function numberOf(text: string): number {
  if (text === '+Inf') return Infinity;
  return text === '-Inf' ? -Infinity : Number(text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
