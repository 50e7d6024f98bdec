import type { EfficiencyPanel, Metric, Plan, SpecIndex } from '@g6/model';
import type { PromQlCache } from '@g6/promql';
import type { PanelDraft, PanelSourceName } from './panel-draft';
import type { ExplicitCoverage } from './explicit-coverage';
import type { PlanFilters } from './plan-parts/plan-filters';
import type { RuleUsage } from './rule-usage';
import type { UnitInference } from './unit-of';

/** Everything that a panel source may look at while it drafts the panels of one dashboard. */
export interface SourceContext {
  readonly plan: Plan;
  /** The metrics of the plan's families, in spec order. */
  readonly shownMetrics: readonly Metric[];
  /** The content that explicit panels of these metrics already show. */
  readonly coverage: ExplicitCoverage;
  /** The matchers that the dashboard adds to queries once they are drafted. */
  readonly filters: PlanFilters;
  readonly index: SpecIndex;
  readonly promql: PromQlCache;
  readonly efficiency: readonly EfficiencyPanel[];
  readonly ruleUsage: RuleUsage;
  readonly unitInference: UnitInference;
}

/** A source that looks at one metric and at nothing of the dashboard. */
export interface ExplicitPanelSource {
  readonly name: PanelSourceName;
  readonly draft: (
    metric: Metric,
    context: Pick<SourceContext, 'index' | 'promql'>,
  ) => PanelDraft[];
}

/** A source that looks at one metric at a time. */
export interface MetricPanelSource {
  readonly name: PanelSourceName;
  readonly draft: (metric: Metric, context: SourceContext) => PanelDraft[];
}

/** A source that looks at the dashboard as a whole. */
export interface DashboardPanelSource {
  readonly name: PanelSourceName;
  readonly draft: (context: SourceContext) => PanelDraft[];
}
