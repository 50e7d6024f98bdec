import { highest } from '@g6/problems';
import { quantileOf } from '@g6/promql';
import type { Metric } from '@g6/model';
import type { DerivedSeries } from '../recording-rules';
import { boundsOf, type Clock, type Input } from './recording-inputs';
import { valueAt, type Track } from './track';

/** The value that Prometheus records from these inputs half a step after the last sample. */
export function expectedValue(
  series: DerivedSeries,
  inputs: readonly Input[],
  clock: Clock,
): number {
  const { form, metric } = series;
  const [window = 0, against = 0] = clock.windows;
  const own = inputs.filter(
    ({ name }) => name.startsWith(metric.name) && name !== series.companion,
  );
  switch (form.kind) {
    case 'quantile':
      return quantile(metric, own, form.percentile, window, clock);
    case 'quantile_ratio':
      return (
        quantile(metric, own, form.percentile, window, clock) /
        quantile(metric, own, form.percentile, against, clock)
      );
    case 'rate':
    case 'total_rate':
      return sum(own, (track) => rate(track, window, clock));
    case 'burn_rows_per_s':
      return Math.max(0, -sum(own, (track) => regression(track, window, clock)));
    case 'eta_minutes': {
      const pace = inputs.filter(({ name }) => name === series.companion);
      const waiting = sum(own, (track) => valueAt(track, clock.last));
      return waiting / sum(pace, (track) => rate(track, window, clock)) / 60;
    }
    case 'top':
      return highest(own.map(({ track }) => valueAt(track, clock.last)));
  }
}

function sum(inputs: readonly Input[], of: (track: Track) => number): number {
  return inputs.reduce((total, { track }) => total + of(track), 0);
}

/** The first sample of a window that ends half a step after the last. */
function firstIn(window: number, { last }: Clock): number {
  return last - window + 1;
}

function increase(track: Track, window: number, clock: Clock): number {
  return valueAt(track, clock.last) - valueAt(track, firstIn(window, clock));
}

/** Prometheus extends the increase to the window's edges, which are half a step off on either side. */
function rate(track: Track, window: number, clock: Clock): number {
  return increase(track, window, clock) / ((window - 1) * clock.step);
}

/** The value that `histogram_quantile` interpolates between the first two buckets. */
function quantile(
  metric: Metric,
  inputs: readonly Input[],
  percentile: string,
  window: number,
  clock: Clock,
): number {
  const [first, second] = boundsOf(metric);
  const counted = (le: string) =>
    sum(
      inputs.filter(({ labels }) => labels['le'] === le),
      (track) => increase(track, window, clock),
    );
  const low = counted(String(first));
  const all = counted('+Inf');
  const rank = quantileOf(percentile) * all;
  if (rank <= low || second === undefined) return first <= 0 ? first : first * (rank / low);
  return first + (second - first) * ((rank - low) / (all - low));
}

/** The slope of least squares through the samples of a window, which `deriv` gives. */
function regression(track: Track, window: number, clock: Clock): number {
  const points = Array.from({ length: window }, (_, position) => {
    const step = firstIn(window, clock) + position;
    return { x: position * clock.step, y: valueAt(track, step) };
  });
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((total, point) => total + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const covariance = mean((point) => (point.x - x) * (point.y - y));
  return covariance / mean((point) => (point.x - x) ** 2);
}
