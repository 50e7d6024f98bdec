import { PromQlCache, resultLabels } from '@g6/promql';
import { type DeclaredRule, declaredRules, type Spec } from './spec';

/** The labels by which a series can be told apart and filtered; undefined if nobody knows. */
type KnownLabels = (series: string) => readonly string[] | undefined;

/** The series that the recording rules of a spec's families write. */
export class DeclaredSeries {
  private readonly rules = new Map<string, DeclaredRule[]>();
  private readonly labels = new Map<string, readonly string[] | undefined>();
  private readonly promql = new PromQlCache();

  constructor(
    spec: Spec,
    private readonly labelsOf: KnownLabels,
  ) {
    for (const rule of declaredRules(spec)) {
      const others = this.rules.get(rule.record);
      if (others) others.push(rule);
      else this.rules.set(rule.record, [rule]);
    }
  }

  /** The rules that record a series; none if no family declares it. */
  of(series: string): readonly DeclaredRule[] {
    return this.rules.get(series) ?? [];
  }

  /** The labels that a declared series keeps, those of targets included; undefined if unknown. */
  labelsOfSeries(series: string): readonly string[] | undefined {
    if (this.labels.has(series)) return this.labels.get(series);
    // Rules may read each other in a circle.
    this.labels.set(series, undefined);
    const found = this.readLabels(this.of(series));
    this.labels.set(series, found);
    return found;
  }

  private readLabels(rules: readonly DeclaredRule[]): readonly string[] | undefined {
    const all = new Set<string>();
    for (const { expr, labels } of rules) {
      const { promql, faults } = this.promql.analyze(expr);
      const kept = faults.length > 0 ? undefined : resultLabels(promql, this.labelsOf);
      if (kept === undefined) return undefined;
      for (const label of [...kept, ...Object.keys(labels)]) all.add(label);
    }
    return [...all];
  }
}
