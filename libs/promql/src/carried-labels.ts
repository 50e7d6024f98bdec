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
import { KEEPING_AGGREGATIONS } from './result-labels';
import { selectorMatchers, selectorName } from './selectors';

/** All labels of a recorded series; undefined for a scraped one, which may have any. */
export type RecordedLabels = (series: string) => readonly string[] | undefined;

/**
 * Whether series of an expression's result can carry a label: `sum by (a) (x)` can carry `a` and
 * nothing else. A label that scraping may add counts as carried, whether or not a metric declares it.
 */
export function canCarryLabel(promql: PromQl, label: string, recorded: RecordedLabels): boolean {
  const root = rootExpr(promql);
  return root === null || new CarriedLabel(promql, label, recorded).in(root).carries;
}

/** Functions whose result has no labels. */
const UNLABELLED = new Set(['vector', 'scalar', 'time', 'pi']);
const WITHOUT_LABELS = new Set(['NumberDurationLiteral', 'StringLiteral']);

/** What a part of an expression results in. */
interface Carried {
  readonly carries: boolean;
  readonly isScalar: boolean;
}

const vector = (carries: boolean): Carried => ({ carries, isScalar: false });

class CarriedLabel {
  constructor(
    private readonly promql: PromQl,
    private readonly label: string,
    private readonly recorded: RecordedLabels,
  ) {}

  /** Goes through the tree once, however deep it is. */
  in(node: SyntaxNode): Carried {
    switch (node.name) {
      case 'VectorSelector':
        return vector(this.inSelector(node));
      case 'AggregateExpr':
        return vector(this.inAggregate(node));
      case 'BinaryExpr':
        return this.inBinary(node);
      case 'FunctionCall':
        return this.inCall(node);
      case 'NumberDurationLiteral':
        return { carries: false, isScalar: true };
      case 'StringLiteral':
        return vector(false);
      default: {
        const inner = node.getChild('Expr');
        if (inner === null) return vector(true);
        const found = this.in(inner);
        return node.name === 'ParenExpr' ? found : vector(found.carries);
      }
    }
  }

  private inSelector(node: SyntaxNode): boolean {
    const name = selectorName(this.promql, node);
    // Prometheus puts the alert's name on its own series only.
    if (this.label === 'alertname' && name !== undefined && !name.startsWith('ALERTS'))
      return false;
    const labels = name === undefined ? undefined : this.recorded(name);
    return labels?.includes(this.label) ?? true;
  }

  private inAggregate(node: SyntaxNode): boolean {
    const operator = operatorOf(this.promql, node);
    const args = argumentsOf(node);
    const operand = args.at(-1);
    const inner = operand === undefined || this.in(operand).carries;
    if (KEEPING_AGGREGATIONS.has(operator)) return inner;
    if (operator === 'count_values' && this.isNamedBy(args[0])) return true;
    const modifier = node.getChild('AggregateModifier');
    if (modifier && hasVariable(this.promql, modifier)) return true;
    const listed = labelsIn(this.promql, modifier?.getChild('GroupingLabels') ?? null);
    const kept = listed.includes(this.label) !== Boolean(modifier?.getChild('Without'));
    return kept && inner;
  }

  private inBinary(node: SyntaxNode): Carried {
    const left = node.firstChild ? this.in(node.firstChild) : vector(true);
    const right = node.lastChild ? this.in(node.lastChild) : vector(true);
    const carries = this.isCarriedBy(node, left, right);
    return { carries, isScalar: left.isScalar && right.isScalar };
  }

  private isCarriedBy(node: SyntaxNode, left: Carried, right: Carried): boolean {
    if (node.getChild('Or')) return left.carries || right.carries;
    if (node.getChild('And') || node.getChild('Unless')) return left.carries;
    if (left.isScalar) return right.carries;
    const clause = node.getChild('MatchingModifierClause');
    if (right.isScalar || !clause) return left.carries;
    const [matched = [], included = []] = clause
      .getChildren('GroupingLabels')
      .map((list) => labelsIn(this.promql, list));
    if (clause.getChild('GroupLeft')) return left.carries || included.includes(this.label);
    if (clause.getChild('GroupRight')) return right.carries || included.includes(this.label);
    const listed = matched.includes(this.label);
    return left.carries && listed === Boolean(clause.getChild('On'));
  }

  private inCall(node: SyntaxNode): Carried {
    const name = operatorOf(this.promql, node);
    const args = argumentsOf(node);
    if (UNLABELLED.has(name)) return { carries: false, isScalar: true };
    if (name === 'absent' || name === 'absent_over_time') return vector(this.isFixedIn(args[0]));
    if (name === 'info') return vector(true);
    const isWriter = name === 'label_replace' || name === 'label_join';
    if (isWriter && this.isNamedBy(args[1])) return vector(true);
    if (name.startsWith('histogram_quantile') && this.label === 'le') return vector(false);
    const operand = args.find(({ name: kind }) => !WITHOUT_LABELS.has(kind));
    return vector(operand !== undefined && this.in(operand).carries);
  }

  /** Whether every selector of an operand fixes the label; then `absent` reports it. */
  private isFixedIn(node: SyntaxNode | undefined): boolean {
    let selector = node;
    while (selector && selector.name !== 'VectorSelector') {
      selector = selector.getChild('Expr') ?? undefined;
    }
    return (
      selector !== undefined &&
      selectorMatchers(this.promql, selector).some(
        ({ label, operator }) => label === this.label && operator === '=',
      )
    );
  }

  private isNamedBy(literal: SyntaxNode | undefined): boolean {
    return literal !== undefined && unquote(textOf(this.promql, literal)) === this.label;
  }
}
