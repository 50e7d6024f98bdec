import type { PreviewCatalogue } from '@g6/dashboards';
import { type LabelMatcher, parsePromQl, rootExpr, satisfies, selectorMatchers } from '@g6/promql';
import type { HistogramBucket, HistogramSample, QueryData, QuerySeries } from '../protocol';
import { Evaluator } from '../synthetic/evaluate';
import { type Histogram, splitHistograms } from '../synthetic/histograms';
import { labelValues } from '../synthetic/label-values';
import { NATIVE } from '../synthetic/value';
import { nameOfPath } from '../utf8-names';
import { failure, type PrometheusRead, type PrometheusReader } from './prometheus-reads';

/** The most points of a series, as in Prometheus. */
const MOST_POINTS = 11_000;

/** Answers reads with made-up data of a workspace, in the form of Prometheus. */
export function syntheticReads(catalogue: () => PreviewCatalogue): PrometheusReader {
  return async (read) => answer(read, catalogue());
}

function answer({ path, parameters }: PrometheusRead, catalogue: PreviewCatalogue) {
  const expr = parameters.get('query') ?? '';
  if (path === 'query_range') {
    const [start, end, step] = ['start', 'end', 'step'].map((name) => numberIn(parameters, name));
    if (start === undefined || end === undefined || !step || (end - start) / step > MOST_POINTS) {
      return failure(400, 'bad_data', 'start, end and step are no range of at most 11000 points');
    }
    return success(rangeData(expr, timesOf(start, end, step), catalogue));
  }
  if (path === 'query')
    return success(momentData(expr, numberIn(parameters, 'time') ?? 0, catalogue));
  if (path.startsWith('label/'))
    return success(valuesOf(nameOfPath(path.split('/')[1] ?? ''), parameters, catalogue));
  if (path === 'labels') return success(labelNames(parameters, catalogue));
  if (path === 'series') return success(seriesOf(parameters, catalogue));
  return success({});
}

function success(data: unknown) {
  return { status: 200, body: JSON.stringify({ status: 'success', data }) };
}

function numberIn(parameters: URLSearchParams, name: string): number | undefined {
  const value = Number(parameters.get(name) ?? NaN);
  return Number.isFinite(value) ? value : undefined;
}

function timesOf(start: number, end: number, step: number): number[] {
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, i) => start + i * step);
}

/** The values of an expression over a range. */
export function rangeData(
  expr: string,
  times: readonly number[],
  catalogue: PreviewCatalogue,
): QueryData {
  const all = new Evaluator(catalogue).evaluate(expr, times);
  const { floats, histograms } = splitHistograms(all);
  const series = floats.map(({ labels, values }) => {
    const points = times.flatMap((time, i) => {
      const value = values[i] ?? NaN;
      return Number.isNaN(value) ? [] : [[time, spell(value)] as const];
    });
    return { metric: labels, values: points };
  });
  const native = histograms.map((histogram) => ({
    metric: histogram.labels,
    histograms: times.map((time, i) => [time, sampleOf(histogram, i)] as const),
  }));
  return { resultType: 'matrix', result: [...series, ...native] };
}

/** The values of an expression at one moment. */
export function momentData(expr: string, time: number, catalogue: PreviewCatalogue): QueryData {
  const all = new Evaluator(catalogue).evaluate(expr, [time]);
  const { floats, histograms } = splitHistograms(all);
  const series = floats.map(({ labels, values }) => {
    return { metric: labels, value: [time, spell(values[0] ?? NaN)] } satisfies QuerySeries;
  });
  const native = histograms.map((histogram) => {
    const sample = [time, sampleOf(histogram, 0)] as const;
    return { metric: histogram.labels, histogram: sample } satisfies QuerySeries;
  });
  return { resultType: 'vector', result: [...series, ...native] };
}

/** A native histogram as Prometheus writes it; buckets without observations are left out. */
function sampleOf({ buckets, sum }: Histogram, i: number): HistogramSample {
  const counts = buckets.map(({ values }) => values[i] ?? NaN);
  const filled = buckets.flatMap(({ bound }, position): HistogramBucket[] => {
    const low = buckets[position - 1]?.bound ?? 0;
    const count = (counts[position] ?? 0) - (counts[position - 1] ?? 0);
    return count > 0 && bound !== Infinity ? [[0, spell(low), spell(bound), spell(count)]] : [];
  });
  return {
    count: spell(counts.at(-1) ?? NaN),
    sum: spell(sum?.[i] ?? NaN),
    buckets: filled,
  };
}

/** Six digits are more than a pixel shows. */
function spell(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : value < 0 ? '-Inf' : 'NaN';
  return String(Number(value.toPrecision(8)));
}

function selectorsIn(parameters: URLSearchParams): string[] {
  return parameters.getAll('match[]');
}

/** A moment at which series are listed; which one makes no difference. */
const ANY_TIME = 1_750_000_000;

function seriesOf(parameters: URLSearchParams, catalogue: PreviewCatalogue) {
  const evaluator = new Evaluator(catalogue);
  return selectorsIn(parameters).flatMap((selector) =>
    evaluator
      .evaluate(selector, [ANY_TIME])
      .map(({ labels: { [NATIVE]: _, ...labels } }) => labels),
  );
}

function valuesOf(
  label: string,
  parameters: URLSearchParams,
  catalogue: PreviewCatalogue,
): string[] {
  if (label === '__name__') return namesOf(parameters, catalogue);
  const found = seriesOf(parameters, catalogue).flatMap((labels) => labels[label] ?? []);
  const values = selectorsIn(parameters).length > 0 ? found : labelValues(label, 0);
  return [...new Set(values)].sort();
}

/** The names of metrics and recorded series that a pattern finds, as `metrics()` asks for. */
function namesOf(parameters: URLSearchParams, { metrics, recorded }: PreviewCatalogue): string[] {
  const all = [...metrics.map(({ name }) => name), ...Object.keys(recorded)];
  const found = selectorsIn(parameters).map((selector) => {
    const promql = parsePromQl(selector);
    const node = rootExpr(promql);
    return node?.name === 'VectorSelector' ? selectorMatchers(promql, node) : [];
  });
  return all.filter((name) => found.every((matchers) => isNamed(name, matchers))).sort();
}

function isNamed(name: string, matchers: readonly LabelMatcher[]): boolean {
  return matchers.every((matcher) => {
    try {
      return matcher.label !== '__name__' || satisfies(matcher, { __name__: name });
    } catch {
      return false;
    }
  });
}

function labelNames(parameters: URLSearchParams, catalogue: PreviewCatalogue): string[] {
  const { metrics, targetLabels } = catalogue;
  const all =
    selectorsIn(parameters).length > 0
      ? seriesOf(parameters, catalogue).flatMap((labels) => Object.keys(labels))
      : ['__name__', ...targetLabels, ...metrics.flatMap(({ labels }) => labels)];
  return [...new Set(all)].sort();
}
