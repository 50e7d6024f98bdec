import type { EfficiencyPanel, Metric, MetricType, Plan, SpecIndex } from '@g6/model';
import type { PromQlCache } from '@g6/promql';
import type { PanelDraft, PanelSourceName } from './panel-draft';
import type { ExplicitCoverage } from './explicit-coverage';
import type { PlanFilters } from './plan-parts/plan-filters';
import type { RuleUsage } from './rule-usage';
import type { UnitInference } from './unit-of';

/** Everything that a panel source may look at while it drafts the panels of one dashboard. */
export interface SourceContext {
  readonly plan: Plan;
  /** The metrics of the whole spec, in its order. */
  readonly metrics: readonly Metric[];
  /** The metrics of the plan's families, in spec order. */
  readonly shownMetrics: readonly Metric[];
  /** The panels that the spec writes out for a metric; the same on every dashboard. */
  readonly draftExplicit: (metric: Metric) => readonly PanelDraft[];
  /** The panels of the sources before. */
  readonly drafted: readonly PanelDraft[];
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

/** What every panel source has, whatever it looks at. */
interface NamedSource {
  readonly name: PanelSourceName;
  /** Why a dashboard has its panels, in one sentence for readers who ask where one came from. */
  readonly reason: string;
}

/** A source that looks at one metric at a time, and adds what nobody wrote out for it. */
export interface MetricPanelSource extends NamedSource {
  readonly of: 'metric';
  /** The types of the metrics that it draws. */
  readonly types: readonly MetricType[];
  /**
   * Sources of other profiles whose work it does: a list in a metric's `auto` that names one of them
   * asks for this one.
   */
  readonly standsFor?: readonly PanelSourceName[];
  /** Whether it draws only metrics for which no source before it did. */
  readonly standsIn?: true;
  readonly draft: (metric: Metric, context: SourceContext) => PanelDraft[];
}

/** A source that looks at the dashboard as a whole. */
export interface DashboardPanelSource extends NamedSource {
  readonly of: 'dashboard';
  readonly draft: (context: SourceContext) => PanelDraft[];
}

/** A part of a profile that drafts panels. */
export type PanelSource = MetricPanelSource | DashboardPanelSource;
