import type { RecordedKind } from '@g6/promql';

/** The metric types that a spec may hold, in the order in which messages list them. */
export const METRIC_TYPES = ['counter', 'gauge', 'histogram'] as const;
export type MetricType = (typeof METRIC_TYPES)[number];

/** Automatic panel sources; which of them draw a metric is decided by its type. */
export type AutomaticSourceName =
  'auto_rate' | 'auto_hist_quantile' | 'auto_topk' | 'auto_label_split';

/** Keys of a metric that only some types take. */
export type TypeSpecificKey = 'buckets';

/**
 * The samples of a series: a `total` only grows until its process restarts, so it is read through
 * `rate`; `buckets` are totals by upper bound `le`; a `value` goes up and down.
 */
export type SampleKind = 'total' | 'buckets' | 'value';

/** A series that Prometheus stores for a metric. */
export interface MetricSeries {
  /** Follows the metric's name; empty for the series of that name itself. */
  readonly suffix: string;
  readonly samples: SampleKind;
  /** Labels that the type adds to those of the metric; a metric must not declare them. */
  readonly labels: readonly string[];
  /** The carriers of those labels, for messages; plural, for example `buckets`. */
  readonly carriers?: string;
}

/** Everything that depends on a metric's type. */
export interface MetricTypeTraits {
  /**
   * The series of a metric. Without one whose suffix is empty, the bare name only stands for the
   * metric as a whole.
   */
  readonly series: (metric: { readonly name: string }) => readonly MetricSeries[];
  /** How its names end; undefined if they may end in anything but the ending of another type. */
  readonly nameEnding: string | undefined;
  readonly keys: readonly TypeSpecificKey[];
  /** Automatic sources of its panels, in the order in which they draft. */
  readonly sources: readonly AutomaticSourceName[];
  /** Forms of the series that rules can record from it. */
  readonly recorded: readonly RecordedKind[];
}

/** Decides everything that depends on a metric's type; adding a type means adding an entry. */
export const METRIC_TYPE_TRAITS: Readonly<Record<MetricType, MetricTypeTraits>> = {
  counter: {
    series: () => [{ suffix: '', samples: 'total', labels: [] }],
    nameEnding: '_total',
    keys: [],
    sources: ['auto_rate', 'auto_label_split'],
    recorded: ['total_rate', 'rate'],
  },
  gauge: {
    series: () => [{ suffix: '', samples: 'value', labels: [] }],
    nameEnding: undefined,
    keys: [],
    sources: ['auto_topk', 'auto_label_split'],
    recorded: ['eta_minutes', 'burn_rows_per_s', 'top'],
  },
  histogram: {
    series: () => [
      { suffix: '_bucket', samples: 'buckets', labels: ['le'], carriers: 'buckets' },
      { suffix: '_sum', samples: 'total', labels: [] },
      { suffix: '_count', samples: 'total', labels: [] },
    ],
    nameEnding: undefined,
    keys: ['buckets'],
    sources: ['auto_hist_quantile'],
    recorded: ['quantile_ratio', 'quantile'],
  },
};

/** A spec with a type that is missing or misspelt is still checked for everything else. */
const UNREADABLE_TYPE: MetricTypeTraits = {
  series: () => [],
  nameEnding: undefined,
  keys: ['buckets'],
  sources: [],
  recorded: [],
};

/** The traits of a type; neutral ones if the spec names a type that does not exist. */
export function traitsOf(type: MetricType): MetricTypeTraits {
  return isMetricType(type) ? METRIC_TYPE_TRAITS[type] : UNREADABLE_TYPE;
}

/**
 * The ending that the name of a metric lacks. A name with a colon lacks none: a rule records it, and
 * names of recorded series end in what was done to them.
 */
export function missingEnding(name: string, type: MetricType): string | undefined {
  const { nameEnding } = traitsOf(type);
  if (nameEnding === undefined || name.endsWith(nameEnding) || name.includes(':')) return undefined;
  return nameEnding;
}

/** Whether a text names a metric type. */
export function isMetricType(text: string | undefined): text is MetricType {
  return METRIC_TYPES.some((type) => type === text);
}

/** Whether a series only grows, so that `rate` and `increase` apply to it. */
export function isCumulative(series: MetricSeries | undefined): boolean {
  return series !== undefined && series.samples !== 'value';
}

/** The types whose metrics take a key, for messages: `histogram`. */
export function typesWithKey(key: TypeSpecificKey): MetricType[] {
  return METRIC_TYPES.filter((type) => METRIC_TYPE_TRAITS[type].keys.includes(key));
}
