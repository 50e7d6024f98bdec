import { typesDrawnBy } from '@g6/model';
import { combine, selectMetric } from '@g6/promql';
import { autoDraft, nameOf } from '../../auto-draft';
import type { MetricPanelSource } from '../../panel-source';
import { columnHeader } from '../../column-header';

/** The labels of an info metric as a table, a row for each set of values: its value is always 1. */
export const autoInfoSource: MetricPanelSource = {
  of: 'metric',
  name: 'auto_info',
  types: typesDrawnBy('auto_info'),
  standsFor: ['info'],
  reason: 'No explicit panel shows the labels of this info metric.',
  draft: (metric, context) => {
    const { name, labels } = metric;
    if (context.coverage.shows(name)) return [];
    const shown = labels.length === 0 ? context.index.targetLabels : labels;
    const panel = {
      source: 'auto_info',
      title: `${nameOf(metric)} (auto)`,
      expr: shown.length === 0 ? selectMetric(name) : combine(name, shown, 'max'),
      shown: 'value',
      labels: shown,
      keepsValues: false,
      type: 'table',
      columns: shown.map((field) => ({ field, header: columnHeader(field) })),
    } as const;
    return [autoDraft(metric, panel, context)];
  },
};
