import { chooseLabels, groupSeries, type Series } from './value';

/** The quantile of classic histograms, interpolated within a bucket as Prometheus does. */
export function histogramQuantile(levels: readonly number[], buckets: readonly Series[]): Series[] {
  return groupSeries(buckets, (labels) => chooseLabels(labels, ['le'], false)).map(
    ({ labels, members }) => {
      const sorted = members
        .map(({ labels: own, values }) => ({ bound: boundOf(own['le'] ?? ''), values }))
        .sort((a, b) => a.bound - b.bound);
      const length = members[0]?.values.length ?? 0;
      const values = Array.from({ length }, (_, i) => {
        const counts = sorted.map((bucket) => [bucket.bound, bucket.values[i] ?? NaN] as const);
        return quantileAt(levels[i] ?? NaN, counts);
      });
      return { labels, values };
    },
  );
}

function boundOf(le: string): number {
  return le === '+Inf' ? Infinity : Number(le);
}

function quantileAt(level: number, buckets: readonly (readonly [bound: number, count: number])[]) {
  const total = buckets.at(-1)?.[1] ?? 0;
  if (!(total > 0)) return NaN;
  const rank = level * total;
  const found = buckets.findIndex(([, count]) => count >= rank);
  const [bound, count] = buckets[found] ?? [NaN, NaN];
  const [low, before] = found > 0 ? (buckets[found - 1] as readonly [number, number]) : [0, 0];
  if (bound === Infinity) return low;
  return count === before ? bound : low + ((bound - low) * (rank - before)) / (count - before);
}
