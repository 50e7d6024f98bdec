import { checkPromQl, type PromQlFault } from './check-promql';
import { promQlFacts, type PromQlFacts } from './promql-facts';
import { parsePromQl, type PromQl } from './promql';

/** What is known of one expression. */
export interface AnalyzedPromQl {
  readonly promql: PromQl;
  readonly faults: readonly PromQlFault[];
  readonly facts: PromQlFacts;
}

/** Parses and checks each expression once, however many dashboards show it. */
export class PromQlCache {
  private readonly known = new Map<string, AnalyzedPromQl>();

  /** The analysis of an expression; facts of a faulty one tell what could be parsed. */
  analyze(expr: string): AnalyzedPromQl {
    let analyzed = this.known.get(expr);
    if (!analyzed) {
      const promql = parsePromQl(expr);
      analyzed = { promql, faults: checkPromQl(promql), facts: promQlFacts(promql) };
      this.known.set(expr, analyzed);
    }
    return analyzed;
  }
}
