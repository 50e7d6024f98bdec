/**
 * The names of all rules from which something can be excepted, in the order of the documentation.
 * They stand apart from the rules so that a rule can ask for them; a test keeps the two the same.
 */
export const RULE_NAMES: readonly string[] = [
  'metric-undefined',
  'label-undeclared',
  'rate-on-gauge',
  'counter-without-rate',
  'quantile-without-le',
  'grouping-over-budget',
  'counter-suffix',
  'total-suffix-misused',
  'help-missing',
  'unit-unknown',
  'family-unplanned',
  'alert-unseen',
  'alert-severity-missing',
  'alert-summary-missing',
  'alert-for-missing',
  'dashboard-title-duplicate',
  'template-datasource',
  'template-label-promql',
  'template-on-time-change-reload',
  'uneditable-dashboard',
  'panel-datasource',
  'panel-title-description',
  'panel-units',
  'panel-no-targets',
  'target-promql',
  'target-counter-agg',
  'target-logql',
  'target-logql-auto',
];
