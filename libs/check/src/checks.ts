import type { Severity } from '@g6/problems';

/** One thing that `check` finds: its name is that of its page in `docs/check`. */
export interface Check {
  readonly name: CheckName;
  readonly severity: Severity;
  /** Its demand, in one sentence. */
  readonly description: string;
}

export type CheckName =
  | 'panel-empty'
  | 'panel-empty-for-value'
  | 'panel-failing'
  | 'metric-absent'
  | 'metric-unknown'
  | 'type-differs'
  | 'label-unexpected'
  | 'label-value-unexpected'
  | 'buckets-differ'
  | 'budget-exceeded'
  | 'legend-repeated'
  | 'value-out-of-range'
  | 'threshold-off-axis'
  | 'topk-flickers'
  | 'too-many-lines'
  | 'metric-unused'
  | 'rename-finished';

/** Every check, in the order of the documentation. */
export const CHECKS: readonly Check[] = [
  {
    name: 'panel-empty',
    severity: 'error',
    description: 'Every query of a panel has data up to now.',
  },
  {
    name: 'panel-empty-for-value',
    severity: 'warning',
    description: 'A panel has data for the first value of each variable, not only for All.',
  },
  {
    name: 'panel-failing',
    severity: 'error',
    description: 'Prometheus answers every query of a panel.',
  },
  {
    name: 'metric-absent',
    severity: 'error',
    description: 'Something exposes every metric of the spec.',
  },
  {
    name: 'metric-unknown',
    severity: 'warning',
    description: 'The spec knows the metrics of its jobs.',
  },
  {
    name: 'type-differs',
    severity: 'error',
    description: 'A metric has the type that the spec says.',
  },
  {
    name: 'label-unexpected',
    severity: 'warning',
    description: 'A metric has the labels that the spec says, and no others.',
  },
  {
    name: 'label-value-unexpected',
    severity: 'warning',
    description: 'A label with a closed set of values has no others.',
  },
  {
    name: 'buckets-differ',
    severity: 'warning',
    description: 'A histogram has the buckets that the spec says.',
  },
  {
    name: 'budget-exceeded',
    severity: 'error',
    description: 'A metric has no more series than its `cardinality_budget`.',
  },
  {
    name: 'legend-repeated',
    severity: 'warning',
    description: 'No two series of a panel have the same legend.',
  },
  {
    name: 'value-out-of-range',
    severity: 'warning',
    description: 'The values of a flag or a share are in its range.',
  },
  {
    name: 'threshold-off-axis',
    severity: 'warning',
    description: 'A threshold that is drawn lies on the axis.',
  },
  {
    name: 'topk-flickers',
    severity: 'warning',
    description: 'The series that a graph of `topk` shows stay the same most of the time.',
  },
  {
    name: 'too-many-lines',
    severity: 'warning',
    description: 'A graph has at most 50 lines.',
  },
  {
    name: 'metric-unused',
    severity: 'warning',
    description: 'A dashboard, an alert or a rule reads every metric that is exposed.',
  },
  {
    name: 'rename-finished',
    severity: 'warning',
    description: 'A former name of a metric still has samples in the range of its dashboards.',
  },
];
