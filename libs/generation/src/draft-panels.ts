import {
  type EfficiencyPanel,
  type Family,
  type Metric,
  type Plan,
  type Spec,
  SpecIndex,
  specMetrics,
} from '@g6/model';
import type { PromQlCache } from '@g6/promql';
import { ExplicitCoverage } from './explicit-coverage';
import type { PanelDraft } from './panel-draft';
import { ruleUsage, type RuleUsage } from './rule-usage';
import { PlanFilters } from './plan-parts/plan-filters';
import { DASHBOARD_SOURCES, draftAutomaticPanels, EXPLICIT_SOURCE, PLAN_SOURCE } from './sources';
import type { SourceContext } from './panel-source';
import type { UnitInference } from './unit-of';

/** Everything that the dashboards of one run are drafted from; made once, used for every plan. */
export interface DraftBasis {
  readonly spec: Spec;
  /** All metrics of the spec, in its order. */
  readonly metrics: readonly Metric[];
  /** The families by name, each with its place in the spec. */
  readonly families: ReadonlyMap<string, PlacedFamily>;
  /** Drafts the panels that the spec writes out for a metric; the same on every dashboard. */
  readonly draftExplicit: (metric: Metric) => readonly PanelDraft[];
  readonly index: SpecIndex;
  readonly ruleUsage: RuleUsage;
  readonly efficiency: readonly EfficiencyPanel[];
  readonly promql: PromQlCache;
  readonly unitInference: UnitInference;
}

/** A family with its place in the spec. */
interface PlacedFamily {
  readonly family: Family;
  readonly position: number;
}

/** Prepares what every dashboard needs of the spec. */
export function draftBasis(
  spec: Spec,
  efficiency: readonly EfficiencyPanel[],
  promql: PromQlCache,
  unitInference: UnitInference,
): DraftBasis {
  const index = new SpecIndex(spec);
  return {
    spec,
    metrics: specMetrics(spec),
    families: new Map(spec.families.map((family, position) => [family.name, { family, position }])),
    draftExplicit: draftOnce((metric) => EXPLICIT_SOURCE.draft(metric, { index, promql })),
    index,
    ruleUsage: ruleUsage(spec, promql),
    efficiency,
    promql,
    unitInference,
  };
}

/** The metrics of a plan's families, in spec order. */
export function selectMetrics({ families }: DraftBasis, plan: Plan): Metric[] {
  return plan.families
    .flatMap((name) => families.get(name) ?? [])
    .sort((a, b) => a.position - b.position)
    .flatMap(({ family }) => [...family.metrics]);
}

/** What the panel sources look at while they draft one dashboard. */
export function draftContext(plan: Plan, basis: DraftBasis): SourceContext {
  const shownMetrics = selectMetrics(basis, plan);
  const written = [...shownMetrics.flatMap(({ panels }) => panels), ...plan.panels];
  const coverage = new ExplicitCoverage(written, basis.promql);
  const filters = new PlanFilters(plan, basis.index, basis.promql);
  return { ...basis, plan, shownMetrics, coverage, filters };
}

/**
 * Drafts every panel of a dashboard: those of the plan, explicit ones of all metrics, then automatic
 * ones of all.
 */
export function draftPanels(context: SourceContext, basis: DraftBasis): PanelDraft[] {
  const { shownMetrics } = context;
  return [
    ...PLAN_SOURCE.draft(context),
    ...shownMetrics.flatMap(basis.draftExplicit),
    ...shownMetrics.flatMap((metric) => draftAutomaticPanels(metric, context)),
    ...DASHBOARD_SOURCES.flatMap((source) => source.draft(context)),
  ];
}

/** Remembers what it drafted: most metrics are on several dashboards. */
function draftOnce(
  draft: (metric: Metric) => readonly PanelDraft[],
): (metric: Metric) => readonly PanelDraft[] {
  const drafted = new Map<Metric, readonly PanelDraft[]>();
  return (metric) => {
    const panels = drafted.get(metric) ?? draft(metric);
    drafted.set(metric, panels);
    return panels;
  };
}
