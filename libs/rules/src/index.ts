export { alertingRules } from './alerting-rules';
export { compareRules, type RuleDrift, ruleDriftToken } from './compare-rules';
export { alertInputs } from './evaluation/alert-inputs';
export { type ModelSeries, modelSeries, NotModelled } from './evaluation/model-series';
export type { CourseSeries } from './evaluation/samples';
export { seriesText } from './promtool-tests/promtool-test';
export { ruleTests, type UntestedRule } from './promtool-tests/rule-tests';
export { deriveSeries, recordingRules } from './recording-rules';
export {
  type AlertingRule,
  DEFAULT_RULE_OPTIONS,
  type RecordingRule,
  type RuleFile,
  type RuleGroup,
  type RuleOptions,
  ruleOptions,
} from './rule-file';
export { ruleYaml } from './rule-yaml';
