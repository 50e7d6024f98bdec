import * as z from 'zod';
import { type ApiAnswer, type ApiReading, readAnswer } from './api-answers';

/** The labels of one series, `__name__` among them. */
export type Series = Readonly<Record<string, string>>;

const series = z.array(z.record(z.string(), z.string()));
const names = z.array(z.string());

/** Reads `/api/v1/series`. */
export function readSeries(answer: ApiAnswer): ApiReading<readonly Series[]> {
  return readAnswer(answer, series);
}

/** Reads `/api/v1/labels` and `/api/v1/label/<name>/values`. */
export function readNames(answer: ApiAnswer): ApiReading<readonly string[]> {
  return readAnswer(answer, names);
}

/** Counts that Prometheus keeps of its newest data. */
export interface TsdbStatus {
  readonly series: number;
  /** The names with the most series. */
  readonly seriesByName: readonly Counted[];
  /** The labels with the most values. */
  readonly valuesByLabel: readonly Counted[];
}

/** A name and how much there is of it. */
export interface Counted {
  readonly name: string;
  readonly value: number;
}

const counted = z.array(z.object({ name: z.string(), value: z.number() })).nullish();
const status = z.object({
  headStats: z.object({ numSeries: z.number() }).optional(),
  seriesCountByMetricName: counted,
  labelValueCountByLabelName: counted,
});

/** Reads `/api/v1/status/tsdb`. */
export function readTsdbStatus(answer: ApiAnswer): ApiReading<TsdbStatus> {
  const { data, problems } = readAnswer(answer, status);
  if (!data) return { problems };
  return {
    data: {
      series: data.headStats?.numSeries ?? 0,
      seriesByName: data.seriesCountByMetricName ?? [],
      valuesByLabel: data.labelValueCountByLabelName ?? [],
    },
    problems,
  };
}
