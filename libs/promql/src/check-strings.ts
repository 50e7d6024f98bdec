import type { SyntaxNode } from '@lezer/common';
import { textOf, type PromQl } from './promql';
import { syntaxFault, type PromQlFault } from './promql-fault';

/** The escapes that Prometheus takes over from Go, in a string with this quote. */
const ESCAPES = {
  '"': /^\\(?:[abfnrtv\\"]|x[0-9a-fA-F]{2}|[0-3][0-7]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/,
  "'": /^\\(?:[abfnrtv\\']|x[0-9a-fA-F]{2}|[0-3][0-7]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/,
};

/** Finds the fault of a string literal; the grammar accepts open ones and unknown escapes. */
export function stringFault(promql: PromQl, node: SyntaxNode): PromQlFault | undefined {
  const text = textOf(promql, node);
  const quote = text.charAt(0);
  if (text.length < 2 || !text.endsWith(quote)) {
    return syntaxFault(node, 'the string that opens here is not closed');
  }
  if (quote !== '"' && quote !== "'") return undefined;
  for (let at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at)) {
    const escape = ESCAPES[quote].exec(text.slice(at))?.[0];
    if (escape === undefined || !isCodePoint(escape)) {
      const from = node.from + at;
      const wrong = escape ?? text.slice(at, at + 2);
      const message = `the string has no escape "${wrong}"; a backslash itself is written \\\\`;
      return syntaxFault({ from, to: from + wrong.length }, message);
    }
    at += escape.length;
  }
  return undefined;
}

/** Half a surrogate pair, or a number past the last character, is none. */
function isCodePoint(escape: string): boolean {
  if (!/^\\[uU]/.test(escape)) return true;
  const code = Number.parseInt(escape.slice(2), 16);
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}
