import { draftBasis, draftContext, type DraftBasis } from '../src/draft-panels';
import type { SourceContext } from '../src/panel-source';
import type { UnitInference } from '../src/unit-of';
import { type Metric, type Plan, readEfficiency, readPlans, readSpec, type Spec } from '@g6/model';
import { hasErrors, type Problem } from '@g6/problems';
import { PromQlCache } from '@g6/promql';

/** A metric as a spec writes it; what a test leaves out is left out there too. */
export type WrittenMetric = { readonly name: string; readonly type: string } & Readonly<
  Record<string, unknown>
>;

/** The parts of a dashboard that a test can set; all have a default. */
export interface Sample {
  readonly metrics?: readonly WrittenMetric[];
  /** Metrics of a second family, `other`, which the plan leaves out. */
  readonly others?: readonly WrittenMetric[];
  readonly plan?: Readonly<Record<string, unknown>>;
  /** Panels of the efficiency catalogue, which show on the slug `sample`. */
  readonly efficiency?: readonly Readonly<Record<string, unknown>>[];
  readonly unitInference?: UnitInference;
  /** Labels that scraping adds, if they are not the usual ones. */
  readonly targetLabels?: readonly string[];
  /** Recording rules that the family `sample` declares. */
  readonly rules?: readonly Readonly<Record<string, unknown>>[];
}

/** Writes a value as YAML; JSON is YAML too, and quick to write. */
export type WriteYaml = (value: unknown) => string;

/** The basis of drafts, and the plan of a dashboard with the metrics that a test names. */
export function sampleBasis(
  sample: Sample,
  write: WriteYaml = JSON.stringify,
): { basis: DraftBasis; plan: Plan } {
  const file = (path: string, value: unknown) => ({ path, text: write(value) });
  const promql = new PromQlCache();
  const { metrics, rules, others, targetLabels } = sample;
  const families = {
    sample: { metrics, ...(rules ? { recording_rules: rules } : {}) },
    other: { metrics: others },
  };
  const surroundings = targetLabels ? { target_labels: targetLabels } : {};
  const spec = readSpec([file('spec.yml', { version: 1, ...surroundings, families })], promql);
  const plan = { slug: 'sample', families: ['sample'], ...sample.plan };
  const plans = readPlans([file('plan.yaml', plan)], spec.spec, promql, false);
  const panels = sample.efficiency ?? [];
  const catalogue = file('efficiency.yml', { version: 1, slugs: ['sample'], panels });
  const efficiency = readEfficiency(catalogue, spec.spec, promql);
  refuse([...spec.problems, ...plans.problems, ...efficiency.problems]);
  const unitInference = sample.unitInference ?? 'auto';
  return {
    basis: draftBasis(spec.spec, efficiency.panels, promql, unitInference),
    plan: plans.plans[0] as Plan,
  };
}

/** The context of a panel source, for the metrics that a test names. */
export function sampleContext(sample: Sample): SourceContext {
  const { basis, plan } = sampleBasis(sample);
  return draftContext(plan, basis);
}

/** The first metric of a context: the one that a test is about. */
export function firstMetric({ shownMetrics }: SourceContext): Metric {
  return shownMetrics[0] as Metric;
}

/** A spec with metrics and nothing else. */
export function sampleSpec(...metrics: WrittenMetric[]): Spec {
  return sampleBasis({ metrics }).basis.spec;
}

function refuse(problems: readonly Problem[]): void {
  if (hasErrors(problems)) throw new Error(problems.map(({ message }) => message).join('\n'));
}
