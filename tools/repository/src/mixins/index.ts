/** What `scripts/conformance/model.mjs` needs of the comparison with public mixins. */
export { dashboardFacts } from './dashboard-facts';
export { MIXIN_DASHBOARDS, type MixinDashboard } from './mixin-dashboards';
