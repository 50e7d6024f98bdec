import {
  type Alert,
  type Family,
  GOVERNANCE_SLUG,
  type Metric,
  type Plan,
  type Spec,
} from '@g6/model';
import { type DraftBasis, draftBasis, selectMetrics } from '../draft-panels';
import { collectSlice, type SliceParts } from './collect-slice';
import { NamesInSpec } from './names-in-spec';
import { hashOfSlice, type SliceContent } from './slice-text';

const NAMES = new WeakMap<DraftBasis, NamesInSpec>();

/** What the dashboard of a plan is made of besides the plan and the settings. */
export function sliceOf(plan: Plan, basis: DraftBasis): SliceContent {
  const shown = new Set(selectMetrics(basis, plan));
  const parts = collectSlice(plan, [...shown], basis, namesOf(basis));
  const families = basis.spec.families.flatMap((family) => {
    const kept = familyPart(family, plan.families.includes(family.name), parts);
    return kept.metrics.length + kept.recordingRules.length > 0 ? [kept] : [];
  });
  return {
    families,
    targetLabels: basis.spec.targetLabels,
    efficiency: basis.efficiency
      .filter(({ slugs }) => slugs.includes(plan.slug))
      .map((panel) => ({ ...panel, slugs: [plan.slug], requires: [] })),
    usage: plan.slug === GOVERNANCE_SLUG ? basis.ruleUsage : NO_USAGE,
  };
}

/**
 * A basis with nothing in it but a slice, whose hash covers all of it. Whatever is drafted from it can
 * depend on nothing else; so two dashboards of one plan and one hash are the same.
 */
export function sliceBasis(slice: SliceContent, { promql, unitInference }: DraftBasis): DraftBasis {
  const { families, targetLabels, efficiency, usage } = slice;
  const hash = hashOfSlice(slice);
  const spec: Spec = { families, ...(targetLabels ? { targetLabels } : {}), hash };
  return { ...draftBasis(spec, efficiency, promql, unitInference), ruleUsage: usage };
}

/** Only the dashboard that shows it depends on the whole spec for it. */
const NO_USAGE = { recorded: 0, inline: 0, migratedPercent: 0 };

function namesOf(basis: DraftBasis): NamesInSpec {
  const known = NAMES.get(basis) ?? new NamesInSpec(basis.spec, basis.promql);
  NAMES.set(basis, known);
  return known;
}

/** What a dashboard sees of a family: of one that it shows, all but who owns it. */
function familyPart(family: Family, isShown: boolean, parts: SliceParts): Family {
  const { name, title, ref, metrics, recordingRules } = family;
  return {
    name,
    title: isShown ? title : undefined,
    owner: undefined,
    contact: undefined,
    ownerUrl: undefined,
    recordingRules: recordingRules.filter((rule) => parts.rules.has(rule)),
    metrics: isShown
      ? metrics
      : metrics
          .filter((metric) => parts.metrics.has(metric))
          .map((metric) => referredMetric(metric, parts.alerts)),
    ref,
  };
}

/** What a dashboard sees of a metric that it only refers to: its series, and alerts that concern it. */
function referredMetric(metric: Metric, alerts: ReadonlySet<Alert>): Metric {
  const { name, type, family, labels, native, buckets, renamedFrom, ref } = metric;
  return {
    ...{ name, type, family, labels, native, buckets, renamedFrom, ref },
    help: undefined,
    labelFacts: [],
    title: undefined,
    aggregate: undefined,
    auto: false,
    cardinalityBudget: undefined,
    unit: undefined,
    deprecated: undefined,
    panels: [],
    alerts: metric.alerts.filter((alert) => alerts.has(alert)).map(referredAlert),
  };
}

/** What tells an alert from others of its name, and the limit that it watches. */
function referredAlert({ name, expr, severity, labels, ref }: Alert): Alert {
  return {
    ...{ name, expr, severity, labels, ref },
    for: undefined,
    summary: undefined,
    description: undefined,
    runbookUrl: undefined,
    keepFiringFor: undefined,
    annotations: {},
  };
}
