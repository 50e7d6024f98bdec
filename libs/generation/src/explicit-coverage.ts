import type { PromQlCache } from '@g6/promql';
import type { ExplicitPanel } from '@g6/model';

/** Finds out from parsed PromQL which content the explicit panels of a dashboard already show. */
export class ExplicitCoverage {
  private readonly shownNames = new Set<string>();
  private readonly ratedNames = new Set<string>();
  private readonly groupedBy = new Set<string>();

  constructor(panels: readonly ExplicitPanel[], promql: PromQlCache) {
    for (const { expr } of panels.flatMap(({ queries }) => queries)) {
      const { facts } = promql.analyze(expr);
      for (const name of facts.shows) this.shownNames.add(name);
      for (const name of facts.rates) this.ratedNames.add(name);
      for (const { labels, metrics: grouped } of facts.groupings) {
        const [label, ...others] = new Set(labels);
        if (label === undefined || others.length > 0) continue;
        for (const name of grouped) this.groupedBy.add(splitKey(name, label));
      }
    }
  }

  /** Whether an explicit panel shows all of a series, metric or recorded. */
  shows(series: string): boolean {
    return this.shownNames.has(series);
  }

  /** Whether an explicit panel applies `rate` or `irate` to all of a metric. */
  rates(metric: string): boolean {
    return this.ratedNames.has(metric);
  }

  /** Whether an explicit panel groups all of a metric by exactly one label, this one. */
  groupsBy(metric: string, label: string): boolean {
    return this.groupedBy.has(splitKey(metric, label));
  }
}

function splitKey(metric: string, label: string): string {
  return `${metric} ${label}`;
}
