import type { Metric } from '@g6/model';
import { valuesOf } from '@g6/promql';
import { columnHeader } from '../../column-header';
import type { PanelDraft } from '../../panel-draft';
import type { MetricPanelSource, SourceContext } from '../../panel-source';
import { standardDraft } from './draft';
import type { Recognized } from './recognize';
import { subjectOf, vocabularyOf } from './words';

/** The labels of an info metric as a table; its value is always 1, and hidden. */
export const infoSource: MetricPanelSource = {
  of: 'metric',
  name: 'info',
  types: ['info'],
  standsFor: ['auto_info'],
  reason: 'The labels of the metric are what it says; its value is always 1.',
  draft: (metric, context) => {
    if (context.coverage.shows(metric.name)) return [];
    const because = 'the metric is of the type info';
    return [informationTable(metric, { as: 'information', because }, context)];
  },
};

/** A row for each set of labels that a metric has, with the instances that have them. */
export function informationTable(
  metric: Metric,
  recognized: Recognized,
  context: SourceContext,
): PanelDraft {
  const labels = [...new Set([...context.index.targetLabels, ...metric.labels])];
  const subject = subjectOf(metric, vocabularyOf(context));
  return standardDraft(metric, {
    source: metric.type === 'info' ? 'info' : 'gauge',
    role: 'detail',
    type: 'table',
    title: `${subject}, details`,
    unit: 'none',
    queries: [{ expr: valuesOf(metric.name, labels, 'max')(''), legend: '' }],
    made: 'One row for each set of labels',
    recognized,
    columns: labels.map((field) => ({ field, header: columnHeader(field) })),
    look: { overrides: [{ match: { field: 'Value' }, hide: true }] },
  });
}
