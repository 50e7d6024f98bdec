import type { SyntaxNode } from '@lezer/common';
import { rootExpr, textOf, type PromQl } from './promql';

/** An expression that compares a value with a plain number. */
export interface Comparison {
  /** The value that is compared, as written. */
  readonly value: string;
  /** How the value relates to the threshold, the value on the left. */
  readonly operator: ComparisonOperator;
  readonly threshold: number;
}

export type ComparisonOperator = '>' | '>=' | '<' | '<=' | '==' | '!=';

const OPERATORS = new Map<string, ComparisonOperator>([
  ['Gtr', '>'],
  ['Gte', '>='],
  ['Lss', '<'],
  ['Lte', '<='],
  ['Eql', '=='],
  ['Neq', '!='],
]);

const MIRRORED: Record<ComparisonOperator, ComparisonOperator> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
  '==': '==',
  '!=': '!=',
};

/** Takes a comparison apart; undefined where the expression is none, or compares with no number. */
export function splitComparison(promql: PromQl): Comparison | undefined {
  const root = withoutParens(rootExpr(promql));
  if (root?.name !== 'BinaryExpr' || root.getChild('BoolModifier')) return undefined;
  const operator = comparisonIn(root);
  const left = root.firstChild;
  const right = root.lastChild;
  if (!operator || !left || !right) return undefined;
  const onLeft = constantOf(promql, left);
  const onRight = constantOf(promql, right);
  if (onRight !== undefined && onLeft === undefined) {
    return { value: exprText(promql, left), operator, threshold: onRight };
  }
  if (onLeft !== undefined && onRight === undefined) {
    return { value: exprText(promql, right), operator: MIRRORED[operator], threshold: onLeft };
  }
  return undefined;
}

/** The comparison that a binary expression makes; undefined where it does something else. */
export function comparisonIn(binary: SyntaxNode): ComparisonOperator | undefined {
  for (let node = binary.firstChild; node; node = node.nextSibling) {
    const operator = OPERATORS.get(node.name);
    if (operator) return operator;
  }
  return undefined;
}

/** The number that an expression is, whatever the series; undefined where it depends on them. */
export function constantOf(promql: PromQl, node: SyntaxNode): number | undefined {
  switch (node.name) {
    case 'NumberDurationLiteral':
      return literalValue(textOf(promql, node));
    case 'ParenExpr': {
      const inner = node.getChild('Expr');
      return inner ? constantOf(promql, inner) : undefined;
    }
    case 'UnaryExpr': {
      const inner = node.lastChild ? constantOf(promql, node.lastChild) : undefined;
      return inner === undefined
        ? undefined
        : textOf(promql, node).startsWith('-')
          ? -inner
          : inner;
    }
    case 'BinaryExpr': {
      const left = node.firstChild ? constantOf(promql, node.firstChild) : undefined;
      const right = node.lastChild ? constantOf(promql, node.lastChild) : undefined;
      if (left === undefined || right === undefined) return undefined;
      return arithmeticIn(node)?.(left, right);
    }
    default:
      return undefined;
  }
}

/** The arithmetic that a binary expression does; undefined where it compares or joins. */
export function arithmeticIn(
  binary: SyntaxNode,
): ((left: number, right: number) => number) | undefined {
  for (let node = binary.firstChild; node; node = node.nextSibling) {
    const arithmetic = ARITHMETIC.get(node.name);
    if (arithmetic) return arithmetic;
  }
  return undefined;
}

const ARITHMETIC = new Map<string, (left: number, right: number) => number>([
  ['Add', (left, right) => left + right],
  ['Sub', (left, right) => left - right],
  ['Mul', (left, right) => left * right],
  ['Div', (left, right) => left / right],
  ['Mod', (left, right) => left % right],
  ['Pow', (left, right) => left ** right],
]);

/** A number or a duration, which stands for its seconds; undefined for NaN and infinities. */
function literalValue(text: string): number | undefined {
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  return durationSeconds(text);
}

const SECONDS: Record<string, number> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** The seconds of a Prometheus duration; undefined for another text. */
export function durationSeconds(text: string): number | undefined {
  if (!/^(?:[0-9]{1,20}(?:ms|[smhdwy]))+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(/([0-9]{1,20})(ms|[smhdwy])/g)) {
    seconds += Number(count) * (SECONDS[unit ?? ''] ?? 0);
  }
  return seconds;
}

function exprText(promql: PromQl, node: SyntaxNode): string {
  return promql.expr.slice(node.from, node.to);
}

function withoutParens(node: SyntaxNode | null): SyntaxNode | null {
  let inner = node;
  while (inner?.name === 'ParenExpr') inner = inner.getChild('Expr');
  return inner;
}
