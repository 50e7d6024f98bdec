import type { YamlRef } from '@g6/yaml';

/** One query of a cross-metric panel. */
export interface EfficiencyQuery {
  readonly expr: string;
  /** Grafana's legend template; undefined for one made from the query's labels. */
  readonly legend: string | undefined;
}

/** A panel that relates several metrics to each other. */
export interface EfficiencyPanel {
  readonly title: string;
  readonly description: string | undefined;
  /** Grafana unit id. */
  readonly unit: string;
  /** Metrics that the spec must define for the panel to appear. */
  readonly requires: readonly string[];
  /** Dashboards that show the panel. */
  readonly slugs: readonly string[];
  readonly queries: readonly EfficiencyQuery[];
  readonly ref: YamlRef;
}
