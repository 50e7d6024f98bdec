import { matchGroups, POINTWISE } from '@g6/promql';
import { reduce } from './aggregations';
import { histogramFraction, histogramPart, histogramQuantile } from './histograms';
import {
  labelKey,
  numbersOf,
  type RangeSeries,
  type Series,
  seriesOf,
  type Value,
  withoutName,
} from './value';

/** A part of a time in UTC; without an argument, of the time of evaluation. */
const ofTime = (part: (time: Date) => number) => (seconds: number) =>
  part(new Date(seconds * 1000));

const ELEMENTWISE: typeof POINTWISE = {
  ...POINTWISE,
  hour: ofTime((time) => time.getUTCHours()),
  minute: ofTime((time) => time.getUTCMinutes()),
  day_of_week: ofTime((time) => time.getUTCDay()),
  day_of_month: ofTime((time) => time.getUTCDate()),
  day_of_year: ofTime((time) =>
    Math.ceil((time.valueOf() + 1 - Date.UTC(time.getUTCFullYear())) / DAY),
  ),
  days_in_month: ofTime((time) =>
    new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate(),
  ),
  month: ofTime((time) => time.getUTCMonth() + 1),
  year: ofTime((time) => time.getUTCFullYear()),
};

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Applies a function; one that is not known passes its first vector on. */
export function call(name: string, args: readonly Value[], times: readonly number[]): Value {
  const [first, second] = args;
  const range = args.find((arg) => arg.kind === 'range');
  if (range?.kind === 'range') return overTime(name, range.series, range.seconds, args);
  const elementwise = Object.hasOwn(ELEMENTWISE, name) ? ELEMENTWISE[name] : undefined;
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
    case 'histogram_fraction': {
      const bounds = [numbersOf(first), numbersOf(second)] as const;
      return { kind: 'vector', series: histogramFraction(bounds, seriesOf(args[2])) };
    }
    case 'histogram_count':
    case 'histogram_sum':
    case 'histogram_avg':
      return { kind: 'vector', series: histogramPart(name, seriesOf(first)) };
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
    const found = matchGroups(pattern, labels[source] ?? '');
    if (!found) return { labels, values };
    const text = replacement.replace(/\$(\d+)|\$\{(\d+)\}/g, (_, a?: string, b?: string) => {
      return found[Number(a ?? b)] ?? '';
    });
    const { [target]: _, ...others } = labels;
    return { labels: text === '' ? others : { ...others, [target]: text }, values };
  };
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
