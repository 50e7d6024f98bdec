import type { SyntaxNode } from '@lezer/common';
import { checkPromQl } from './check-promql';
import { spellForGrammar } from './grammar-gaps';
import { findVariables, type GrafanaVariable } from './grafana-variables';
import { bracketsIn, scanLexically, type LexicalScan, type TextRange } from './lexical-scan';
import { DEEPEST, INDEXED_NODES, LONGEST, type PromQl } from './promql';
import { SharedTrees } from './shared-trees';
import { variableParts, type VariablePart } from './variable-context';

/**
 * Parses an expression; errors stay in the tree, see `checkPromQl`. Each variable of Grafana is
 * replaced by a text of the same length that parses in its place: `rate(x[$w])` is read as
 * `rate(x[5m])`.
 */
export function parsePromQl(expr: string): PromQl {
  if (expr.length > LONGEST) return { ...parseText(NOTHING, ''), expr, tooLong: true };
  const scan = scanLexically(expr);
  const variables = findVariables(scan);
  const parts = variableParts(scan, variables);
  const written = { expr, variables, scan };
  return parts.length === 0 ? parseText(written, scan.text) : parseFitting(written, parts);
}

interface Written {
  readonly expr: string;
  readonly variables: readonly GrafanaVariable[];
  readonly scan: LexicalScan;
}

/** What is parsed once is known as long as the process runs; it depends on nothing else. */
const sharedTrees = new SharedTrees();

const NOTHING: Written = { expr: '', variables: [], scan: { text: '', strings: [] } };

/** More variables than this are not tried out one by one, fewer in a long expression. */
const MOST_TRIED = 40;
/** So many characters are parsed in all before the last variables are taken as they are. */
const MOST_PARSED = 300_000;

/** Chooses for one variable after the other the stand-in that leaves the fewest faults. */
function parseFitting(written: Written, parts: readonly VariablePart[]): PromQl {
  const chosen = parts.map(({ standIns }) => standIns[0] ?? '');
  const attempt = () => parseText(written, fillIn(written.scan.text, parts, chosen));
  let best = attempt();
  let faults = countFaults(best);
  let left = MOST_PARSED;
  for (const [position, { standIns }] of parts.slice(0, MOST_TRIED).entries()) {
    let kept = chosen[position] ?? '';
    for (const standIn of standIns.slice(1)) {
      if (faults === 0) return best;
      if ((left -= written.expr.length) < 0) break;
      chosen[position] = standIn;
      const other = attempt();
      const count = countFaults(other);
      if (count < faults) [best, faults, kept] = [other, count, standIn];
    }
    chosen[position] = kept;
  }
  return faults > 0 && parts.some(({ called }) => called) ? { ...best, uncheckable: true } : best;
}

/** Syntax weighs more than types: only what parses says what types there are. */
function countFaults(promql: PromQl): number {
  return promql.errors.length * 100 + checkPromQl(promql).length;
}

function fillIn(text: string, parts: readonly VariablePart[], chosen: readonly string[]): string {
  let filled = '';
  let at = 0;
  for (const [position, { from, to }] of parts.entries()) {
    filled += text.slice(at, from) + (chosen[position] ?? '');
    at = to;
  }
  return filled + text.slice(at);
}

function parseText({ expr, variables, scan }: Written, filled: string): PromQl {
  const text = spellForGrammar(filled, scan);
  const deep = bracketsTooDeep(text, scan);
  const { tree, shape, stopped, tooDeep: overflow } = sharedTrees.parse(deep ? '' : text);
  const nodes = new Map<string, SyntaxNode[]>();
  const errors = stopped === undefined ? [] : [wordAt(text, stopped)];
  let depth = 0;
  let tooDeep = deep ?? (overflow ? { from: 0, to: 0 } : undefined);
  tree.iterate({
    enter: (ref) => {
      if (++depth > DEEPEST) tooDeep ??= { from: ref.from, to: ref.from };
      if (ref.type.isError) errors.push({ from: ref.from, to: ref.to });
      if (!INDEXED_NODES.has(ref.name)) return;
      const found = nodes.get(ref.name);
      if (found) found.push(ref.node);
      else nodes.set(ref.name, [ref.node]);
    },
    leave: () => {
      depth -= 1;
    },
  });
  const known = variables.length === 0 && !tooDeep ? shape : undefined;
  return {
    expr,
    text,
    variables,
    tree,
    nodes,
    errors,
    ...(known ? { shape: known } : {}),
    ...(tooDeep ? { tooDeep } : {}),
  };
}

/** The word or the character at a position, blanks before it aside. */
function wordAt(text: string, position: number): TextRange {
  const [blanks = ''] = /^\s*/.exec(text.slice(position)) ?? [];
  const from = position + blanks.length;
  const [word = ''] = /^(?:\w{1,40}|\S)/.exec(text.slice(from)) ?? [];
  return { from, to: from + word.length };
}

/** Where more brackets are open at once than a tree may have levels; no parser needs to see that. */
function bracketsTooDeep(text: string, scan: LexicalScan): TextRange | undefined {
  let open = 0;
  for (const { bracket, index } of bracketsIn(text, scan)) {
    open += '([{'.includes(bracket) ? 1 : -1;
    if (open > DEEPEST) return { from: index, to: index };
  }
  return undefined;
}
