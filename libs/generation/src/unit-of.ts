import type { Metric } from '@g6/model';
import type { Config } from '@g6/settings';

/** How units of automatic panels are found: from the name, or as the replaced generator did. */
export type UnitInference = Config['unitInference'];

/** The part of a metric that an automatic panel shows; it decides the unit. */
export type Shown = 'value' | 'rate' | 'quantile' | 'count';

/** Grafana unit ids by the ending of a metric's name. */
const UNIT_BY_SUFFIX: readonly (readonly [string, string])[] = [
  ['_ms', 'ms'],
  ['_seconds', 's'],
  ['_bytes', 'bytes'],
  ['_ratio', 'percentunit'],
  ['_percent', 'percent'],
];

/** Grafana unit id of an automatic panel: the metric's own, else inferred, else `short`. */
export function unitOf(metric: Metric, shown: Shown, inference: UnitInference): string {
  // How many there are has no unit of what they are.
  if (shown === 'count') return 'short';
  if (metric.unit !== undefined) return metric.unit;
  if (inference === 'legacy') {
    return shown === 'quantile' && metric.name.endsWith('_ms') ? 'ms' : 'short';
  }
  const stem = metric.name.replace(/_total$/, '');
  const unit = UNIT_BY_SUFFIX.find(([suffix]) => stem.endsWith(suffix))?.[1] ?? 'short';
  return unit === 'bytes' && shown === 'rate' ? 'Bps' : unit;
}
