import { type Deprecation, declaredRules, type Metric } from '@g6/model';
import type { AnalyzedPromQl } from '@g6/promql';
import type { YamlRef } from '@g6/yaml';
import { type LintFinding, type LintSubject, placeInText } from './lint';
import { selectorUses } from './selector-uses';

/** A deprecated metric with what the spec says of that. */
export interface DeprecatedMetric {
  readonly metric: Metric;
  readonly deprecated: Deprecation;
}

/** The deprecated metrics of a spec. */
export function deprecatedMetrics({ metrics }: LintSubject): DeprecatedMetric[] {
  return metrics.flatMap((metric) =>
    metric.deprecated ? [{ metric, deprecated: metric.deprecated }] : [],
  );
}

/** Whether a day, if one is known, is after the last one on which a metric may be used. */
export function isOverdue({ removeAfter }: Deprecation, today: string | undefined): boolean {
  // Days in this form are in the order of their texts.
  return removeAfter !== undefined && today !== undefined && today > removeAfter;
}

/** Where panels, alerts and rules read deprecated metrics, but for what belongs to the metrics themselves. */
export function deprecatedUses(
  subject: LintSubject,
  wanted: (deprecated: Deprecation) => boolean,
): LintFinding[] {
  const { expressions, index, promql, spec } = subject;
  if (deprecatedMetrics(subject).length === 0) return [];
  const rules = declaredRules(spec).map(({ expr, ref: { file, path } }) => ({
    analysis: promql.analyze(expr),
    ref: { file, path: [...path, 'expr'] },
    metric: undefined,
  }));
  const all: readonly Reader[] = [...expressions, ...rules];
  return all.flatMap(({ analysis, ref, metric }) =>
    selectorUses(analysis.promql).flatMap(({ name, from }) => {
      const used = index.owner(name);
      if (!used?.deprecated || used === metric || !wanted(used.deprecated)) return [];
      const { message, hint } = describe(used.name, used.deprecated);
      return [{ place: placeInText(ref, from), message, hint }];
    }),
  );
}

/** An expression that may read deprecated metrics. */
interface Reader {
  readonly analysis: AnalyzedPromQl;
  readonly ref: YamlRef;
  readonly metric: Metric | undefined;
}

function describe(name: string, { since, use, removeAfter }: Deprecation) {
  const from = since === undefined ? '' : ` since ${since}`;
  const until = removeAfter === undefined ? '' : `, to go after ${removeAfter}`;
  return {
    message: `"${name}" is deprecated${from}${until}`,
    hint: use === undefined ? undefined : `use "${use}"`,
  };
}
