import { typesDrawnBy } from '@g6/model';
import { combine, meanObserved, rateOfAll } from '@g6/promql';
import { autoDraft, nameOf } from '../../auto-draft';
import type { MetricPanelSource } from '../../panel-source';
import { rateWindow } from '../../rate-window';

/** The label by which a summary tells its quantiles apart. */
const QUANTILE = 'quantile';

/**
 * What a summary holds: its quantiles, of which the highest of all processes counts because
 * quantiles cannot be added up, the rate of observations, and their mean.
 */
export const autoSummarySource: MetricPanelSource = {
  of: 'metric',
  name: 'auto_summary',
  types: typesDrawnBy('auto_summary'),
  standsFor: ['quantiles'],
  reason: 'No explicit panel shows a quantile of this summary.',
  draft: (metric, context) => {
    const { name } = metric;
    const { window, note } = rateWindow(context);
    const panel = { source: 'auto_summary', labels: [], keepsValues: false } as const;
    const quantiles = {
      ...panel,
      title: `${nameOf(metric)} Quantiles (auto)`,
      expr: combine(name, [QUANTILE], 'max'),
      shown: 'quantile',
      labels: [QUANTILE],
    } as const;
    const rate = {
      ...panel,
      title: `${nameOf(metric)} Rate ${note}`,
      expr: rateOfAll(`${name}_count`, window),
      shown: 'count',
    } as const;
    const mean = {
      ...panel,
      title: `${nameOf(metric)} Mean ${note}`,
      expr: meanObserved(name, window),
      shown: 'quantile',
    } as const;
    return [
      ...(context.coverage.shows(name) ? [] : [quantiles]),
      ...(context.coverage.rates(`${name}_count`) ? [] : [rate, mean]),
    ].map((one) => autoDraft(metric, one, context));
  },
};
