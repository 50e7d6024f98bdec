import {
  type ApiAnswer,
  type ApiFailure,
  type Ask,
  instantQuery,
  rangeQuery,
  readMatrix,
  readVector,
  type RangeSeries,
  type SeriesLabels,
} from '@g6/prometheus-api';
import type { SentQuery } from './panel-queries';

/** A series of a result, as far as findings ask for it. */
export interface SeriesSummary {
  readonly labels: SeriesLabels;
  readonly min: number;
  readonly max: number;
  /** Times of its first and last value, in seconds since 1970. */
  readonly first: number;
  readonly last: number;
}

/** What became of a query; small, however large the answer was. */
export interface QueryOutcome {
  /** Set if there is no answer. */
  readonly failure?: ApiFailure;
  /** How many series the result has. */
  readonly count: number;
  /** The first of them. */
  readonly series: readonly SeriesSummary[];
  /** How often the set of series changed from one step to the next. */
  readonly changes: number;
  /** Time of the newest value; undefined if there is none. */
  readonly newest?: number;
  readonly min: number;
  readonly max: number;
}

/** So many series of a result are kept: more than a graph should have. */
const MOST_KEPT = 60;

const NOTHING = { count: 0, series: [], changes: 0, min: Infinity, max: -Infinity };

/** Sends a query and sums up its answer. */
export async function outcomeOf(query: SentQuery, ask: Ask): Promise<QueryOutcome> {
  const { expr, instant, span, step } = query;
  if (!instant) return summarize(seriesOf(await ask(rangeQuery(expr, span, step))));
  const { data, failure } = readVector(await ask(instantQuery(expr, span.end)));
  if (failure) return summarize({ failure });
  return summarize({
    series: data.map(({ labels, value }) => ({ labels, points: [[span.end, value] as const] })),
  });
}

function seriesOf(answer: ApiAnswer) {
  const { data, failure } = readMatrix(answer);
  return failure ? { failure } : { series: data };
}

/** Sums up the series of a result. */
export function summarize({
  series = [],
  failure,
}: {
  readonly series?: readonly RangeSeries[];
  readonly failure?: ApiFailure;
}): QueryOutcome {
  if (failure) return { ...NOTHING, failure };
  const summaries = series.flatMap(({ labels, points }) => {
    const [start] = points;
    return start ? [summaryOf(labels, points)] : [];
  });
  let [min, max, newest] = [Infinity, -Infinity, -Infinity];
  for (const one of summaries) {
    min = Math.min(min, one.min);
    max = Math.max(max, one.max);
    newest = Math.max(newest, one.last);
  }
  return {
    count: summaries.length,
    series: summaries.slice(0, MOST_KEPT),
    changes: changesOf(series),
    ...(summaries.length === 0 ? {} : { newest }),
    min,
    max,
  };
}

function summaryOf(labels: SeriesLabels, points: RangeSeries['points']): SeriesSummary {
  let [min, max] = [Infinity, -Infinity];
  let [first, last] = [Infinity, -Infinity];
  for (const [time, value] of points) {
    first = Math.min(first, time);
    last = Math.max(last, time);
    if (!Number.isFinite(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return { labels, min, max, first, last };
}

/** Counts the steps at which other series are there than at the step before. */
function changesOf(series: readonly RangeSeries[]): number {
  const present = new Map<number, number>();
  for (const [position, { points }] of series.entries()) {
    // Sets are compared by a sum of scattered numbers, one for each series.
    const mark = Math.imul(position + 1, 0x9e3779b1) >>> 0;
    for (const [time] of points) present.set(time, (present.get(time) ?? 0) + mark);
  }
  const times = [...present.keys()].sort((a, b) => a - b);
  return times.filter((time, at) => {
    const before = times[at - 1];
    return before !== undefined && present.get(time) !== present.get(before);
  }).length;
}
