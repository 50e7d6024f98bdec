import type { RecordedKind } from '@g6/promql';

/** The metric types that a spec may hold, in the order in which messages list them. */
export const METRIC_TYPES = [
  'counter',
  'gauge',
  'histogram',
  'summary',
  'info',
  'stateset',
  'unknown',
] as const;
export type MetricType = (typeof METRIC_TYPES)[number];

/** The old name of `unknown`, which expositions still use. */
export const UNKNOWN_ALIAS = 'untyped';

/** Automatic panel sources; which of them draw a metric is decided by its type. */
export const AUTOMATIC_METRIC_SOURCES = [
  'auto_rate',
  'auto_hist_quantile',
  'auto_topk',
  'auto_label_split',
  'auto_summary',
  'auto_info',
  'auto_stateset',
] as const;
export type AutomaticSourceName = (typeof AUTOMATIC_METRIC_SOURCES)[number];

/** Keys of a metric that only some types take. */
export type TypeSpecificKey = 'buckets' | 'native';

/**
 * The samples of a series: a `total` only grows until its process restarts, so it is read through
 * `rate`; `buckets` are totals by upper bound `le`; a `native` sample is a whole histogram of totals;
 * a `value` goes up and down.
 */
export type SampleKind = 'total' | 'buckets' | 'native' | 'value';

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

/** What decides which series a metric has, besides its type. */
export interface SeriesOwner {
  readonly name: string;
  readonly native?: true | 'both' | undefined;
}

/** Everything that depends on a metric's type. */
export interface MetricTypeTraits {
  /**
   * The series of a metric. Without one whose suffix is empty, the bare name only stands for the
   * metric as a whole.
   */
  readonly series: (metric: SeriesOwner) => readonly MetricSeries[];
  /** How its names end; undefined if they may end in anything but the ending of another type. */
  readonly nameEnding: string | undefined;
  readonly keys: readonly TypeSpecificKey[];
  /** Automatic sources of its panels, in the order in which they draft. */
  readonly sources: readonly AutomaticSourceName[];
  /** Sources of the profile `standard` that a metric can ask for. */
  readonly standardSources: readonly string[];
  /** Forms of the series that rules can record from it. */
  readonly recorded: readonly RecordedKind[];
}

const VALUES: readonly MetricSeries[] = [{ suffix: '', samples: 'value', labels: [] }];
const SUM_AND_COUNT: readonly MetricSeries[] = [
  { suffix: '_sum', samples: 'total', labels: [] },
  { suffix: '_count', samples: 'total', labels: [] },
];
const NATIVE_SERIES: readonly MetricSeries[] = [{ suffix: '', samples: 'native', labels: [] }];
const CLASSIC_SERIES: readonly MetricSeries[] = [
  { suffix: '_bucket', samples: 'buckets', labels: ['le'], carriers: 'buckets' },
  ...SUM_AND_COUNT,
];

/** Decides everything that depends on a metric's type; adding a type means adding an entry. */
export const METRIC_TYPE_TRAITS: Readonly<Record<MetricType, MetricTypeTraits>> = {
  counter: {
    series: () => [{ suffix: '', samples: 'total', labels: [] }],
    nameEnding: '_total',
    keys: [],
    sources: ['auto_rate', 'auto_label_split'],
    standardSources: ['rate', 'error_ratio', 'utilization'],
    recorded: ['total_rate', 'rate'],
  },
  gauge: {
    series: () => VALUES,
    nameEnding: undefined,
    keys: [],
    sources: ['auto_topk', 'auto_label_split'],
    standardSources: ['gauge', 'utilization'],
    recorded: ['eta_minutes', 'burn_rows_per_s', 'top'],
  },
  histogram: {
    series: ({ native }) => [
      ...(native === undefined ? [] : NATIVE_SERIES),
      ...(native === true ? [] : CLASSIC_SERIES),
    ],
    nameEnding: undefined,
    keys: ['buckets', 'native'],
    sources: ['auto_hist_quantile'],
    standardSources: ['observations', 'quantiles', 'heatmap', 'error_ratio'],
    recorded: ['quantile_ratio', 'quantile'],
  },
  summary: {
    series: () => [
      { suffix: '', samples: 'value', labels: ['quantile'], carriers: 'quantiles' },
      ...SUM_AND_COUNT,
    ],
    nameEnding: undefined,
    keys: [],
    sources: ['auto_summary'],
    standardSources: ['quantiles', 'observations', 'average'],
    recorded: [],
  },
  info: {
    series: () => VALUES,
    nameEnding: undefined,
    keys: [],
    sources: ['auto_info'],
    standardSources: ['info'],
    recorded: [],
  },
  stateset: {
    series: ({ name }) => [{ suffix: '', samples: 'value', labels: [name], carriers: 'states' }],
    nameEnding: undefined,
    keys: [],
    sources: ['auto_stateset'],
    standardSources: ['states'],
    recorded: [],
  },
  unknown: {
    series: () => VALUES,
    nameEnding: undefined,
    keys: [],
    sources: ['auto_topk', 'auto_label_split'],
    standardSources: ['gauge'],
    recorded: [],
  },
};

/** A spec with a type that is missing or misspelt is still checked for everything else. */
const UNREADABLE_TYPE: MetricTypeTraits = {
  series: () => [],
  nameEnding: undefined,
  keys: ['buckets', 'native'],
  sources: [],
  standardSources: [],
  recorded: [],
};

/** The traits of a type; neutral ones if the spec names a type that does not exist. */
export function traitsOf(type: MetricType): MetricTypeTraits {
  return isMetricType(type) ? METRIC_TYPE_TRAITS[type] : UNREADABLE_TYPE;
}

/**
 * The ending that the name of a metric lacks. A name with a colon lacks none: a rule records it, and
 * names of recorded series end in what was done to them. Nor does one that only UTF-8 allows, because
 * OpenTelemetry, where such names come from, has no endings.
 */
export function missingEnding(name: string, type: MetricType): string | undefined {
  const { nameEnding } = traitsOf(type);
  if (nameEnding === undefined || name.endsWith(nameEnding) || !/^\w+$/.test(name))
    return undefined;
  return nameEnding;
}

/** Every panel source that a metric can ask for, of either built-in profile. */
export function sourcesOfMetrics(): string[] {
  const standard = METRIC_TYPES.flatMap((type) => METRIC_TYPE_TRAITS[type].standardSources);
  return [...new Set([...AUTOMATIC_METRIC_SOURCES, ...standard])];
}

/** Whether a text names a metric type. */
export function isMetricType(text: string | undefined): text is MetricType {
  return METRIC_TYPES.some((type) => type === text);
}

/** Whether a series only grows, so that `rate` and `increase` apply to it. */
export function isCumulative(series: MetricSeries | undefined): boolean {
  return series !== undefined && series.samples !== 'value';
}

/** The types that an automatic panel source of the profile `classic` draws. */
export function typesDrawnBy(source: AutomaticSourceName): MetricType[] {
  return METRIC_TYPES.filter((type) => METRIC_TYPE_TRAITS[type].sources.includes(source));
}

/** The types whose metrics take a key, for messages: `histogram`. */
export function typesWithKey(key: TypeSpecificKey): MetricType[] {
  return METRIC_TYPES.filter((type) => METRIC_TYPE_TRAITS[type].keys.includes(key));
}
