import type { PreviewSeries } from '@g6/dashboards';
import type { LabelMatcher } from '@g6/promql';
import type { Labels } from './label-values';
import type { RawSeries } from './raw-series';
import { fraction, normalShare, type Signal, START, wave } from './signal';
import { NATIVE, withoutName } from './value';

const DEFAULT_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Bounds of native histograms: each the square root of two times the one below it. */
const NATIVE_BUCKETS = Array.from({ length: 28 }, (_, i) => 2 ** (i / 2 - 9));
/** Quantiles of a summary by how far they are from the middle, in standard deviations. */
const QUANTILES: Readonly<Record<string, number>> = { '0.5': 0, '0.9': 1.2816, '0.99': 2.3263 };
/** How far latencies spread around their median, on a logarithmic scale. */
const SPREAD = 0.7;
/** The mean of such latencies to their median. */
const MEAN = Math.exp((SPREAD * SPREAD) / 2);

interface Observed {
  /** How many there are. */
  readonly rate: Signal;
  /** What is in the middle of them. */
  readonly median: Signal;
}

/** What is observed of the series of a metric; its parts agree, as they see the same. */
function observed({ name }: PreviewSeries, labels: Labels, middle: number): Observed {
  const seed = `${name}${JSON.stringify(withoutName(labels))}`;
  return {
    rate: wave(seed, 4 + 40 * fraction(seed)),
    median: wave(`${seed} median`, middle * (0.5 + 0.6 * fraction(`${seed} m`))),
  };
}

function scaled(labels: Labels, { rate }: Observed, factor: Signal['at']): RawSeries {
  return {
    labels,
    at: (seconds) => rate.total(seconds) * factor(START),
    slope: (seconds) => rate.at(seconds) * factor(seconds),
  };
}

const valueOf = (matchers: readonly LabelMatcher[], label: string) =>
  matchers.find((matcher) => matcher.label === label && matcher.operator === '=')?.value;

/** The series of a histogram by the suffix of the name that is asked for: buckets, sum or count. */
export function histogramSeries(
  name: string,
  metric: PreviewSeries,
  labels: Labels,
  matchers: readonly LabelMatcher[],
): RawSeries[] {
  const isNative = name === metric.name && metric.native !== undefined;
  const bounds = isNative ? NATIVE_BUCKETS : (metric.buckets ?? DEFAULT_BUCKETS);
  const all = observed(metric, labels, bounds[Math.floor(bounds.length * 0.4)] ?? 1);
  const sum = (own: Labels) => scaled(own, all, (s) => all.median.at(s) * MEAN);
  if (name.endsWith('_count')) return [scaled(labels, all, () => 1)];
  if (name.endsWith('_sum')) return [sum(labels)];
  const asked = isNative ? undefined : valueOf(matchers, 'le');
  const label = isNative ? NATIVE : 'le';
  const buckets = [...bounds.map(String), '+Inf']
    .filter((le) => asked === undefined || asked === le)
    .map((le) =>
      scaled({ ...labels, [label]: le }, all, (s) => below(Number(le), all.median.at(s))),
    );
  return isNative ? [...buckets, sum({ ...labels, [NATIVE]: 'sum' })] : buckets;
}

function below(bound: number, median: number): number {
  if (Number.isNaN(bound)) return 1;
  return bound <= 0 ? 0 : normalShare(Math.log(bound / median) / SPREAD);
}

/** The series of a summary: its quantiles, its sum or its count. */
export function summarySeries(
  name: string,
  metric: PreviewSeries,
  labels: Labels,
  matchers: readonly LabelMatcher[],
): RawSeries[] {
  const all = observed(metric, labels, 0.3);
  if (name.endsWith('_count')) return [scaled(labels, all, () => 1)];
  if (name.endsWith('_sum')) return [scaled(labels, all, (s) => all.median.at(s) * MEAN)];
  const asked = valueOf(matchers, 'quantile');
  const quantiles = asked === undefined ? Object.keys(QUANTILES) : [asked];
  return quantiles.map((quantile) => {
    const at: Signal['at'] = (seconds) =>
      all.median.at(seconds) * Math.exp(SPREAD * (QUANTILES[quantile] ?? 0));
    return { labels: { ...labels, quantile }, at, slope: (s) => (at(s) - at(s - 60)) / 60 };
  });
}
