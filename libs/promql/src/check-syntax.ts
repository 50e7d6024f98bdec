import { stringFault } from './check-strings';
import { bracketsIn, scanLexically, type TextRange } from './lexical-scan';
import type { PromQl } from './promql';
import { syntaxFault, type PromQlFault } from './promql-fault';

/** Finds the first syntax error, in the order of the text. */
export function firstSyntaxFault(promql: PromQl): PromQlFault | undefined {
  if (promql.text.trim() === '') {
    return syntaxFault({ from: 0, to: 0 }, 'the expression is empty');
  }
  const [error] = promql.errors;
  // Strings come first: one that is not closed upsets the parser at the same place.
  const faults = [
    firstStringFault(promql),
    firstBlankFault(promql),
    error && parserFault(promql, error),
  ];
  return faults.reduce((first, fault) =>
    fault && !(first && first.from <= fault.from) ? fault : first,
  );
}

function firstStringFault(promql: PromQl): PromQlFault | undefined {
  for (const node of promql.nodes.get('StringLiteral') ?? []) {
    const fault = stringFault(promql, node);
    if (fault) return fault;
  }
  return undefined;
}

/** Finds a blank that looks like a space and is another character, as in text from a document. */
function firstBlankFault(promql: PromQl): PromQlFault | undefined {
  for (const { index, 0: blank } of promql.text.matchAll(/[^\S \t\r\n]/g)) {
    const { name } = promql.tree.resolveInner(index, 1);
    if (name === 'StringLiteral') continue;
    const code = blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const message = `the blank here is the character U+${code}; write a plain space`;
    return syntaxFault({ from: index, to: index + 1 }, message);
  }
  return undefined;
}

function parserFault(
  { text }: PromQl,
  { from, to }: { readonly from: number; readonly to: number },
): PromQlFault {
  const at = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  if (at >= text.trimEnd().length) {
    return syntaxFault(
      { from: text.trimEnd().length, to: text.length },
      `the expression ends too early${missingBracket(text)}`,
    );
  }
  const found = text.slice(from, to).trim();
  if (found.startsWith('`')) {
    return syntaxFault({ from: at, to }, 'the string that opens here is not closed');
  }
  if (found.startsWith('(')) {
    const called = wordBefore(text, from);
    if (called) return syntaxFault(called, unknownFunction(text.slice(called.from, called.to)));
  }
  if (found !== '') return syntaxFault({ from: at, to }, `unexpected "${found}"`);
  const next = /^(?:\w+|\S)/.exec(text.slice(at))?.[0] ?? '';
  return syntaxFault({ from: at, to: at }, `something is missing before "${next}"`);
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Says which bracket has to come next, if any is open at the end of an expression. */
function missingBracket(text: string): string {
  const open: string[] = [];
  for (const { bracket } of bracketsIn(text, scanLexically(text))) {
    const closing = CLOSING[bracket];
    if (closing === undefined) open.pop();
    else open.push(closing);
  }
  const missing = open.at(-1);
  return missing === undefined ? '' : `; a "${missing}" is missing`;
}

/** The word that ends before a position, blanks between them aside. */
function wordBefore(text: string, position: number): TextRange | undefined {
  let to = position;
  while (to > 0 && /\s/.test(text.charAt(to - 1))) to -= 1;
  let from = to;
  while (from > 0 && /\w/.test(text.charAt(from - 1))) from -= 1;
  while (from < to && /[0-9]/.test(text.charAt(from))) from += 1;
  return from === to ? undefined : { from, to };
}

function unknownFunction(name: string): string {
  return name === 'holt_winters'
    ? 'Prometheus has no function "holt_winters" any more; it is "double_exponential_smoothing" now'
    : `Prometheus has no function "${name}"`;
}
