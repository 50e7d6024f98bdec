import { AGGREGATES } from '@g6/promql';
import { chooseLabels, groupSeries, numbersOf, type Series, seriesOf, type Value } from './value';

/** The grouping of an aggregation. */
export interface Grouping {
  readonly labels: readonly string[];
  /** True for `by`, false for `without`. */
  readonly keep: boolean;
}

/** Aggregates the last argument; the one before it is the parameter of `topk` and the like. */
export function aggregate(
  operator: string,
  args: readonly Value[],
  { labels, keep }: Grouping,
): Value {
  const groups = groupSeries(seriesOf(args.at(-1)), (own) => chooseLabels(own, labels, keep));
  const [parameter] = args;
  const series = groups.flatMap(({ labels: shared, members }): readonly Series[] => {
    if (/^(?:topk|bottomk|limitk|limit_ratio)$/.test(operator)) {
      return chooseMembers(operator, numbersOf(parameter)[0] ?? 1, members);
    }
    if (operator === 'count_values') {
      const name = parameter?.kind === 'text' ? parameter.text : 'value';
      return countValues(name, members).map(({ labels: own, values }) => {
        return { labels: { ...shared, ...own }, values };
      });
    }
    const level = numbersOf(parameter)[0] ?? 0.5;
    return [
      { labels: shared, values: combine(members, (values) => reduce(operator, values, level)) },
    ];
  });
  return { kind: 'vector', series };
}

function combine(
  members: readonly Series[],
  reduceAll: (values: readonly number[]) => number,
): number[] {
  return (members[0]?.values ?? []).map((_, i) => {
    const present = members.map(({ values }) => values[i] ?? NaN).filter((v) => !Number.isNaN(v));
    return present.length === 0 ? NaN : reduceAll(present);
  });
}

/** Reduces numbers, of which there is at least one, as an aggregation or a function over time does. */
export function reduce(operator: string, values: readonly number[], level = 0.5): number {
  const aggregation = AGGREGATES[operator];
  if (aggregation) return aggregation(values);
  switch (operator) {
    case 'present':
      return 1;
    case 'quantile':
      return quantileOf(
        [...values].sort((a, b) => a - b),
        level,
      );
    case 'mad': {
      const middle = reduce('quantile', values);
      return reduce(
        'quantile',
        values.map((value) => Math.abs(value - middle)),
      );
    }
    case 'first':
      return values[0] ?? NaN;
    default:
      return values.at(-1) ?? NaN;
  }
}

function quantileOf(sorted: readonly number[], level: number): number {
  const rank = Math.min(1, Math.max(0, level)) * (sorted.length - 1);
  const [low = NaN, high = low] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
  return low + (high - low) * (rank % 1);
}

/** The members that are in the first places at each time; elsewhere they have no value. */
function chooseMembers(operator: string, wanted: number, members: readonly Series[]): Series[] {
  const number = operator === 'limit_ratio' ? Math.ceil(wanted * members.length) : wanted;
  const sign = operator === 'topk' ? -1 : operator === 'bottomk' ? 1 : 0;
  const length = members[0]?.values.length ?? 0;
  const chosen = members.map(({ labels }) => ({
    labels,
    values: new Array<number>(length).fill(NaN),
  }));
  for (let i = 0; i < length; i += 1) {
    members
      .map(({ values }, position) => ({ position, value: values[i] ?? NaN }))
      .filter(({ value }) => !Number.isNaN(value))
      .sort((a, b) => sign * (a.value - b.value))
      .slice(0, number)
      .forEach(({ position, value }) => {
        (chosen[position] as { values: number[] }).values[i] = value;
      });
  }
  return chosen.filter(({ values }) => values.some((value) => !Number.isNaN(value)));
}

function countValues(name: string, members: readonly Series[]): Series[] {
  const texts = new Set(members.flatMap(({ values }) => values.map(String)));
  texts.delete('NaN');
  return [...texts].sort().map((text) => ({
    labels: { [name]: text },
    values: combine(
      members,
      (values) => values.filter((value) => String(value) === text).length || NaN,
    ),
  }));
}
