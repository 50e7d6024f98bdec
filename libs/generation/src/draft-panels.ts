import {
  type EfficiencyPanel,
  type Family,
  type Metric,
  type Plan,
  type Spec,
  SpecIndex,
  specMetrics,
} from '@g6/model';
import { addAll } from '@g6/problems';
import type { PromQlCache } from '@g6/promql';
import { ExplicitCoverage } from './explicit-coverage';
import type { PanelDraft } from './panel-draft';
import { RenamedQueries } from './renamed-queries';
import { ruleUsage, type RuleUsage } from './rule-usage';
import { PlanFilters } from './plan-parts/plan-filters';
import { draftWritten } from './sources/spec';
import type { MetricPanelSource, PanelSource, SourceContext } from './panel-source';
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
  /** Reads metrics under their former names as well. */
  readonly renamed: RenamedQueries;
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
  const index = SpecIndex.of(spec);
  const metrics = specMetrics(spec);
  const unrenamed = metrics.every(({ renamedFrom }) => renamedFrom.length === 0);
  return {
    spec,
    metrics,
    families: new Map(spec.families.map((family, position) => [family.name, { family, position }])),
    draftExplicit: draftOnce((metric) => draftWritten(metric, { index, promql })),
    index,
    renamed: new RenamedQueries(index, promql, unrenamed),
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
  return { ...basis, plan, shownMetrics, drafted: [], coverage, filters };
}

/**
 * Drafts every panel of a dashboard, source by source. Sources of metrics that stand next to each other
 * draft metric by metric, so that the panels of a metric stay together.
 */
export function draftPanels(
  context: SourceContext,
  sources: readonly PanelSource[],
): readonly PanelDraft[] {
  const drafted: PanelDraft[] = [];
  for (let next = 0; next < sources.length;) {
    const source = sources[next] as PanelSource;
    if (source.of === 'dashboard') {
      addAll(drafted, source.draft({ ...context, drafted: [...drafted] }));
      next += 1;
      continue;
    }
    const run = metricSourcesFrom(sources, next);
    for (const metric of context.shownMetrics) addAll(drafted, draftMetric(metric, run, context));
    next += run.length;
  }
  return drafted;
}

function metricSourcesFrom(sources: readonly PanelSource[], first: number): MetricPanelSource[] {
  const rest = sources.slice(first);
  const end = rest.findIndex(({ of }) => of !== 'metric');
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .filter((source): source is MetricPanelSource => source.of === 'metric');
}

/** The automatic panels of a metric: those of the sources for its type that the spec wants. */
export function draftMetric(
  metric: Metric,
  sources: readonly MetricPanelSource[],
  context: SourceContext,
): PanelDraft[] {
  if (metric.auto === false) return [];
  const drafted: PanelDraft[] = [];
  for (const source of sources) {
    if (!source.types.includes(metric.type)) continue;
    const wanted = source.standsIn === true ? drafted.length === 0 : isWanted(source, metric);
    if (wanted) addAll(drafted, source.draft(metric, context));
  }
  return drafted;
}

/** The automatic panels that a metric would have, did its `auto` not keep it from them. */
export function unwantedPanels(
  metric: Metric,
  sources: readonly PanelSource[],
  context: SourceContext,
): PanelDraft[] {
  const ofMetrics = sources.filter((source): source is MetricPanelSource => source.of === 'metric');
  if (metric.auto === false) return draftMetric({ ...metric, auto: true }, ofMetrics, context);
  return ofMetrics
    .filter((source) => source.standsIn !== true && !isWanted(source, metric))
    .filter(({ types }) => types.includes(metric.type))
    .flatMap((source) => source.draft(metric, context));
}

/** Whether a metric wants panels of a source, by its name or by that of one that it stands for. */
export function isWanted(
  { name, standsFor = [] }: Pick<MetricPanelSource, 'name' | 'standsFor'>,
  { auto }: Metric,
): boolean {
  if (typeof auto === 'boolean') return auto;
  return auto.includes(name) || standsFor.some((other) => auto.includes(other));
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
