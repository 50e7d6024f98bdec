import type { SyntaxNode } from '@lezer/common';
import {
  argumentsOf,
  hasVariable,
  labelsIn,
  operatorOf,
  rootExpr,
  textOf,
  unquote,
  type PromQl,
} from './promql';
import { selectorMatchers, selectorName } from './selectors';

/** The labels that the series of a metric carry; undefined if the metric is not known. */
export type LabelsOf = (metric: string) => readonly string[] | undefined;

/**
 * The labels that can tell the result's series apart, in reading order; none means one series.
 * Undefined if they cannot be known, because of a metric that nothing declares or a variable.
 */
export function resultLabels(promql: PromQl, labelsOf: LabelsOf): readonly string[] | undefined {
  const root = rootExpr(promql);
  return root ? new LabelReader(promql, labelsOf).read(root) : undefined;
}

/**
 * The labels that the result's series carry, in reading order, those that a matcher fixes included:
 * a filter on one of them selects among the series. Undefined as in {@link resultLabels}.
 */
export function labelsReaching(promql: PromQl, labelsOf: LabelsOf): readonly string[] | undefined {
  const root = rootExpr(promql);
  return root ? new LabelReader(promql, labelsOf, true).read(root) : undefined;
}

type Labels = readonly string[] | undefined;

/** Aggregations that keep whole series instead of merging them. */
export const KEEPING_AGGREGATIONS = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);
/** Functions whose result never has labels. */
const UNLABELLED_FUNCTIONS = new Set([
  'vector',
  'scalar',
  'time',
  'pi',
  'absent',
  'absent_over_time',
]);

class LabelReader {
  constructor(
    private readonly promql: PromQl,
    private readonly labelsOf: LabelsOf,
    private readonly withFixed = false,
  ) {}

  read(node: SyntaxNode): Labels {
    switch (node.name) {
      case 'VectorSelector':
        return this.readSelector(node);
      case 'AggregateExpr':
        return this.readAggregate(node);
      case 'BinaryExpr':
        return this.readBinary(node);
      case 'FunctionCall':
        return this.readCall(node);
      case 'NumberDurationLiteral':
      case 'StringLiteral':
        return [];
      default: {
        const inner = node.getChild('Expr');
        return inner ? this.read(inner) : undefined;
      }
    }
  }

  private readSelector(node: SyntaxNode): Labels {
    const name = selectorName(this.promql, node);
    const labels = name === undefined ? undefined : this.labelsOf(name);
    if (this.withFixed) return labels;
    const fixed = selectorMatchers(this.promql, node)
      .filter(({ operator }) => operator === '=')
      .map(({ label }) => label);
    return labels?.filter((label) => !fixed.includes(label));
  }

  private readAggregate(node: SyntaxNode): Labels {
    const operator = operatorOf(this.promql, node);
    const args = argumentsOf(node);
    const operand = args.at(-1);
    const inner = operand ? this.read(operand) : undefined;
    if (KEEPING_AGGREGATIONS.has(operator)) return inner;
    const modifier = node.getChild('AggregateModifier');
    if (modifier && hasVariable(this.promql, modifier)) return undefined;
    const listed = labelsIn(this.promql, modifier?.getChild('GroupingLabels') ?? null);
    const kept = modifier?.getChild('Without')
      ? inner?.filter((label) => !listed.includes(label))
      : listed;
    return operator === 'count_values' ? this.with(kept, args[0]) : kept;
  }

  private readBinary(node: SyntaxNode): Labels {
    const left = node.firstChild ? this.read(node.firstChild) : undefined;
    const right = node.lastChild ? this.read(node.lastChild) : undefined;
    if (left === undefined || right === undefined) return left ?? right;
    const clause = node.getChild('MatchingModifierClause');
    if (node.getChild('Or')) return union(left, right);
    if (node.getChild('And') || node.getChild('Unless')) return left;
    if (!clause) return left.length > 0 ? left : right;
    if (hasVariable(this.promql, clause)) return undefined;
    const [listed = [], included = []] = clause
      .getChildren('GroupingLabels')
      .map((list) => labelsIn(this.promql, list));
    // Included labels depend on the others, so they tell nothing more apart.
    const added = this.withFixed ? included : [];
    if (clause.getChild('GroupLeft')) return union(left, added);
    if (clause.getChild('GroupRight')) return union(right, added);
    return clause.getChild('On') ? listed : left.filter((label) => !listed.includes(label));
  }

  private readCall(node: SyntaxNode): Labels {
    const name = operatorOf(this.promql, node);
    const args = argumentsOf(node);
    if (UNLABELLED_FUNCTIONS.has(name)) return [];
    if (name === 'label_replace' || name === 'label_join') {
      return this.with(args[0] ? this.read(args[0]) : undefined, args[1]);
    }
    const operand = name.startsWith('histogram_quantile') ? args[1] : args.find(isVector);
    const inner = operand ? this.read(operand) : [];
    return name.startsWith('histogram_') ? inner?.filter((label) => label !== 'le') : inner;
  }

  private with(labels: Labels, literal: SyntaxNode | undefined): Labels {
    if (!literal || hasVariable(this.promql, literal)) return labels;
    return union(labels ?? [], [unquote(textOf(this.promql, literal))]);
  }
}

function isVector(node: SyntaxNode): boolean {
  return node.name !== 'NumberDurationLiteral' && node.name !== 'StringLiteral';
}

function union(left: readonly string[], right: readonly string[]): string[] {
  return [...new Set([...left, ...right])];
}
