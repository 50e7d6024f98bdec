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
  return root === null || new CarriedLabel(promql, label, recorded).in(root);
}

/** Functions whose result has no labels. */
const UNLABELLED = new Set(['vector', 'scalar', 'time', 'pi']);
const WITHOUT_LABELS = new Set(['NumberDurationLiteral', 'StringLiteral']);

class CarriedLabel {
  constructor(
    private readonly promql: PromQl,
    private readonly label: string,
    private readonly recorded: RecordedLabels,
  ) {}

  in(node: SyntaxNode): boolean {
    switch (node.name) {
      case 'VectorSelector':
        return this.inSelector(node);
      case 'AggregateExpr':
        return this.inAggregate(node);
      case 'BinaryExpr':
        return this.inBinary(node);
      case 'FunctionCall':
        return this.inCall(node);
      default: {
        if (WITHOUT_LABELS.has(node.name)) return false;
        const inner = node.getChild('Expr');
        return inner === null || this.in(inner);
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
    const inner = operand === undefined || this.in(operand);
    if (KEEPING_AGGREGATIONS.has(operator)) return inner;
    if (operator === 'count_values' && this.isNamedBy(args[0])) return true;
    const modifier = node.getChild('AggregateModifier');
    if (modifier && hasVariable(this.promql, modifier)) return true;
    const listed = labelsIn(this.promql, modifier?.getChild('GroupingLabels') ?? null);
    const kept = listed.includes(this.label) !== Boolean(modifier?.getChild('Without'));
    return kept && inner;
  }

  private inBinary(node: SyntaxNode): boolean {
    const [left, right] = [node.firstChild, node.lastChild].map((side) => !side || this.in(side));
    if (node.getChild('Or')) return Boolean(left) || Boolean(right);
    if (node.getChild('And') || node.getChild('Unless')) return Boolean(left);
    if (this.isScalar(node.firstChild)) return Boolean(right);
    const clause = node.getChild('MatchingModifierClause');
    if (this.isScalar(node.lastChild) || !clause) return Boolean(left);
    const [matched = [], included = []] = clause
      .getChildren('GroupingLabels')
      .map((list) => labelsIn(this.promql, list));
    if (clause.getChild('GroupLeft')) return Boolean(left) || included.includes(this.label);
    if (clause.getChild('GroupRight')) return Boolean(right) || included.includes(this.label);
    const listed = matched.includes(this.label);
    return Boolean(left) && listed === Boolean(clause.getChild('On'));
  }

  private inCall(node: SyntaxNode): boolean {
    const name = operatorOf(this.promql, node);
    const args = argumentsOf(node);
    if (UNLABELLED.has(name)) return false;
    if (name === 'absent' || name === 'absent_over_time') return this.isFixedIn(args[0]);
    if (name === 'info') return true;
    if ((name === 'label_replace' || name === 'label_join') && this.isNamedBy(args[1])) return true;
    if (name.startsWith('histogram_quantile') && this.label === 'le') return false;
    const operand = args.find(({ name: kind }) => !WITHOUT_LABELS.has(kind));
    return operand !== undefined && this.in(operand);
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

  private isScalar(node: SyntaxNode | null): boolean {
    if (node?.name === 'ParenExpr') return this.isScalar(node.getChild('Expr'));
    if (node?.name === 'FunctionCall') return UNLABELLED.has(operatorOf(this.promql, node));
    if (node?.name !== 'BinaryExpr') return node?.name === 'NumberDurationLiteral';
    return this.isScalar(node.firstChild) && this.isScalar(node.lastChild);
  }
}
