import { type DataFrame, type Field, FieldType } from '@grafana/data';
import type { QueryData, QuerySeries } from '../src/protocol';
import type { Query } from '../src/dashboard/dashboard-model';

/** The frames of a query's result, as the Prometheus datasource shapes them. */
export function framesOf(query: Query, data: QueryData, step: number): DataFrame[] {
  if (query.format === 'table') return [tableOf(query, data)];
  const native = data.result.filter(({ histograms, histogram }) => histograms ?? histogram);
  const series = data.result
    .filter((one) => !native.includes(one))
    .map((one) => seriesFrame(query, one, step));
  if (native.length > 0) return [...series, ...nativeFrames(query, native, step)];
  return query.format === 'heatmap' ? inOrderOfBounds(series) : series;
}

/**
 * A frame for each bucket of native histograms, by rising bounds, with what is in it at each time.
 * Histograms of several series are added up, because a heatmap shows one.
 */
function nativeFrames(query: Query, native: readonly QuerySeries[], step: number): DataFrame[] {
  const counts = new Map<string, Map<number, number>>();
  const times = new Set<number>();
  for (const { histograms, histogram } of native) {
    for (const [time, { buckets = [] }] of histograms ?? (histogram ? [histogram] : [])) {
      times.add(time);
      for (const [, , high, count] of buckets) {
        const own = counts.get(high) ?? new Map<number, number>();
        own.set(time, (own.get(time) ?? 0) + Number(count));
        counts.set(high, own);
      }
    }
  }
  const inOrder = [...times].sort((a, b) => a - b);
  const byBound = [...counts].sort(([a], [b]) => boundOf(a) - boundOf(b));
  return byBound.map(([le, own]) => {
    const values = inOrder.map((time) => [time, String(own.get(time) ?? 0)] as const);
    return seriesFrame({ ...query, legendFormat: '{{le}}' }, { metric: { le }, values }, step);
  });
}

function boundOf(le: string): number {
  return le === '+Inf' ? Infinity : Number(le);
}

function pointsOf({ values, value }: QuerySeries): readonly (readonly [number, string])[] {
  return values ?? (value ? [value] : []);
}

function seriesFrame(query: Query, series: QuerySeries, step: number): DataFrame {
  const { times, values } = withGaps(pointsOf(series), step);
  const name = seriesName(query, series.metric);
  const value: Field = {
    name: 'Value',
    type: FieldType.number,
    config: { displayNameFromDS: name },
    labels: { ...series.metric },
    values,
  };
  const time: Field = { name: 'Time', type: FieldType.time, config: {}, values: times };
  return frame(query, name, [time, value]);
}

function frame({ refId }: Query, name: string | undefined, fields: Field[]): DataFrame {
  return {
    ...(name === undefined ? {} : { name }),
    ...(refId === undefined ? {} : { refId }),
    fields,
    length: fields[0]?.values.length ?? 0,
  };
}

/** Puts a null where a point is missing, so that lines break there; data may be coarser than asked. */
function withGaps(points: readonly (readonly [number, string])[], asked: number) {
  const closest = points.reduce(
    (least, [time], i) => Math.min(least, time - (points[i - 1]?.[0] ?? -Infinity)),
    Infinity,
  );
  const step = asked > 0 && Number.isFinite(closest) ? Math.max(asked, closest) : asked;
  const times: number[] = [];
  const values: (number | null)[] = [];
  let last: number | undefined;
  for (const [time, value] of points) {
    if (last !== undefined && step > 0 && time - last > step * 1.5) {
      times.push((last + step) * 1000);
      values.push(null);
    }
    times.push(time * 1000);
    values.push(numberOf(value));
    last = time;
  }
  return { times, values };
}

function numberOf(text: string): number | null {
  if (text === '+Inf') return Infinity;
  if (text === '-Inf') return -Infinity;
  const number = Number(text);
  return Number.isNaN(number) ? null : number;
}

/** The name of a series by its legend template, or as Prometheus writes it. */
export function seriesName(
  { legendFormat = '', expr = '' }: Query,
  { __name__: metric = '', ...labels }: Readonly<Record<string, string>>,
): string {
  if (legendFormat !== '' && legendFormat !== '__auto') {
    return legendFormat.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (_, label: string) => {
      return label === '__name__' ? metric : (labels[label] ?? '');
    });
  }
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  if (metric === '' && pairs.length === 0) return expr;
  return pairs.length === 0 ? metric : `${metric}{${pairs.join(', ')}}`;
}

function tableOf(query: Query, { result }: QueryData): DataFrame {
  const rows = result.flatMap((series) =>
    pointsOf(series).map(([time, value]) => ({ metric: series.metric, time, value })),
  );
  const labels = [...new Set(result.flatMap(({ metric }) => Object.keys(metric)))].sort();
  const fields: Field[] = [
    { name: 'Time', type: FieldType.time, config: {}, values: rows.map(({ time }) => time * 1000) },
    ...labels.map((label) => ({
      name: label,
      type: FieldType.string,
      config: {},
      values: rows.map(({ metric }) => metric[label] ?? ''),
    })),
    {
      name: query.refId === undefined || query.refId === 'A' ? 'Value' : `Value #${query.refId}`,
      type: FieldType.number,
      config: {},
      values: rows.map(({ value }) => numberOf(value)),
    },
  ];
  return frame(query, undefined, fields);
}

/** Buckets count everything below their bound; a heatmap shows what is between two bounds. */
function inOrderOfBounds(series: readonly DataFrame[]): DataFrame[] {
  const bound = ({ fields }: DataFrame) => boundOf(fields[1]?.labels?.['le'] ?? '');
  const sorted = [...series]
    .filter((one) => !Number.isNaN(bound(one)))
    .sort((a, b) => bound(a) - bound(b));
  if (sorted.length < series.length) return [...series];
  return sorted.map((one, position) => {
    const below = sorted[position - 1]?.fields[1]?.values as (number | null)[] | undefined;
    const [time, value] = one.fields as [Field, Field];
    const values = (value.values as (number | null)[]).map((count, i) =>
      count === null ? null : Math.max(0, count - (below?.[i] ?? 0)),
    );
    return { ...one, fields: [time, { ...value, values }] };
  });
}
