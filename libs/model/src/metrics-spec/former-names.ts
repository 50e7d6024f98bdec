import { recordedMetric } from '@g6/promql';
import { traitsOf } from './metric-types';
import type { Metric } from './spec';

/** The names that metrics, their series and what is recorded of them had before a renaming. */
export class FormerNames {
  /** Metrics that were renamed, by each former name. */
  private readonly metrics = new Map<string, Metric>();
  /** Present names of series, by each former name. */
  private readonly series = new Map<string, string>();

  constructor(metrics: ReadonlyMap<string, Metric>) {
    for (const metric of metrics.values()) {
      for (const former of metric.renamedFrom) {
        if (metrics.has(former) || this.metrics.has(former)) continue;
        this.metrics.set(former, metric);
        for (const { suffix } of traitsOf(metric.type).series(metric)) {
          if (metrics.has(former + suffix)) continue;
          this.series.set(former + suffix, metric.name + suffix);
        }
      }
    }
  }

  /** Whether no metric was renamed. */
  get none(): boolean {
    return this.metrics.size === 0;
  }

  /** The present name of a series; the name itself if it is none of a former time. */
  currentOf(name: string): string {
    if (this.none) return name;
    const stored = this.series.get(name);
    if (stored !== undefined) return stored;
    const recorded = recordedMetric(name);
    const metric = recorded === undefined ? undefined : this.metrics.get(recorded);
    return metric && recorded !== undefined ? metric.name + name.slice(recorded.length) : name;
  }

  /** The former names of a series of a metric, the latest first as the spec lists them. */
  of(series: string, { name, renamedFrom }: Metric): readonly string[] {
    if (!series.startsWith(name)) return [];
    const ending = series.slice(name.length);
    return renamedFrom
      .map((former) => former + ending)
      .filter((former) => this.currentOf(former) === series && former !== series);
  }
}
