/** What the scripts in `scripts/conformance` need of the comparison with public mixins. */
export { dashboardFacts } from './dashboard-facts';
export { MIXIN_DASHBOARDS, type MixinDashboard } from './mixin-dashboards';
export { compareDashboard, type Difference, type RoundTrip } from './round-trip/compare-dashboard';
export { compareRuleFiles, type RulesRoundTrip } from './round-trip/compare-rule-files';
