import { labelsReaching, type PromQl, PromQlCache, resultLabels } from '@g6/promql';
import { type DeclaredRule, declaredRules, type Spec } from './spec';

/** Labels of a series; undefined if nobody knows. */
type Labels = readonly string[] | undefined;

/** The labels by which a series can be told apart and filtered. */
type KnownLabels = (series: string) => Labels;

/** So many rules may each read what the next one records; of what is further away nothing is known. */
const LONGEST_CHAIN = 100;

/** The series that the recording rules of a spec's families write. */
export class DeclaredSeries {
  private readonly rules = new Map<string, DeclaredRule[]>();
  private readonly carried = new Map<string, Labels>();
  private readonly varying = new Map<string, Labels>();
  private readonly promql = new PromQlCache();
  private chain = 0;

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
  labelsOfSeries(series: string): Labels {
    return once(this.carried, series, () =>
      this.readLabels(series, (promql) => labelsReaching(promql, this.labelsOf)),
    );
  }

  /** Of these labels, those whose value the expressions of the rules leave open. */
  varyingLabels(series: string): Labels {
    const inner: KnownLabels = (name) =>
      this.rules.has(name) ? this.varyingLabels(name) : this.labelsOf(name);
    return once(this.varying, series, () =>
      this.readLabels(series, (promql) => resultLabels(promql, inner)),
    );
  }

  private readLabels(series: string, read: (promql: PromQl) => Labels): Labels {
    const all = new Set<string>();
    for (const { expr, labels } of this.of(series)) {
      if (this.chain === LONGEST_CHAIN) return undefined;
      this.chain += 1;
      const { promql, faults } = this.promql.analyze(expr);
      const kept = faults.length > 0 ? undefined : read(promql);
      this.chain -= 1;
      if (kept === undefined) return undefined;
      for (const label of [...kept, ...Object.keys(labels)]) all.add(label);
    }
    return [...all];
  }
}

/** Computes the labels of a series once; they are unknown meanwhile, as rules may read each other in a circle. */
function once(known: Map<string, Labels>, series: string, compute: () => Labels): Labels {
  if (known.has(series)) return known.get(series);
  known.set(series, undefined);
  const found = compute();
  known.set(series, found);
  return found;
}
