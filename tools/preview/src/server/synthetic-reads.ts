import type { PreviewCatalogue } from '@g6/dashboards';
import type { QueryData, QuerySeries } from '../protocol';
import { Evaluator } from '../synthetic/evaluate';
import { labelValues } from '../synthetic/label-values';
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
    return success(valuesOf(path.split('/')[1] ?? '', parameters, catalogue));
  if (path === 'labels') return success(labelNames(catalogue));
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
  const result = new Evaluator(catalogue).evaluate(expr, times).map(({ labels, values }) => {
    const points = times.flatMap((time, i) => {
      const value = values[i] ?? NaN;
      return Number.isNaN(value) ? [] : [[time, spell(value)] as const];
    });
    return { metric: labels, values: points };
  });
  return { resultType: 'matrix', result };
}

/** The values of an expression at one moment. */
export function momentData(expr: string, time: number, catalogue: PreviewCatalogue): QueryData {
  const result = new Evaluator(catalogue).evaluate(expr, [time]).map(({ labels, values }) => {
    return { metric: labels, value: [time, spell(values[0] ?? NaN)] } satisfies QuerySeries;
  });
  return { resultType: 'vector', result };
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
    evaluator.evaluate(selector, [ANY_TIME]).map(({ labels }) => labels),
  );
}

function valuesOf(
  label: string,
  parameters: URLSearchParams,
  catalogue: PreviewCatalogue,
): string[] {
  if (label === '__name__') return catalogue.metrics.map(({ name }) => name).sort();
  const found = seriesOf(parameters, catalogue).flatMap((labels) => labels[label] ?? []);
  const values = selectorsIn(parameters).length > 0 ? found : labelValues(label, 0);
  return [...new Set(values)].sort();
}

function labelNames({ metrics }: PreviewCatalogue): string[] {
  return [
    ...new Set(['__name__', 'job', 'instance', ...metrics.flatMap(({ labels }) => labels)]),
  ].sort();
}
