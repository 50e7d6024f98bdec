import type { SyntaxNode } from '@lezer/common';
import { AGGREGATION_PARAMETERS, FUNCTIONS, type ResultType } from './functions';
import { argumentsOf, labelsIn, operatorOf, rootExpr, type PromQl } from './promql';
import { typeFault, type PromQlFault } from './promql-fault';
import { selectorMatchers } from './selectors';

/** The type of a whole expression, and what does not fit in it. */
export interface TypeCheck {
  readonly type: ResultType | undefined;
  readonly faults: readonly PromQlFault[];
}

/** Checks the types in an expression that parses, as Prometheus does; each part is seen once. */
export function checkTypes(promql: PromQl): TypeCheck {
  const root = rootExpr(promql);
  const checker = new TypeChecker(promql);
  const type = root ? checker.check(root) : undefined;
  return { type, faults: checker.faults };
}

const COMPARISONS = new Set(['Eql', 'Neq', 'Lte', 'Lss', 'Gte', 'Gtr']);
const SET_OPERATORS = new Set(['And', 'Or', 'Unless']);

class TypeChecker {
  readonly faults: PromQlFault[] = [];

  constructor(private readonly promql: PromQl) {}

  /** The type of a part of the expression; adds what does not fit in it. */
  check(node: SyntaxNode): ResultType {
    switch (node.name) {
      case 'NumberDurationLiteral':
        return 'scalar';
      case 'StringLiteral':
        return 'string';
      case 'MatrixSelector':
        this.checkOperand(node);
        return 'range vector';
      case 'SubqueryExpr':
        return this.checkSubquery(node);
      case 'AggregateExpr':
        return this.checkAggregation(node);
      case 'FunctionCall':
        return this.checkCall(node);
      case 'BinaryExpr':
        return this.checkBinary(node);
      case 'UnaryExpr':
        return this.checkUnary(node);
      case 'VectorSelector':
        this.checkSelector(node);
        return 'instant vector';
      default:
        return this.checkOperand(node);
    }
  }

  private add(node: SyntaxNode, message: string): void {
    this.faults.push(typeFault(node, message));
  }

  private addCount(node: SyntaxNode, name: string, wanted: string, got: number): void {
    const noun = wanted.endsWith(' 1') || wanted === '1' ? 'argument' : 'arguments';
    this.add(node, `"${name}" takes ${wanted} ${noun}, got ${got}`);
  }

  private checkOperand(node: SyntaxNode): ResultType {
    const operand = node.getChild('Expr');
    return operand ? this.check(operand) : 'instant vector';
  }

  private expect(node: SyntaxNode | undefined, wanted: ResultType, context: string): void {
    if (!node) return;
    const type = this.check(node);
    if (type !== wanted) this.add(node, `expected type ${wanted} in ${context}, got ${type}`);
  }

  private checkSubquery(node: SyntaxNode): ResultType {
    const type = this.checkOperand(node);
    if (type !== 'instant vector') {
      this.add(node, `subquery is only allowed on instant vector, got ${type}`);
    }
    return 'range vector';
  }

  private checkUnary(node: SyntaxNode): ResultType {
    const type = this.checkOperand(node);
    if (type === 'scalar' || type === 'instant vector') return type;
    const allowed = 'expressions of type scalar or instant vector';
    this.add(node, `unary expression only allowed on ${allowed}, got ${type}`);
    return type;
  }

  private checkAggregation(node: SyntaxNode): ResultType {
    const args = argumentsOf(node);
    const operator = operatorOf(this.promql, node);
    const parameter = AGGREGATION_PARAMETERS.get(operator);
    const count = parameter ? 2 : 1;
    if (args.length !== count) this.addCount(node, operator, `${count}`, args.length);
    if (parameter && args.length > 1) this.expect(args[0], parameter, 'aggregation parameter');
    this.expect(args.at(-1), 'instant vector', 'aggregation expression');
    return 'instant vector';
  }

  private checkCall(node: SyntaxNode): ResultType {
    const name = operatorOf(this.promql, node);
    const signature = FUNCTIONS.get(name);
    if (!signature) return 'instant vector';
    const { takes, least, most, gives } = signature;
    const args = argumentsOf(node);
    if (args.length < least || args.length > most) {
      const limit = args.length < least ? `at least ${least}` : `at most ${most}`;
      this.addCount(node, name, least === most ? `${most}` : limit, args.length);
    }
    if (name === 'info' && args[1]) this.checkDataSelector(args[1]);
    for (const [position, arg] of args.entries()) {
      // One argument too many is reported as such, whatever its type.
      const wanted = takes[most > takes.length ? Math.min(position, takes.length - 1) : position];
      if (wanted) this.expect(arg, wanted, `call to function "${name}"`);
      else this.check(arg);
    }
    return gives;
  }

  private checkDataSelector(arg: SyntaxNode): void {
    if (arg.name === 'VectorSelector' && !arg.getChild('Identifier')) return;
    this.add(
      arg,
      'the second argument of "info" is a selector of labels only, for example {a="b"}',
    );
  }

  private checkBinary(node: SyntaxNode): ResultType {
    const [left, right] = [node.firstChild, node.lastChild];
    if (!left || !right) return 'instant vector';
    const [leftType, rightType] = [this.check(left), this.check(right)];
    const operator = left.nextSibling?.name ?? '';
    const bothScalar = leftType === 'scalar' && rightType === 'scalar';
    if (node.getChild('BoolModifier')) {
      if (!COMPARISONS.has(operator)) {
        this.add(node, 'bool modifier can only be used on comparison operators');
      }
    } else if (bothScalar && COMPARISONS.has(operator)) {
      this.add(node, 'comparisons between scalars must use BOOL modifier');
    }
    for (const [side, type] of [
      [left, leftType],
      [right, rightType],
    ] as const) {
      if (type === 'scalar' || type === 'instant vector') continue;
      this.add(side, 'binary expression must contain only scalar and instant vector types');
    }
    const bothVectors = leftType === 'instant vector' && rightType === 'instant vector';
    this.checkMatching(node, operator, bothVectors);
    if (SET_OPERATORS.has(operator) && (leftType === 'scalar' || rightType === 'scalar')) {
      this.add(node, 'set operator not allowed in binary scalar expression');
    }
    return bothScalar ? 'scalar' : 'instant vector';
  }

  /** Checks `on (…) group_left (…) fill (…)`. */
  private checkMatching(node: SyntaxNode, operator: string, bothVectors: boolean): void {
    const clause = node.getChild('MatchingModifierClause');
    const fill = node.getChild('FillModifier');
    const [matching, included] = clause?.getChildren('GroupingLabels') ?? [];
    const labels = new Set(labelsIn(this.promql, matching ?? null));
    if (clause?.getChild('On')) {
      for (const label of labelsIn(this.promql, included ?? null)) {
        if (!labels.has(label)) continue;
        this.add(node, `label "${label}" must not occur in ON and GROUP clause at once`);
      }
    }
    if (!bothVectors) {
      if (labels.size > 0) this.add(node, 'vector matching only allowed between instant vectors');
      if (fill) this.add(node, 'filling in missing series is only allowed between instant vectors');
    } else if (SET_OPERATORS.has(operator)) {
      const grouped = clause?.getChild('GroupLeft') ?? clause?.getChild('GroupRight');
      if (grouped) this.add(node, 'no grouping allowed for set operations');
      if (fill) this.add(node, 'filling in missing series is not allowed for set operations');
    }
  }

  private checkSelector(node: SyntaxNode): void {
    const identifier = node.getChild('Identifier');
    if (!identifier) return;
    const name = this.promql.text.slice(identifier.from, identifier.to);
    const quoted = node.getChild('LabelMatchers')?.getChild('QuotedLabelName');
    const again = selectorMatchers(this.promql, node).find(({ label }) => label === '__name__');
    if (!again && !quoted) return;
    const other = again?.value ?? this.promql.text.slice(quoted?.from, quoted?.to);
    this.add(node, `metric name must not be set twice: ${name} or ${other}`);
  }
}
