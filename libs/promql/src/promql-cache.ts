import { checkPromQl } from './check-promql';
import { promQlFacts, type PromQlFacts } from './promql-facts';
import { parsePromQl, type PromQl } from './promql';
import type { PromQlFault } from './promql-fault';

/** What is known of one expression, each part found when it is first asked for. */
export class AnalyzedPromQl {
  /** @internal A syntax tree of the parser, whose types the package does not publish. */
  readonly promql: PromQl;
  private knownFaults: readonly PromQlFault[] | undefined;
  private knownFacts: PromQlFacts | undefined;

  constructor(expr: string) {
    this.promql = parsePromQl(expr);
  }

  /** What Prometheus would refuse about the expression. */
  get faults(): readonly PromQlFault[] {
    return (this.knownFaults ??= checkPromQl(this.promql));
  }

  /** What the expression does; of a faulty one, as much as could be parsed. */
  get facts(): PromQlFacts {
    return (this.knownFacts ??= promQlFacts(this.promql));
  }
}

/** Parses and checks each expression once, however many dashboards show it. */
export class PromQlCache {
  private readonly known = new Map<string, AnalyzedPromQl>();

  /** The analysis of an expression. */
  analyze(expr: string): AnalyzedPromQl {
    let analyzed = this.known.get(expr);
    if (!analyzed) {
      analyzed = new AnalyzedPromQl(expr);
      this.known.set(expr, analyzed);
    }
    return analyzed;
  }
}
