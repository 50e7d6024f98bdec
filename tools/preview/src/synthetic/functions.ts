import { reduce } from './aggregations';
import { histogramQuantile } from './histogram-quantile';
import {
  labelKey,
  numbersOf,
  type RangeSeries,
  type Series,
  seriesOf,
  type Value,
  withoutName,
} from './value';

const ELEMENTWISE: Readonly<Record<string, (value: number, ...more: readonly number[]) => number>> =
  {
    abs: Math.abs,
    ceil: Math.ceil,
    floor: Math.floor,
    exp: Math.exp,
    ln: Math.log,
    log2: Math.log2,
    log10: Math.log10,
    sqrt: Math.sqrt,
    sgn: Math.sign,
    sin: Math.sin,
    cos: Math.cos,
    tan: Math.tan,
    round: (value, to = 1) => Math.round(value / to) * to,
    clamp: (value, low = -Infinity, high = Infinity) => Math.min(high, Math.max(low, value)),
    clamp_min: (value, low = -Infinity) => Math.max(low, value),
    clamp_max: (value, high = Infinity) => Math.min(high, value),
    hour: (value) => new Date(value * 1000).getUTCHours(),
    minute: (value) => new Date(value * 1000).getUTCMinutes(),
    day_of_week: (value) => new Date(value * 1000).getUTCDay(),
    day_of_month: (value) => new Date(value * 1000).getUTCDate(),
    month: (value) => new Date(value * 1000).getUTCMonth() + 1,
    year: (value) => new Date(value * 1000).getUTCFullYear(),
  };

/** Applies a function; one that is not known passes its first vector on. */
export function call(name: string, args: readonly Value[], times: readonly number[]): Value {
  const [first, second] = args;
  const range = args.find((arg) => arg.kind === 'range');
  if (range?.kind === 'range') return overTime(name, range.series, range.seconds, args);
  const elementwise = ELEMENTWISE[name];
  if (elementwise)
    return each(first ?? { kind: 'scalar', values: times }, args.slice(1), elementwise);
  switch (name) {
    case 'time':
      return { kind: 'scalar', values: times };
    case 'pi':
      return { kind: 'scalar', values: times.map(() => Math.PI) };
    case 'scalar':
      return {
        kind: 'scalar',
        values: seriesOf(first).length === 1 ? numbersOf(first) : times.map(() => NaN),
      };
    case 'vector':
      return { kind: 'vector', series: seriesOf(first) };
    case 'timestamp':
      return each(first, [], (_, ...at) => at[0] ?? NaN);
    case 'absent':
      return absent(seriesOf(first), times);
    case 'label_replace':
    case 'label_join':
      return {
        kind: 'vector',
        series: seriesOf(first).map(name === 'label_join' ? joinLabels(args) : replaceLabel(args)),
      };
    case 'histogram_quantile':
      return { kind: 'vector', series: histogramQuantile(numbersOf(first), seriesOf(second)) };
    default:
      return { kind: 'vector', series: seriesOf(args.find(({ kind }) => kind === 'vector')) };
  }
}

function each(
  value: Value | undefined,
  more: readonly Value[],
  apply: (value: number, ...more: readonly number[]) => number,
): Value {
  const numbers = more.map(numbersOf);
  const map = (values: readonly number[]) =>
    values.map((one, i) => apply(one, ...numbers.map((list) => list[i] ?? NaN)));
  if (value?.kind === 'scalar') return { kind: 'scalar', values: map(value.values) };
  const series = seriesOf(value).map(({ labels, values }) => {
    return { labels: withoutName(labels), values: map(values) };
  });
  return { kind: 'vector', series };
}

function overTime(
  name: string,
  series: readonly RangeSeries[],
  seconds: number,
  args: readonly Value[],
): Value {
  const level = numbersOf(args.find(({ kind }) => kind === 'scalar'))[0];
  const results = series.map(({ labels, samples, slopes }) => {
    const values = slopes.map((slope, i) =>
      ofWindow(name, () => samples(i), slope, seconds, level),
    );
    return { labels: name === 'last_over_time' ? labels : withoutName(labels), values };
  });
  if (name === 'absent_over_time') return absent(results, series[0]?.slopes ?? []);
  return { kind: 'vector', series: results };
}

function ofWindow(
  name: string,
  samples: () => readonly number[],
  slope: number,
  seconds: number,
  level: number | undefined,
): number {
  if (name === 'rate' || name === 'irate' || name === 'deriv') return slope;
  if (name === 'increase') return slope * seconds;
  if (name === 'resets') return 0;
  const window = samples();
  const last = window.at(-1) ?? NaN;
  if (name === 'delta' || name === 'idelta') return last - (window[0] ?? NaN);
  if (name === 'changes')
    return window.filter((value, i) => i > 0 && value !== window[i - 1]).length;
  if (name === 'predict_linear') return last + slope * (level ?? 0);
  const present = window.filter((value) => !Number.isNaN(value));
  return present.length === 0 ? NaN : reduce(name.replace(/_over_time$/, ''), present, level);
}

/** 1 at each time at which no series has a value. */
function absent(series: readonly Series[], times: readonly unknown[]): Value {
  const values = times.map((_, i) =>
    series.some((one) => !Number.isNaN(one.values[i] ?? NaN)) ? NaN : 1,
  );
  const missing = values.some((value) => !Number.isNaN(value));
  return { kind: 'vector', series: missing ? [{ labels: {}, values }] : [] };
}

function texts(args: readonly Value[]): string[] {
  return args.flatMap((arg) => (arg.kind === 'text' ? [arg.text] : []));
}

function replaceLabel(args: readonly Value[]) {
  const [target = '', replacement = '', source = '', pattern = ''] = texts(args);
  return ({ labels, values }: Series): Series => {
    const found = safeRegExp(pattern)?.exec(labels[source] ?? '');
    if (!found) return { labels, values };
    const text = replacement.replace(/\$(\d+)|\$\{(\d+)\}/g, (_, a?: string, b?: string) => {
      return found[Number(a ?? b)] ?? '';
    });
    const { [target]: _, ...others } = labels;
    return { labels: text === '' ? others : { ...others, [target]: text }, values };
  };
}

function safeRegExp(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}

function joinLabels(args: readonly Value[]) {
  const [target = '', separator = '', ...sources] = texts(args);
  return ({ labels, values }: Series): Series => {
    const text = sources.map((name) => labels[name] ?? '').join(separator);
    return { labels: { ...labels, [target]: text }, values };
  };
}

/** Whether two series have the same labels; results of an evaluation have no series twice. */
export function distinctSeries(series: readonly Series[]): Series[] {
  return [...new Map(series.map((one) => [labelKey(one.labels), one])).values()];
}
