/**
 * How recorded series are named: `<metric>:<form>`, then `_by_<label>` for each label that the
 * series keeps. The name alone tells how the series is computed.
 */

/** How a series is computed from its metric, as its name says. */
export type RecordedForm =
  | { readonly kind: 'quantile'; readonly percentile: string; readonly window: string }
  | {
      readonly kind: 'quantile_ratio';
      readonly percentile: string;
      readonly window: string;
      readonly against: string;
    }
  | { readonly kind: 'rate' | 'total_rate'; readonly window: string }
  | { readonly kind: 'eta_minutes' | 'burn_rows_per_s' }
  | { readonly kind: 'top'; readonly count: number };

export type RecordedKind = RecordedForm['kind'];

/** The kinds of forms, in the order in which rules of one metric are written. */
export const RECORDED_KINDS = [
  'quantile',
  'quantile_ratio',
  'total_rate',
  'rate',
  'burn_rows_per_s',
  'eta_minutes',
  'top',
] as const satisfies readonly RecordedKind[];

/** The part of a metric that names and labels of its recorded series derive from. */
export interface RecordableMetric {
  readonly name: string;
  readonly labels: readonly string[];
}

/** A recorded series, read off its name. */
export interface RecordedSeries<Metric extends RecordableMetric = RecordableMetric> {
  readonly name: string;
  readonly metric: Metric;
  readonly form: RecordedForm;
  /** The metric's labels that the series carries. */
  readonly labels: readonly string[];
  /** The `_by_<label>` part of the name. */
  readonly suffix: string;
}

/** The metric that a recorded series is named after; a metric's own name may hold colons. */
export function recordedMetric(series: string): string | undefined {
  const colon = series.lastIndexOf(':');
  return colon <= 0 ? undefined : series.slice(0, colon);
}

/**
 * Reads a recorded series off its name; undefined if no form fits. `kindsOf` says which kinds of forms
 * can be computed from a metric.
 */
export function readRecordedSeries<Metric extends RecordableMetric>(
  name: string,
  metricNamed: (name: string) => Metric | undefined,
  kindsOf: (metric: Metric) => readonly RecordedKind[],
): RecordedSeries<Metric> | undefined {
  const metric = metricNamed(recordedMetric(name) ?? '');
  if (!metric) return undefined;
  const kinds = kindsOf(metric);
  const tail = name.slice(metric.name.length + 1);
  for (const { kind, pattern, read } of FORMS) {
    const match = kinds.includes(kind) ? pattern.exec(tail) : null;
    if (!match) continue;
    const suffix = tail.slice(match[0].length);
    const split = splitLabels(suffix, metric.labels);
    if (!split) continue;
    const form = read(match.slice(1));
    const labels = split.length === 0 && keepsAllLabels(form) ? metric.labels : split;
    return { name, metric, form, labels, suffix };
  }
  return undefined;
}

/** An example of each kind of form, for messages. */
export function formExamples(kinds: readonly RecordedKind[]): string[] {
  return FORMS.filter(({ kind }) => kinds.includes(kind)).map(({ example }) => example);
}

interface FormEntry {
  readonly kind: RecordedKind;
  /** Matches the start of what follows the colon. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly read: (groups: string[]) => RecordedForm;
}

const FORMS: readonly FormEntry[] = [
  {
    kind: 'quantile_ratio',
    pattern: /^p([0-9]+)_ratio_([0-9]+[smhdw])_([0-9]+[smhdw])/,
    example: ':p95_ratio_5m_30m',
    read: ([percentile = '', window = '', against = '']) => ({
      kind: 'quantile_ratio',
      percentile,
      window,
      against,
    }),
  },
  {
    kind: 'quantile',
    pattern: /^p([0-9]+)_([0-9]+[smhdw])/,
    example: ':p95_5m',
    read: ([percentile = '', window = '']) => ({ kind: 'quantile', percentile, window }),
  },
  {
    kind: 'total_rate',
    pattern: /^total_rate_([0-9]+[smhdw])/,
    example: ':total_rate_5m',
    read: ([window = '']) => ({ kind: 'total_rate', window }),
  },
  {
    kind: 'rate',
    pattern: /^rate_([0-9]+[smhdw])/,
    example: ':rate_5m',
    read: ([window = '']) => ({ kind: 'rate', window }),
  },
  {
    kind: 'eta_minutes',
    pattern: /^eta_minutes/,
    example: ':eta_minutes',
    read: () => ({ kind: 'eta_minutes' }),
  },
  {
    kind: 'burn_rows_per_s',
    pattern: /^burn_rows_per_s/,
    example: ':burn_rows_per_s',
    read: () => ({ kind: 'burn_rows_per_s' }),
  },
  {
    kind: 'top',
    pattern: /^top([1-9][0-9]*)/,
    example: ':top5',
    read: ([count = '']) => ({ kind: 'top', count: Number(count) }),
  },
];

/** A rate by all labels and the highest series are told apart by the labels of the metric itself. */
function keepsAllLabels({ kind }: RecordedForm): boolean {
  return kind === 'rate' || kind === 'top';
}

/** The labels of `_by_a_by_b`; undefined where it is none of that, or names an unknown label. */
function splitLabels(suffix: string, labels: readonly string[]): string[] | undefined {
  if (suffix === '') return [];
  for (const label of labels) {
    const head = `_by_${label}`;
    if (!suffix.startsWith(head)) continue;
    const rest = labels.filter((other) => other !== label);
    const tail = splitLabels(suffix.slice(head.length), rest);
    if (tail) return [label, ...tail];
  }
  return undefined;
}
