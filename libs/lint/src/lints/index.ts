/**
 * The lints. A file of this folder that is not listed here fails a test, and so does a lint without a
 * page in `docs/lint` or without a failing and a passing case.
 */
import type { Lint } from '../lint';
import { alertForMissing } from './alert-for-missing';
import { alertSeverityMissing } from './alert-severity-missing';
import { alertSummaryMissing } from './alert-summary-missing';
import { alertUnseen } from './alert-unseen';
import { counterSuffix } from './counter-suffix';
import { counterWithoutRate } from './counter-without-rate';
import { dashboardTitleDuplicate } from './dashboard-title-duplicate';
import { dashboardTooLarge } from './dashboard-too-large';
import { familyUnplanned } from './family-unplanned';
import { groupingOverBudget } from './grouping-over-budget';
import { helpMissing } from './help-missing';
import { invalidException } from './invalid-exception';
import { labelUndeclared } from './label-undeclared';
import { metricDeprecated } from './metric-deprecated';
import { metricOverdue } from './metric-overdue';
import { metricUndefined } from './metric-undefined';
import { panelDatasource } from './panel-datasource';
import { panelNoTargets } from './panel-no-targets';
import { panelTitleDescription } from './panel-title-description';
import { panelUnits } from './panel-units';
import { quantileWithoutLe } from './quantile-without-le';
import { rateOnGauge } from './rate-on-gauge';
import { targetCounterAgg } from './target-counter-agg';
import { targetLogql } from './target-logql';
import { targetLogqlAuto } from './target-logql-auto';
import { targetPromql } from './target-promql';
import { templateDatasource } from './template-datasource';
import { templateLabelPromql } from './template-label-promql';
import { templateOnTimeChangeReload } from './template-on-time-change-reload';
import { totalSuffixMisused } from './total-suffix-misused';
import { uneditableDashboard } from './uneditable-dashboard';
import { unitUnknown } from './unit-unknown';
import { unusedException } from './unused-exception';
import { variableUnused } from './variable-unused';

/** Lints of the spec, the plans and the dashboards, in the order of the documentation. */
export const SUBJECT_LINTS: readonly Lint[] = [
  metricUndefined,
  metricDeprecated,
  metricOverdue,
  labelUndeclared,
  rateOnGauge,
  counterWithoutRate,
  quantileWithoutLe,
  groupingOverBudget,
  counterSuffix,
  totalSuffixMisused,
  helpMissing,
  unitUnknown,
  familyUnplanned,
  alertUnseen,
  alertSeverityMissing,
  alertSummaryMissing,
  alertForMissing,
  dashboardTitleDuplicate,
  dashboardTooLarge,
  templateDatasource,
  templateLabelPromql,
  templateOnTimeChangeReload,
  variableUnused,
  uneditableDashboard,
  panelDatasource,
  panelTitleDescription,
  panelUnits,
  panelNoTargets,
  targetPromql,
  targetCounterAgg,
  targetLogql,
  targetLogqlAuto,
];

/** Lints of exceptions; they come last, when it is known which exceptions were of use. */
export const EXCEPTION_LINTS: readonly Lint[] = [invalidException, unusedException];

/** Every lint. */
export const LINTS: readonly Lint[] = [...SUBJECT_LINTS, ...EXCEPTION_LINTS];
