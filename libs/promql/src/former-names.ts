import type { SyntaxNode } from '@lezer/common';
import { hasOwnName, isDataSelector } from './matcher-list';
import { argumentsOf, operatorOf, type PromQl, unquote, textOf } from './promql';
import { KEEPING_AGGREGATIONS } from './result-labels';
import { readSelectors, type Selector, selectorMatchers } from './selectors';
import { arithmeticIn } from './split-comparison';
import { spellName, spellString } from './spell-promql';

/**
 * The expression that reads renamed series under their former names as well:
 * `sum(rate(new[5m]))` becomes `sum(rate(new[5m]) or rate(old[5m]))`.
 *
 * The `or` stands around the innermost instant vector, which is the function over a range or else the
 * selector, because `or` joins by all labels: an instance that has both names counts once, by its
 * present name. What asks whether a series is absent is joined by `and`, and keeps its labels.
 * An expression that does not parse stays as it is.
 */
export function readFormerNames(
  promql: PromQl,
  formerNames: (series: string) => readonly string[],
): string {
  if (promql.errors.length > 0) return promql.expr;
  const units = readSelectors(promql).flatMap((selector) => {
    const { name } = selector;
    const names = name === undefined || isDataSelector(selector) ? [] : formerNames(name);
    return names.length === 0 ? [] : (unitOf(promql, selector, names) ?? []);
  });
  if (units.length === 0) return promql.expr;
  return spell(promql, { from: 0, to: promql.expr.length }, units);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A part that is written once for each name of the series that it reads. */
interface Unit extends Range {
  readonly names: readonly string[];
  readonly selector: SyntaxNode;
  readonly joint: 'or' | 'and';
  /** Whether something stands around it that binds tighter than the joint. */
  readonly enclosed: boolean;
}

/** What says more of its selector than its values, so that an `or` inside would lose it. */
const ABSENT = new Set(['absent', 'absent_over_time']);
const WHOLE_CALLS = new Set([...ABSENT, 'timestamp']);

function unitOf(
  promql: PromQl,
  { node: selector }: Selector,
  names: readonly string[],
): Unit | undefined {
  const identifier = selector.getChild('Identifier');
  if (identifier && !hasOwnName(promql, identifier)) return undefined;
  const node = climb(selector, MODIFIERS);
  const range = node.parent?.name === 'MatrixSelector' ? node.parent : undefined;
  const call = callOf(climb(range ?? node, MODIFIERS_AND_BRACKETS));
  const operator = call ? operatorOf(promql, call) : '';
  // A range that no function reads is a table of raw samples, which nothing can join.
  if (range && !call) return undefined;
  const unit = outOfSubqueries(promql, call && (range || WHOLE_CALLS.has(operator)) ? call : node);
  return {
    from: unit.from,
    to: unit.to,
    names,
    selector,
    joint: ABSENT.has(operator) ? 'and' : 'or',
    enclosed: !ROOMY.has(unit.parent?.name ?? ''),
  };
}

/**
 * The unit, or the function around a subquery that it would leave two names in. A function over time
 * drops the names and then has two series with the same labels, which Prometheus refuses.
 */
function outOfSubqueries(promql: PromQl, unit: SyntaxNode): SyntaxNode {
  let wanted = unit;
  for (let node: SyntaxNode | null = unit; node; node = node.parent) {
    if (node.name === 'SubqueryExpr') {
      const call = callOf(climb(node, MODIFIERS_AND_BRACKETS));
      if (!call) return wanted;
      wanted = call;
      node = call;
    }
    if (!keepsNames(promql, node)) return wanted;
  }
  return wanted;
}

/** Whether the result of a node has the names of its operands. */
function keepsNames(promql: PromQl, node: SyntaxNode): boolean {
  switch (node.name) {
    case 'UnaryExpr':
      return false;
    case 'BinaryExpr':
      return node.getChild('BoolModifier') === null && arithmeticIn(node) === undefined;
    case 'AggregateExpr':
      return KEEPING_AGGREGATIONS.has(operatorOf(promql, node));
    case 'FunctionCall':
      return KEEPING_FUNCTIONS.has(operatorOf(promql, node));
    default:
      return true;
  }
}

const KEEPING_FUNCTIONS = new Set([
  'first_over_time',
  'info',
  'label_join',
  'label_replace',
  'last_over_time',
  'sort',
  'sort_by_label',
  'sort_by_label_desc',
  'sort_desc',
]);
const MODIFIERS = new Set(['OffsetExpr', 'StepInvariantExpr', 'AnchoredExpr', 'SmoothedExpr']);
const MODIFIERS_AND_BRACKETS = new Set([...MODIFIERS, 'ParenExpr']);
/** Where an operator can stand without brackets. */
const ROOMY = new Set(['PromQL', 'FunctionCallBody', 'ParenExpr', '']);

function climb(node: SyntaxNode, through: ReadonlySet<string>): SyntaxNode {
  let outer = node;
  while (outer.parent && through.has(outer.parent.name)) outer = outer.parent;
  return outer;
}

/** The function call that a node is an argument of. */
function callOf(node: SyntaxNode): SyntaxNode | undefined {
  const call = node.parent?.name === 'FunctionCallBody' ? node.parent.parent : null;
  if (call?.name !== 'FunctionCall') return undefined;
  return argumentsOf(call).some(({ from, to }) => from === node.from && to === node.to)
    ? call
    : undefined;
}

/** A text in place of a part of the expression. */
interface Edit extends Range {
  readonly text: string;
}

/** Writes a part with the units in it and with names that are being replaced. */
function spell(
  promql: PromQl,
  range: Range,
  units: readonly Unit[],
  renaming: readonly Edit[] = [],
): string {
  const outermost = units.filter(
    (unit, position) =>
      contains(range, unit) &&
      !units.some(
        (other, at) => contains(other, unit) && (!contains(unit, other) || at < position),
      ),
  );
  const own = renaming.filter(
    (edit) => contains(range, edit) && !outermost.some((unit) => contains(unit, edit)),
  );
  const edits = [...outermost.map((unit) => editOf(promql, unit, units, renaming)), ...own];
  let text = '';
  let at = range.from;
  for (const edit of edits.sort((a, b) => a.from - b.from)) {
    text += promql.expr.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return text + promql.expr.slice(at, range.to);
}

function contains(outer: Range, inner: Range): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

function editOf(
  promql: PromQl,
  unit: Unit,
  units: readonly Unit[],
  renaming: readonly Edit[],
): Edit {
  const inside = units.filter((other) => other !== unit && contains(unit, other));
  const written = [undefined, ...unit.names].map((name) =>
    spell(promql, unit, inside, [
      ...renaming,
      ...(name === undefined ? [] : renamed(promql, unit.selector, name)),
    ]),
  );
  const joined = written.join(` ${unit.joint} `);
  return { from: unit.from, to: unit.to, text: unit.enclosed ? `(${joined})` : joined };
}

/** What changes in a selector that is to read another name. */
function renamed(promql: PromQl, selector: SyntaxNode, name: string): Edit[] {
  const spelled = spellName(name);
  const identifier = selector.getChild('Identifier');
  const list = selector.getChild('LabelMatchers');
  if (!identifier) return renamedInList(promql, selector, name);
  if (spelled.bare) return [{ from: identifier.from, to: identifier.to, text: spelled.text }];
  if (!list) return [{ from: identifier.from, to: identifier.to, text: `{${spelled.text}}` }];
  const rest = /^\{\s*\}$/.test(promql.expr.slice(list.from, list.to)) ? '' : ', ';
  return [{ from: identifier.from, to: list.from + 1, text: `{${spelled.text}${rest}` }];
}

/** A name in braces, quoted or as a matcher. */
function renamedInList(promql: PromQl, selector: SyntaxNode, name: string): Edit[] {
  const quoted = selector.getChild('LabelMatchers')?.getChild('QuotedLabelName');
  if (quoted && unquote(textOf(promql, quoted)) !== '') {
    return [{ from: quoted.from, to: quoted.to, text: spellString(name) }];
  }
  const matcher = selectorMatchers(promql, selector).find(
    ({ label, operator }) => label === '__name__' && operator === '=',
  );
  const value = matcher?.node.getChild('StringLiteral');
  return value ? [{ from: value.from, to: value.to, text: spellString(name) }] : [];
}
