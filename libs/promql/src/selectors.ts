import type { SyntaxNode } from '@lezer/common';
import { hasVariable, textOf, unquote, visitNodes, type PromQl } from './promql';

/** A condition on a label. */
export interface LabelMatcher {
  readonly label: string;
  /** `=`, `!=`, `=~` or `!~`. */
  readonly operator: string;
  readonly value: string;
}

/** A label matcher of a selector. */
export interface Matcher extends LabelMatcher {
  readonly node: SyntaxNode;
}

/** A vector selector with what it asks for. */
export interface Selector {
  /** The metric that it names; undefined if it names none, or a variable does. */
  readonly name: string | undefined;
  /** Its conditions on labels, in the order written. */
  readonly matchers: readonly Matcher[];
  readonly node: SyntaxNode;
}

/** The vector selectors of an expression, in the order of the text. */
export function readSelectors(promql: PromQl): Selector[] {
  const nodes = promql.nodes.get('VectorSelector') ?? [];
  return nodes.map((node) => readSelector(promql, node));
}

/** Reads a vector selector off its node. */
export function readSelector(promql: PromQl, node: SyntaxNode): Selector {
  return { name: selectorName(promql, node), matchers: selectorMatchers(promql, node), node };
}

/** The metric that a vector selector names; undefined if it names none, or a variable does. */
export function selectorName(promql: PromQl, selector: SyntaxNode): string | undefined {
  const named = nameNode(promql, selector);
  if (named === undefined || hasVariable(promql, named.node)) return undefined;
  return named.name;
}

function nameNode(promql: PromQl, selector: SyntaxNode) {
  const identifier = selector.getChild('Identifier');
  if (identifier) return { node: identifier, name: textOf(promql, identifier) };
  const quoted = selector.getChild('LabelMatchers')?.getChild('QuotedLabelName');
  if (quoted) return { node: quoted, name: unquote(textOf(promql, quoted)) };
  const byLabel = selectorMatchers(promql, selector).find(
    ({ label, operator }) => label === '__name__' && operator === '=',
  );
  return byLabel && { node: byLabel.node, name: byLabel.value };
}

/** Whether a selector names its metric other than by a matcher. */
export function isNamed(promql: PromQl, selector: SyntaxNode): boolean {
  if (selector.getChild('Identifier') !== null) return true;
  const quoted = selector.getChild('LabelMatchers')?.getChild('QuotedLabelName');
  return quoted ? unquote(textOf(promql, quoted)) !== '' : false;
}

/** The label matchers of a vector selector, in the order written. */
export function selectorMatchers(promql: PromQl, selector: SyntaxNode): Matcher[] {
  const matchers: Matcher[] = [];
  const list = selector.getChild('LabelMatchers');
  for (let node = list?.firstChild ?? null; node; node = node.nextSibling) {
    if (node.name !== 'UnquotedLabelMatcher' && node.name !== 'QuotedLabelMatcher') continue;
    const name = node.firstChild;
    const operator = node.getChild('MatchOp');
    const value = node.getChild('StringLiteral');
    if (!name || !operator || !value) continue;
    // As written: a variable may stand for a label's name.
    const label = promql.expr.slice(name.from, name.to);
    matchers.push({
      label: name.name === 'LabelName' ? label : unquote(label),
      value: unquote(textOf(promql, value)),
      operator: textOf(promql, operator),
      node,
    });
  }
  return matchers;
}

/** The names of all metrics that an expression, or a part of it, selects. */
export function selectedNames(promql: PromQl, within?: SyntaxNode): Set<string> {
  const names = new Set<string>();
  visitNodes(promql, 'VectorSelector', (selector) => {
    if (within && (selector.from < within.from || selector.to > within.to)) return;
    const name = selectorName(promql, selector);
    if (name !== undefined) names.add(name);
  });
  return names;
}
