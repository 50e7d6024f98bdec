import type { Finding, PreviewState } from '@g6/dashboards';

/** Where the data of a preview comes from. */
export interface DataOrigin {
  readonly kind: 'prometheus' | 'synthetic';
  /** Host of the Prometheus, without credentials. */
  readonly host?: string;
}

/** The answer of `/api/state`. */
export interface StateAnswer extends PreviewState {
  readonly data: DataOrigin;
}

/** The answer of `/api/findings`. */
export interface FindingsAnswer {
  readonly findings: readonly Finding[];
}

/** The data of a successful query, as Prometheus writes it. */
export interface QueryData {
  readonly resultType: 'matrix' | 'vector' | 'scalar' | 'string';
  readonly result: readonly QuerySeries[];
}

/** A series of a query result: `values` of a range, `value` of one moment. */
export interface QuerySeries {
  readonly metric: Readonly<Record<string, string>>;
  readonly values?: readonly (readonly [seconds: number, value: string])[];
  readonly value?: readonly [seconds: number, value: string];
  /** The same of native histograms. */
  readonly histograms?: readonly (readonly [seconds: number, sample: HistogramSample])[];
  readonly histogram?: readonly [seconds: number, sample: HistogramSample];
}

/** A native histogram: what is in each bucket, which has bounds on both sides. */
export interface HistogramSample {
  readonly count: string;
  readonly sum: string;
  readonly buckets?: readonly HistogramBucket[];
}

/** A bucket of a native histogram; the rule says which of its bounds belong to it. */
export type HistogramBucket = readonly [rule: number, low: string, high: string, count: string];

/** An answer of the HTTP API of Prometheus. */
export type PrometheusAnswer<Data> =
  | { readonly status: 'success'; readonly data: Data; readonly warnings?: readonly string[] }
  | { readonly status: 'error'; readonly errorType: string; readonly error: string };
