import { highest } from '@g6/problems';
import { durationSeconds, RATE_WINDOW } from '@g6/promql';
import { type Metric, type SpecIndex, traitsOf } from '@g6/model';
import type { DerivedSeries } from '../recording-rules';
import type { Track } from './track';

/** Steps that the shortest window covers. */
const WINDOW_STEPS = 5;
/** Steps before the evaluation at which the pace changes; it must be inside every window. */
const CHANGE = 2;
/** Steps that a backlog grows at the end: more than the window of its rate. */
export const GROWTH = 8;

/** When samples come, and which windows look at them. */
export interface Clock {
  /** Seconds between two samples. */
  readonly step: number;
  /** Windows in steps. */
  readonly windows: readonly number[];
  /** The last sample that counts. */
  readonly last: number;
}

/** A series that the test of a rule feeds in. */
export interface Input {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly track: Track;
  /** Which of the metric's series it belongs to, from 1. */
  readonly variant: number;
}

/** The clock that makes every window of a series a whole number of steps. */
export function recordingClock(series: DerivedSeries): Clock {
  return clockOf(windowsOf(series));
}

function windowsOf({ form }: DerivedSeries): number[] {
  const windows =
    form.kind === 'quantile_ratio'
      ? [form.window, form.against]
      : ['window' in form ? form.window : RATE_WINDOW];
  return windows.map((window) => durationSeconds(window) ?? 0);
}

function clockOf(windows: readonly number[]): Clock {
  const step = windows.reduce(greatestDivisor) / WINDOW_STEPS;
  const inSteps = windows.map((window) => Math.round(window / step));
  return { step, windows: inSteps, last: highest(inSteps) + WINDOW_STEPS };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** A metric without labels has one series; one with labels two, so that grouping shows. */
function variantsOf({ labels }: Metric, { form }: DerivedSeries): number[] {
  const count = labels.length === 0 ? 1 : form.kind === 'top' ? form.count + 1 : 2;
  return Array.from({ length: count }, (_, position) => position + 1);
}

/** Label values of one variant of a series. */
export function labelsFor(labels: readonly string[], variant: number): Record<string, string> {
  return Object.fromEntries(labels.map((label) => [label, `${label}_${variant}`]));
}

/** The series that a recorded series is tested on, of the metric and of its companion. */
export function recordingInputs(series: DerivedSeries, index: SpecIndex, clock: Clock): Input[] {
  const { metric, form, companion } = series;
  const counter = companion === undefined ? undefined : index.metric(companion);
  return [
    ...variantsOf(metric, series).flatMap((variant): Input[] => {
      const labels = labelsFor(metric.labels, variant);
      const bucketed = traitsOf(metric.type)
        .series(metric)
        .find(({ samples }) => samples === 'buckets');
      if (bucketed) {
        const name = metric.name + bucketed.suffix;
        return bucketInputs(name, boundsOf(metric), labels, variant, clock);
      }
      const track =
        form.kind === 'burn_rows_per_s' ? backlog(variant, clock) : rising(variant, clock);
      const steady = form.kind === 'eta_minutes' || form.kind === 'top';
      const value = { start: 6000 * variant, pieces: [{ steps: clock.last + 1, slope: 0 }] };
      return [{ name: metric.name, labels, variant, track: steady ? value : track }];
    }),
    ...(counter ? variantsOf(counter, series) : []).map((variant) => ({
      name: counter?.name ?? '',
      labels: labelsFor(counter?.labels ?? [], variant),
      variant,
      track: rising(variant, clock),
    })),
  ];
}

function changing(start: number, before: number, after: number, { last }: Clock): Track {
  const pieces = [
    { steps: last - CHANGE, slope: before },
    { steps: CHANGE + 1, slope: after },
  ];
  return { start, pieces };
}

function rising(variant: number, clock: Clock): Track {
  return changing(1_000_000, 60 * variant, 90 * variant, clock);
}

/** A backlog that shrinks, faster towards the end, and then grows. */
function backlog(variant: number, clock: Clock): Track {
  const { start, pieces } = changing(100_000, -20 * variant, -30 * variant, clock);
  return { start, pieces: [...pieces, { steps: GROWTH, slope: 40 * variant }] };
}

/** Observations in the first two buckets, of which the second gains. */
function bucketInputs(
  name: string,
  [first, second]: ReturnType<typeof boundsOf>,
  labels: Readonly<Record<string, string>>,
  variant: number,
  clock: Clock,
): Input[] {
  const low = changing(1_000_000, 80 - 10 * variant, 60 - 20 * variant, clock);
  const all = changing(2_000_000, 100, 100, clock);
  const bounds = [...(second === undefined ? [] : [second]), Infinity];
  return [
    { le: first, track: second === undefined ? all : low },
    ...bounds.map((le) => ({ le, track: all })),
  ].map(({ le, track }) => ({
    name,
    labels: { ...labels, le: le === Infinity ? '+Inf' : String(le) },
    variant,
    track,
  }));
}

/** The bounds that observations fall between; the second is missing where there is one bucket. */
export function boundsOf({ buckets }: Metric): readonly [number, number | undefined] {
  return buckets?.[0] === undefined ? [1, 2] : [buckets[0], buckets[1]];
}
