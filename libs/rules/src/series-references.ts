import { addAll } from '@g6/problems';
import { type DraftBasis, type ProfileChoice, profileOf, usualProfile } from '@g6/generation';
import { declaredRules, type Metric, type Plan } from '@g6/model';
import { type PromQlCache, selectorName, visitNodes } from '@g6/promql';
import { DEFAULT_CONFIG } from '@g6/settings';
import type { YamlPath, YamlRef } from '@g6/yaml';

/** A place where a panel or an alert reads a recorded series. */
export interface SeriesReference {
  readonly series: string;
  /** Where the expression stands; undefined for that of an automatic panel. */
  readonly ref?: YamlRef;
  /** Where in the expression the name starts. */
  readonly offset: number;
  /** Metrics that the panel says it needs; the catalogue of efficiency panels tells. */
  readonly requires?: readonly string[];
}

/**
 * Every reference to a recorded series that panels and alerts of a workspace can make, whichever
 * plan shows them: a rule is there before the first dashboard that needs it. What the plans
 * themselves query comes last.
 */
export function seriesReferences(
  basis: DraftBasis,
  plans: readonly Plan[] = [],
  choice: ProfileChoice = { profile: DEFAULT_CONFIG.profile },
): SeriesReference[] {
  const references: SeriesReference[] = [];
  const read = (expr: string, ref: YamlRef, path: YamlPath, requires?: readonly string[]) => {
    const at = { file: ref.file, path: [...ref.path, ...path] };
    for (const { series, offset } of recordedNames(expr, basis)) {
      references.push({ series, ref: at, offset, ...(requires ? { requires } : {}) });
    }
  };
  for (const metric of basis.metrics) {
    for (const { expr, ref } of metric.panels.flatMap(({ queries }) => queries))
      read(expr, ref, []);
    for (const alert of metric.alerts) read(alert.expr, alert.ref, ['expr']);
    addAll(
      references,
      automaticReads(metric, plans, choice).map((series) => ({ series, offset: 0 })),
    );
  }
  for (const { ref, queries, requires } of basis.efficiency) {
    queries.forEach(({ expr }, position) => {
      read(expr, ref, ['queries', position, 'expr'], requires);
    });
  }
  for (const { expr, ref } of declaredRules(basis.spec)) read(expr, ref, ['expr']);
  for (const { panels, annotations } of plans) {
    for (const { expr, ref } of panels.flatMap(({ queries }) => queries)) read(expr, ref, []);
    for (const { expr, ref } of annotations) read(expr, ref, ['promql']);
  }
  return references;
}

/**
 * The recorded series that automatic panels of a metric read: those that the usual profile may want on
 * any dashboard, and those that the plans which show the metric do want.
 */
function automaticReads(metric: Metric, plans: readonly Plan[], choice: ProfileChoice): string[] {
  const showing = plans.filter(({ families }) => families.includes(metric.family));
  const series = [
    ...usualProfile(choice).reads(metric, undefined),
    ...showing.flatMap((plan) => profileOf(plan, choice).profile.reads(metric, plan)),
  ];
  return [...new Set(series)];
}

/** Whether the spec says where a series comes from, so that no rule has to be derived. */
function isGiven(series: string, index: DraftBasis['index']): boolean {
  return index.metric(series) !== undefined || index.declares(series) || index.isExternal(series);
}

/** Names with a colon are those of recorded series, unless the spec says what they are. */
function recordedNames(
  expr: string,
  { index, promql }: { index: DraftBasis['index']; promql: PromQlCache },
) {
  const names: { series: string; offset: number }[] = [];
  // Only an escape can spell a name with a colon without one.
  if (!/[:\\]/.test(expr)) return names;
  const parsed = promql.analyze(expr).promql;
  visitNodes(parsed, 'VectorSelector', (selector) => {
    const series = selectorName(parsed, selector);
    if (series?.includes(':') && !isGiven(series, index)) {
      names.push({ series, offset: selector.from });
    }
  });
  return names;
}
