import type { Labels } from './label-values';

/** A series with its value at each time; NaN where it has none. */
export interface Series {
  readonly labels: Labels;
  readonly values: readonly number[];
}

/** A series over a range before each time. */
export interface RangeSeries {
  readonly labels: Labels;
  /** Some samples of the range at the time of a position, oldest first. */
  readonly samples: (position: number) => readonly number[];
  /** The growth per second at each time. */
  readonly slopes: readonly number[];
}

/** The result of an expression. */
export type Value =
  | { readonly kind: 'scalar'; readonly values: readonly number[] }
  | { readonly kind: 'vector'; readonly series: readonly Series[] }
  | { readonly kind: 'range'; readonly series: readonly RangeSeries[]; readonly seconds: number }
  | { readonly kind: 'text'; readonly text: string };

/** The labels without the name of the metric, as most operations return them. */
export function withoutName({ __name__: _, ...labels }: Labels): Labels {
  return labels;
}

/**
 * The label of the parts of a native histogram: the upper bound of a bucket, or `sum`. Expressions
 * cannot name it, so the parts stay together whatever is done to the whole.
 */
export const NATIVE = '\u0000native';

/** Only some labels, or all but some. */
export function chooseLabels(labels: Labels, names: readonly string[], keep: boolean): Labels {
  return Object.fromEntries(
    Object.entries(labels).filter(
      ([name]) => name === NATIVE || (name !== '__name__' && names.includes(name) === keep),
    ),
  );
}

/** A text that is the same for the same labels in any order. */
export function labelKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Groups series by the labels that a function chooses. */
export function groupSeries(
  series: readonly Series[],
  choose: (labels: Labels) => Labels,
): { readonly labels: Labels; readonly members: readonly Series[] }[] {
  const groups = new Map<string, { labels: Labels; members: Series[] }>();
  for (const one of series) {
    const labels = choose(one.labels);
    const key = labelKey(labels);
    const group = groups.get(key) ?? { labels, members: [] };
    group.members.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The series of a value; a scalar has one without labels. */
export function seriesOf(value: Value | undefined): readonly Series[] {
  if (value?.kind === 'vector') return value.series;
  return value?.kind === 'scalar' ? [{ labels: {}, values: value.values }] : [];
}

/** The numbers of a scalar, or of the first series of a vector. */
export function numbersOf(value: Value | undefined): readonly number[] {
  return seriesOf(value)[0]?.values ?? [];
}
