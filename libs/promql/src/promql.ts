import type { SyntaxNode, Tree } from '@lezer/common';
import type { GrafanaVariable } from './grafana-variables';
import type { KnownShape } from './shared-trees';

/** An expression with its syntax tree; positions in the tree are positions in the text. */
export interface PromQl {
  /** The expression as written. */
  readonly expr: string;
  /**
   * The expression as it is parsed: without comments, and with stand-ins for Grafana's variables
   * outside strings. It is as long as `expr`.
   */
  readonly text: string;
  /** The variables of Grafana in the expression. */
  readonly variables: readonly GrafanaVariable[];
  /** Set if the expression is longer than any that is checked; it is not parsed then. */
  readonly tooLong?: true;
  /** Where the expression nests too deep to be checked. */
  readonly tooDeep?: { readonly from: number; readonly to: number };
  /** Set if a variable stands for a function that nothing can stand in for. */
  readonly uncheckable?: true;
  readonly tree: Tree;
  /** What is known of its shape, if it was looked for. */
  readonly shape?: KnownShape;
  /** The nodes of each kind in {@link INDEXED_NODES}, in the order of the text. */
  readonly nodes: ReadonlyMap<string, readonly SyntaxNode[]>;
  /** Where the parser found what it could not read. */
  readonly errors: readonly { readonly from: number; readonly to: number }[];
}

/** The longest expression that is parsed, in UTF-16 code units. */
export const LONGEST = 100_000;

/** The most levels of a tree; below some 2,500 the parser joins levels to save memory. */
export const DEEPEST = 2000;

/** The kinds of nodes that anything asks for; one walk through the tree finds them all. */
export const INDEXED_NODES = new Set([
  'VectorSelector',
  'MatrixSelector',
  'FunctionCall',
  'AggregateExpr',
  'BinaryExpr',
  'GroupingLabels',
  'StringLiteral',
  'SubqueryExpr',
  'OffsetExpr',
  'StepInvariantExpr',
  'AnchoredExpr',
  'SmoothedExpr',
  'NumberDurationLiteral',
  'NumberDurationLiteralInDurationContext',
  'DurationExpr',
  'OffsetDurationExpr',
  'FillModifier',
]);

/** The text that a node covers. */
export function textOf(promql: PromQl, node: { from: number; to: number }): string {
  return promql.text.slice(node.from, node.to);
}

/** The text of a node as written, unless a variable of Grafana stands there. */
function writtenIn(promql: PromQl, { from, to }: { from: number; to: number }): string {
  return (hasVariable(promql, { from, to }) ? promql.text : promql.expr).slice(from, to);
}

/** Whether a part of an expression depends on a variable of Grafana, and so on what it stands for. */
export function hasVariable(promql: PromQl, part: { from: number; to: number }): boolean {
  // The variables stand in the order of the text; the first that ends in the part or after it decides.
  const { variables } = promql;
  let low = 0;
  let high = variables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((variables[middle]?.to ?? Infinity) > part.from) high = middle;
    else low = middle + 1;
  }
  return (variables[low]?.from ?? Infinity) < part.to;
}

/** The outermost expression of a tree, or null if there is none. */
export function rootExpr(promql: PromQl): SyntaxNode | null {
  return promql.tree.topNode.firstChild;
}

/** Calls a visitor for every node of a kind, in the order of the text. */
export function visitNodes(promql: PromQl, name: string, visit: (node: SyntaxNode) => void): void {
  promql.nodes.get(name)?.forEach(visit);
}

/** The arguments of a function call or an aggregation, in order. */
export function argumentsOf(node: SyntaxNode): SyntaxNode[] {
  return node.getChild('FunctionCallBody')?.getChildren('Expr') ?? [];
}

/** The lower-case name of the function or aggregation that a node applies. */
export function operatorOf(promql: PromQl, node: SyntaxNode): string {
  return node.firstChild ? textOf(promql, node.firstChild).toLowerCase() : '';
}

/** The label names of a `by (…)`, `without (…)`, `on (…)` or `group_left (…)` list. */
export function labelsIn(promql: PromQl, grouping: SyntaxNode | null): string[] {
  return groupingLabels(promql, grouping).map(({ label }) => label);
}

/** The same labels, each with the offset of its place. */
export function groupingLabels(
  promql: PromQl,
  grouping: SyntaxNode | null,
): { label: string; from: number }[] {
  const labels: { label: string; from: number }[] = [];
  for (let child = grouping?.firstChild ?? null; child; child = child.nextSibling) {
    const { name, from } = child;
    const text = writtenIn(promql, child);
    if (name === 'LabelName') labels.push({ label: text, from });
    if (name === 'QuotedLabelName') labels.push({ label: unquote(text), from });
  }
  return labels;
}

/** Whether Prometheus 3 takes a text for the name of a label: any UTF-8 text but the empty one. */
export function isLabelName(text: string): boolean {
  return text !== '' && !text.includes('\ufffd');
}

/** The value of a string literal; PromQL's escapes are those of Go. */
export function unquote(literal: string): string {
  const body = literal.slice(1, -1);
  if (literal.startsWith('`') || !body.includes('\\')) return body;
  if (!BYTE_ESCAPE.test(body)) return body.replace(ESCAPES, (_, escape: string) => valueOf(escape));
  // Bytes are parts of characters in UTF-8: `\xc3\xa9` is `é`, and what is none becomes U+FFFD.
  const parts: Buffer[] = [];
  let kept = 0;
  for (const { index, 0: whole, 1: escape = '' } of body.matchAll(ESCAPES)) {
    parts.push(Buffer.from(body.slice(kept, index)), bytesOf(escape));
    kept = index + whole.length;
  }
  parts.push(Buffer.from(body.slice(kept)));
  return Buffer.concat(parts).toString();
}

function bytesOf(escape: string): Buffer {
  if (/^[0-7]/.test(escape)) return Buffer.of(Number.parseInt(escape, 8));
  if (/^x./.test(escape)) return Buffer.of(Number.parseInt(escape.slice(1), 16));
  return Buffer.from(valueOf(escape));
}

function valueOf(escape: string): string {
  if (/^[0-7]/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8));
  if (escape.length === 1) return SIMPLE_ESCAPES[escape] ?? escape;
  const code = Number.parseInt(escape.slice(1), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

const BYTE_ESCAPE = /\\(?:x[89a-fA-F][0-9a-fA-F]|[23][0-7]{2})/;

const ESCAPES = /\\(U[0-9a-fA-F]{8}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[0-7]{3}|.)/g;

const SIMPLE_ESCAPES: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
