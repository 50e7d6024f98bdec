import { COMPARE, type ComparisonOperator } from '@g6/promql';
import type { Labels } from './label-values';
import { chooseLabels, labelKey, type Series, seriesOf, type Value, withoutName } from './value';

/** How the two sides of a binary operation find each other. */
export interface Matching {
  /** The labels of `on` or `ignoring`; undefined for all labels. */
  readonly on: { readonly labels: readonly string[]; readonly keep: boolean } | undefined;
  /** The side with many series for each of the other. */
  readonly many: 'left' | 'right' | undefined;
  /** Labels that come from the side with one. */
  readonly included: readonly string[];
  readonly bool: boolean;
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
  atan2: (a, b) => Math.atan2(a, b),
};

/** The comparison that an operator is, if it is one. */
function comparisonOf(operator: string): ((a: number, b: number) => boolean) | undefined {
  return Object.hasOwn(COMPARE, operator) ? COMPARE[operator as ComparisonOperator] : undefined;
}

/** Applies a binary operator. */
export function binary(operator: string, left: Value, right: Value, matching: Matching): Value {
  if (/^(?:and|or|unless)$/.test(operator)) {
    return {
      kind: 'vector',
      series: combineSets(operator, seriesOf(left), seriesOf(right), matching),
    };
  }
  const apply = operation(operator, matching.bool);
  if (left.kind === 'scalar' && right.kind === 'scalar') {
    return { kind: 'scalar', values: zip(left.values, right.values, apply) };
  }
  const isFilter = comparisonOf(operator) !== undefined && !matching.bool;
  if (right.kind === 'scalar') {
    return vectorOf(seriesOf(left), isFilter, (values) => zip(values, right.values, apply));
  }
  if (left.kind === 'scalar') {
    // A filter keeps the value of the vector, whichever side it is on.
    const swapped = (a: number, b: number) =>
      Number.isNaN(apply(a, b)) ? NaN : isFilter ? b : apply(a, b);
    return vectorOf(seriesOf(right), isFilter, (values) => zip(left.values, values, swapped));
  }
  return {
    kind: 'vector',
    series: joinSides(seriesOf(left), seriesOf(right), matching, apply, isFilter),
  };
}

function operation(operator: string, bool: boolean): (a: number, b: number) => number {
  const compare = comparisonOf(operator);
  if (!compare) return ARITHMETIC[operator] ?? (() => NaN);
  if (bool) return (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? NaN : Number(compare(a, b)));
  return (a, b) => (compare(a, b) ? a : NaN);
}

function zip(
  left: readonly number[],
  right: readonly number[],
  apply: (a: number, b: number) => number,
): number[] {
  return left.map((value, i) => apply(value, right[i] ?? NaN));
}

function vectorOf(
  series: readonly Series[],
  keepsName: boolean,
  apply: (values: readonly number[]) => number[],
): Value {
  const results = series.map(({ labels, values }) => {
    return { labels: keepsName ? labels : withoutName(labels), values: apply(values) };
  });
  return { kind: 'vector', series: results.filter(hasValue) };
}

function hasValue({ values }: Series): boolean {
  return values.some((value) => !Number.isNaN(value));
}

function matchKey(labels: Labels, { on }: Matching): string {
  return labelKey(on ? chooseLabels(labels, on.labels, on.keep) : withoutName(labels));
}

function joinSides(
  left: readonly Series[],
  right: readonly Series[],
  matching: Matching,
  apply: (a: number, b: number) => number,
  keepsName: boolean,
): Series[] {
  const [many, one] = matching.many === 'right' ? [right, left] : [left, right];
  const ones = new Map(one.map((series) => [matchKey(series.labels, matching), series]));
  return many.flatMap((series) => {
    const partner = ones.get(matchKey(series.labels, matching));
    if (!partner) return [];
    const [a, b] = matching.many === 'right' ? [partner, series] : [series, partner];
    return [
      {
        labels: joinedLabels(series.labels, partner.labels, matching, keepsName),
        values: zip(a.values, b.values, apply),
      },
    ].filter(hasValue);
  });
}

function joinedLabels(own: Labels, other: Labels, matching: Matching, keepsName: boolean): Labels {
  const base = keepsName ? own : withoutName(own);
  if (matching.many === undefined) {
    return matching.on && !keepsName
      ? chooseLabels(base, matching.on.labels, matching.on.keep)
      : base;
  }
  const taken = matching.included.flatMap((name) => {
    const value = other[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...base, ...Object.fromEntries(taken) };
}

function combineSets(
  operator: string,
  left: readonly Series[],
  right: readonly Series[],
  matching: Matching,
): Series[] {
  const presence = (series: readonly Series[]) => {
    const at = new Map<string, boolean[]>();
    for (const { labels, values } of series) {
      const key = matchKey(labels, matching);
      const known = at.get(key);
      at.set(
        key,
        values.map((value, i) => (known?.[i] ?? false) || !Number.isNaN(value)),
      );
    }
    return at;
  };
  const keep = (series: readonly Series[], there: Map<string, boolean[]>, wanted: boolean) =>
    series
      .map(({ labels, values }) => {
        const marks = there.get(matchKey(labels, matching));
        return {
          labels,
          values: values.map((v, i) => ((marks?.[i] ?? false) === wanted ? v : NaN)),
        };
      })
      .filter(hasValue);
  if (operator === 'and') return keep(left, presence(right), true);
  if (operator === 'unless') return keep(left, presence(right), false);
  return [...left, ...keep(right, presence(left), false)];
}
