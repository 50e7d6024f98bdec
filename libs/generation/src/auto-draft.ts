import { describeMetric, type Metric, type PanelLook } from '@g6/model';
import type { PanelDraft, PanelSourceName, TableColumn } from './panel-draft';
import { labelsLegend } from './query-legend';
import { unitOf, type Shown } from './unit-of';
import { declaredRange } from './value-range';
import type { SourceContext } from './panel-source';

/** An automatic panel of one metric, as its source decides it. */
export interface AutoPanel {
  readonly source: PanelSourceName;
  readonly title: string;
  readonly expr: string;
  /** The part of the metric that the panel shows; it decides the unit. */
  readonly shown: Shown;
  /** Labels of the series that the query returns. */
  readonly labels: readonly string[];
  /** Whether the values stay among the metric's own; sums and rates do not. */
  readonly keepsValues: boolean;
  readonly splitLabel?: string;
  /** Panel type; default a time series. */
  readonly type?: 'table' | 'state-timeline';
  readonly look?: PanelLook;
  readonly columns?: readonly TableColumn[];
}

/** The name of a metric in titles. */
export function nameOf({ title, name }: Metric): string {
  return title ?? name;
}

/** Drafts an automatic panel of one metric. */
export function autoDraft(metric: Metric, panel: AutoPanel, context: SourceContext): PanelDraft {
  const legend = labelsLegend(panel.labels, panel.title);
  const unit = unitOf(metric, panel.shown, context.unitInference);
  const range = panel.keepsValues ? declaredRange(metric, unit) : undefined;
  return {
    source: panel.source,
    block: 'core',
    title: panel.title,
    type: panel.type ?? 'timeseries',
    unit,
    queries: [{ expr: panel.expr, legend: legend.template }],
    description: describeMetric(metric),
    metric: metric.name,
    family: metric.family,
    manySeries: legend.manySeries,
    ...(panel.splitLabel === undefined ? {} : { splitLabel: panel.splitLabel }),
    ...(range === undefined ? {} : { range }),
    ...(panel.look === undefined ? {} : { look: panel.look }),
    ...(panel.columns === undefined ? {} : { columns: panel.columns }),
  };
}
