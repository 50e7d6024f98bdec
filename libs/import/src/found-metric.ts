import type { Position } from '@g6/problems';

/** The types of metrics that Prometheus and OpenMetrics know; `untyped` is `unknown`. */
export const FOUND_TYPES = [
  'counter',
  'gauge',
  'histogram',
  'gaugehistogram',
  'summary',
  'info',
  'stateset',
  'unknown',
] as const;

/** The type of a metric that was found; one of {@link FOUND_TYPES}. */
export type FoundType = (typeof FOUND_TYPES)[number];

/** A label of a metric that was found. */
export interface FoundLabel {
  readonly name: string;
  /** The values that were seen, in code unit order; at most {@link MOST_VALUES}. */
  readonly values: readonly string[];
  /** Whether `values` holds every value that was seen. */
  readonly complete: boolean;
  readonly help?: string;
}

/** The most values of one label that are kept. */
export const MOST_VALUES = 50;

/** A metric as a foreign source describes it. */
export interface FoundMetric {
  /**
   * The name that queries select: with `_total` or `_info` where the series have it, and without
   * the suffixes of histograms and summaries.
   */
  readonly name: string;
  readonly type: FoundType;
  readonly help?: string;
  readonly unit?: string;
  /** Labels in the order in which they were first seen, without `le` and `quantile`. */
  readonly labels: readonly FoundLabel[];
  /** Upper bounds of a classic histogram in rising order, without `+Inf`. */
  readonly buckets: readonly number[];
  /** Quantiles of a summary in rising order. */
  readonly quantiles: readonly number[];
  /** Whether a native histogram was seen, alone or besides classic buckets. */
  readonly native: boolean;
  /** How many series were seen; a histogram or summary counts once for each set of labels. */
  readonly seriesSeen: number;
  /** Where the source first speaks of the metric. */
  readonly place: Position;
}

/** Whether a name can stand in a selector without quotes. */
export function isPlainMetricName(name: string): boolean {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
}

/** Whether a label name can be written without quotes. */
export function isPlainLabelName(name: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}
