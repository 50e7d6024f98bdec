export type { OutcomeStore } from './ask-all';
export type { CheckFinding } from './check-finding';
export { CHECKS, type Check, type CheckName } from './checks';
export type { PanelTally } from './panel-findings';
export type { CheckOptions } from './panel-queries';
export type { QueryOutcome, SeriesSummary } from './query-outcome';
export { CHECK_FORMATS, type CheckFormat, type CheckOutcome, renderCheck } from './render-check';
export { type CheckResult, type CheckTools, runCheck } from './run-check';
export { secondsOf } from './time';
