import { addAll } from '@g6/problems';
import { type PromQlCache, readSelectors } from '@g6/promql';
import { traitsOf } from '../metrics-spec/metric-types';
import type { Metric, Spec } from '../metrics-spec/spec';
import type { SpecIndex } from '../metrics-spec/spec-index';
import type { Plan } from './plan';

/** A series that a dashboard shows, with the labels by which it can be filtered. */
export interface LabelledSeries {
  readonly name: string;
  readonly labels: readonly string[];
}

/** One series of each metric that a dashboard shows, those of its own panels last. */
export function dashboardSeries(
  plan: Plan,
  spec: Spec,
  index: SpecIndex,
  promql: PromQlCache,
): LabelledSeries[] {
  const names = spec.families
    .filter(({ name }) => plan.families.includes(name))
    .flatMap(({ metrics }) => metrics.map(representative));
  for (const { queries } of plan.panels) {
    for (const { expr } of queries) {
      const selectors = readSelectors(promql.analyze(expr).promql);
      addAll(
        names,
        selectors.flatMap(({ name }) => name ?? []),
      );
    }
  }
  return [...new Set(names)].map((name) => ({ name, labels: index.filterLabels(name) }));
}

/** The smallest series that has every label of the metric: a count, not the buckets. */
function representative(metric: Metric): string {
  const series = traitsOf(metric.type).series(metric);
  const counted = series.find(({ suffix }) => suffix === '_count') ?? series[0];
  return metric.name + (counted?.suffix ?? '');
}

/**
 * The series whose values of a label a reader can choose from: the first that has it and, of those,
 * as many of the labels chosen before as any.
 */
export function seriesWithLabel(
  series: readonly LabelledSeries[],
  label: string,
  chosen: readonly string[],
): LabelledSeries | undefined {
  let best: LabelledSeries | undefined;
  let most = -1;
  for (const candidate of series) {
    if (!candidate.labels.includes(label)) continue;
    const shared = chosen.filter((other) => candidate.labels.includes(other)).length;
    if (shared <= most) continue;
    best = candidate;
    most = shared;
  }
  return best;
}
