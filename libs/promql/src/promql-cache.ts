import { checkPromQl } from './check-promql';
import { evaluationFaults } from './check-evaluation';
import { experimentalUses, type ExperimentalUse } from './experimental';
import { promQlFacts, type PromQlFacts } from './promql-facts';
import { parsePromQl } from './parse-promql';
import type { PromQl } from './promql';
import { resultFaults } from './result-type';
import type { PromQlFault } from './promql-fault';

/** The analysis of one expression; each part is found when it is first asked for. */
export class AnalyzedPromQl {
  private parsed: PromQl | undefined;
  private knownFaults: readonly PromQlFault[] | undefined;
  private knownFacts: PromQlFacts | undefined;

  constructor(
    private readonly expr: string,
    /** Called whenever the expression is parsed. */
    private readonly onParse?: (analyzed: AnalyzedPromQl) => void,
  ) {}

  /** @internal A syntax tree of the parser, whose types the package does not publish. */
  get promql(): PromQl {
    if (!this.parsed) {
      this.parsed = parsePromQl(this.expr);
      this.onParse?.(this);
    }
    return this.parsed;
  }

  /**
   * @internal Forgets the syntax tree, which takes most of the memory; it is parsed again if asked for. What is asked of
   * nearly every checked expression is read off it before.
   */
  forgetTree(): void {
    if (this.knownFaults && this.parsed) this.knownFacts ??= promQlFacts(this.parsed);
    this.parsed = undefined;
  }

  /** The reasons why Prometheus would refuse the expression, or nothing could use its result. */
  get faults(): readonly PromQlFault[] {
    return (this.knownFaults ??= this.findFaults());
  }

  /** The facts about the expression; about a faulty one, those of the parts that parse. */
  get facts(): PromQlFacts {
    return (this.knownFacts ??= promQlFacts(this.promql));
  }

  /** The parts of the expression that are experimental in Prometheus, each thing once. */
  get experimental(): readonly ExperimentalUse[] {
    return experimentalUses(this.promql);
  }

  private findFaults(): readonly PromQlFault[] {
    const { shape } = this.promql;
    // No check looks at what a series or a label is called, but only at which names are the same.
    if (shape?.faultless) return [];
    for (const find of [checkPromQl, evaluationFaults, resultFaults]) {
      const faults = find(this.promql);
      if (faults.length > 0) return faults;
    }
    if (shape) shape.faultless = true;
    return [];
  }
}

/** So many syntax trees are kept. */
const MOST_TREES = 1_000;

/** Parses and checks each expression once, however many dashboards show it. */
export class PromQlCache {
  private readonly known = new Map<string, AnalyzedPromQl>();
  /** The expressions parsed last, as a ring. */
  private readonly withTree: AnalyzedPromQl[] = [];
  private next = 0;

  /** The cache of a workspace; `features` are the flags that its Prometheus is started with. */
  constructor(readonly features: readonly string[] = []) {}

  /** The analysis of an expression. */
  analyze(expr: string): AnalyzedPromQl {
    let analyzed = this.known.get(expr);
    if (!analyzed) {
      analyzed = new AnalyzedPromQl(expr, this.keepTree);
      this.known.set(expr, analyzed);
    }
    return analyzed;
  }

  /** Keeps the trees of the expressions parsed last: those of a large workspace fill the memory. */
  private readonly keepTree = (parsed: AnalyzedPromQl): void => {
    this.withTree[this.next]?.forgetTree();
    this.withTree[this.next] = parsed;
    this.next = (this.next + 1) % MOST_TREES;
  };
}
