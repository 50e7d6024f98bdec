import type { EfficiencyPanel } from '../efficiency/efficiency';
import type { Plan } from '../plan/plan';
import type { PromQlCache } from '../promql/promql-cache';
import { specMetrics, type Metric, type Spec } from '../spec/spec';
import { SpecIndex } from '../spec/spec-index';
import { ExplicitCoverage } from './explicit-coverage';
import type { PanelDraft } from './panel-draft';
import { ruleUsage, type RuleUsage } from './rule-usage';
import { AUTOMATIC_SOURCES, DASHBOARD_SOURCES, EXPLICIT_SOURCE, LAST_SOURCE } from './sources';
import type { SourceContext } from './panel-source';
import type { UnitInference } from './unit-of';

/** What all dashboards of one run are drafted from; made once, used for every plan. */
export interface DraftBasis {
  readonly spec: Spec;
  readonly metrics: readonly Metric[];
  readonly index: SpecIndex;
  readonly ruleUsage: RuleUsage;
  readonly efficiency: readonly EfficiencyPanel[];
  readonly promql: PromQlCache;
  readonly unitInference: UnitInference;
}

/** Prepares what every dashboard needs of the spec. */
export function draftBasis(
  spec: Spec,
  efficiency: readonly EfficiencyPanel[],
  promql: PromQlCache,
  unitInference: UnitInference,
): DraftBasis {
  return {
    spec,
    metrics: specMetrics(spec),
    index: new SpecIndex(spec),
    ruleUsage: ruleUsage(spec, promql),
    efficiency,
    promql,
    unitInference,
  };
}

/** The metrics of a plan's families, in spec order. */
export function selectMetrics(spec: Spec, plan: Plan): Metric[] {
  return spec.families
    .filter((family) => plan.families.includes(family.name))
    .flatMap((family) => [...family.metrics]);
}

/** Drafts every panel of a dashboard: explicit ones of all metrics, then automatic ones of all. */
export function draftPanels(plan: Plan, basis: DraftBasis): PanelDraft[] {
  const metrics = selectMetrics(basis.spec, plan);
  const coverage = new ExplicitCoverage(metrics, basis.promql);
  const context: SourceContext = { ...basis, plan, metrics, coverage };
  return [
    ...metrics.flatMap((metric) => EXPLICIT_SOURCE.draft(metric, context)),
    ...metrics.flatMap((metric) => automaticPanels(metric, context)),
    ...DASHBOARD_SOURCES.flatMap((source) => source.draft(context)),
  ];
}

function automaticPanels(metric: Metric, context: SourceContext): PanelDraft[] {
  const panels = AUTOMATIC_SOURCES.flatMap((source) => source.draft(metric, context));
  return panels.length > 0 ? panels : LAST_SOURCE.draft(metric, context);
}
