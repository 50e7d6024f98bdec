import { typesDrawnBy } from '@g6/model';
import { combine } from '@g6/promql';
import { autoDraft, nameOf } from '../../auto-draft';
import type { MetricPanelSource } from '../../panel-source';

/** Names of the two values that a state has. */
const MAPPINGS = [
  { value: 1, text: 'yes', color: 'green' },
  { value: 0, text: 'no', color: 'text' },
] as const;

/**
 * The states of a set over time, a line for each. The label of the metric's own name holds the state;
 * a state counts as set if any process says so.
 */
export const autoStatesetSource: MetricPanelSource = {
  of: 'metric',
  name: 'auto_stateset',
  types: typesDrawnBy('auto_stateset'),
  standsFor: ['states'],
  reason: 'No explicit panel shows the states of this metric.',
  draft: (metric, context) => {
    const { name } = metric;
    if (context.coverage.shows(name)) return [];
    const labels = [...metric.labels, name];
    const panel = {
      source: 'auto_stateset',
      title: `${nameOf(metric)} (auto)`,
      expr: combine(name, labels, 'max'),
      shown: 'value',
      labels,
      keepsValues: true,
      type: 'state-timeline',
      look: { mappings: MAPPINGS },
    } as const;
    return [autoDraft(metric, panel, context)];
  },
};
