import { type PromQl, resultLabels } from '@g6/promql';
import type { SpecIndex } from '@g6/model';

/** How a query's series are named, and whether there can be several. */
export interface QueryLegend {
  /** Grafana's legend template. */
  readonly template: string;
  readonly manySeries: boolean;
}

/** Marks in titles that say how a panel came about; they are noise in a legend. */
const TITLE_NOTE = /\s?\((?:[0-9]{1,9}[smhd] )?auto\)$/;

/**
 * Names series by the labels that tell them apart, and a single one by its panel's title. Each instance
 * of a target has series of its own, so a query that does not aggregate them away needs `instance` too.
 */
export function queryLegend(promql: PromQl, title: string, index: SpecIndex): QueryLegend {
  const labels = resultLabels(promql, (series) => {
    const own = index.varyingLabels(series);
    return own && index.exposed(series) ? withInstance(own, index) : own;
  });
  return labels ? labelsLegend(labels, title) : { template: '__auto', manySeries: true };
}

/** The labels of a scraped metric with the one that tells its instances apart. */
export function withInstance(labels: readonly string[], index: SpecIndex): readonly string[] {
  const { instanceLabel } = index;
  if (instanceLabel === undefined || labels.includes(instanceLabel)) return labels;
  return [...labels, instanceLabel];
}

/** The same where the labels are known without a look at the query. */
export function labelsLegend(labels: readonly string[], title: string): QueryLegend {
  if (labels.length === 0) return { template: title.replace(TITLE_NOTE, ''), manySeries: false };
  return { template: labels.map((label) => `{{${label}}}`).join(' / '), manySeries: true };
}
