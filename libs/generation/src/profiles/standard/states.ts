import { drawn, valuesOf } from '@g6/promql';
import type { MetricPanelSource } from '../../panel-source';
import { SHARE, standardDraft } from './draft';
import { subjectOf, vocabularyOf } from './words';

const MAPPINGS = [
  { value: 1, text: 'yes', color: 'green' },
  { value: 0, text: 'no', color: 'text' },
] as const;

/** The states of a state set over time, a line for each. */
export const statesSource: MetricPanelSource = {
  of: 'metric',
  name: 'states',
  types: ['stateset'],
  standsFor: ['auto_stateset'],
  reason: 'The metric is a set of states, of which one holds at a time.',
  draft: (metric, context) => {
    const { name } = metric;
    if (context.coverage.shows(name)) return [];
    const labels = [...metric.labels, name];
    const subject = subjectOf(metric, vocabularyOf(context));
    return [
      standardDraft(metric, {
        source: 'states',
        role: 'rest',
        type: 'state-timeline',
        title: `${subject}, by state`,
        unit: 'none',
        queries: [
          {
            expr: drawn(valuesOf(name, labels, 'max')),
            legend: labels.map((label) => `{{${label}}}`).join(' '),
          },
        ],
        made: 'A state holds if any process says so',
        recognized: { as: 'state', because: 'the metric is of the type stateset' },
        range: SHARE,
        look: { mappings: MAPPINGS },
      }),
    ];
  },
};
