import type { YamlRef } from '@g6/yaml';
import type { ExplicitPanel } from '../panels/panel';
import type { MetricType } from './metric-types';

/** An alert that the spec declares for a metric. */
export interface Alert {
  readonly name: string;
  readonly expr: string;
  readonly for: string | undefined;
  readonly severity: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly runbookUrl: string | undefined;
  readonly ref: YamlRef;
}

/** A governed metric with what the spec says of it. */
export interface Metric {
  readonly name: string;
  readonly type: MetricType;
  readonly family: string;
  readonly help: string | undefined;
  readonly labels: readonly string[];
  /** The most series that this metric may have. */
  readonly cardinalityBudget: number | undefined;
  /** Upper bounds, strictly rising; histograms only. */
  readonly buckets: readonly number[] | undefined;
  /** Grafana unit id that wins over inference from the name. */
  readonly unit: string | undefined;
  readonly panels: readonly ExplicitPanel[];
  readonly alerts: readonly Alert[];
  readonly ref: YamlRef;
}

/** A family of metrics with one owner. */
export interface Family {
  readonly name: string;
  readonly owner: string | undefined;
  readonly metrics: readonly Metric[];
  readonly ref: YamlRef;
}

/** The governed metrics catalogue. */
export interface Spec {
  readonly families: readonly Family[];
  /** Labels that scraping adds to every series; undefined for `job` and `instance`. */
  readonly targetLabels?: readonly string[];
  /** SHA-256 of what the spec was read from, hex, 64 digits. */
  readonly hash: string;
  /** Set where a part could not be read, so that nothing follows from a name being absent. */
  readonly incomplete?: true;
}

/** The labels that scraping adds where a spec names no others. */
export const DEFAULT_TARGET_LABELS: readonly string[] = ['job', 'instance'];

/** Every metric of a spec, in spec order. */
export function specMetrics(spec: Spec): Metric[] {
  return spec.families.flatMap((family) => [...family.metrics]);
}
