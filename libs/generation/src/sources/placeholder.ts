import { rateOfAll } from '@g6/promql';
import { autoDraft } from '../auto-draft';
import type { MetricPanelSource } from '../panel-source';

/**
 * The plainest panel of a metric that would have none otherwise. It runs where the other automatic
 * sources found nothing, so that every metric has a panel of its own, even one that a panel of
 * another metric reads too.
 */
export const placeholderSource: MetricPanelSource = {
  name: 'placeholder',
  draft: (metric, context) => {
    if (metric.panels.length > 0) return [];
    const counter = metric.type === 'counter';
    const panel = {
      source: 'placeholder',
      title: `${metric.name} (auto)`,
      expr: counter ? rateOfAll(metric.name) : metric.name,
      shown: counter ? 'rate' : 'value',
      labels: counter ? [] : metric.labels,
      keepsValues: !counter,
    } as const;
    return [autoDraft(metric, panel, context)];
  },
};
