/** A part of a text. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** An expression without its comments, and where its strings are. */
export interface LexicalScan {
  /** The expression with a space for each character of a comment; every position still holds. */
  readonly text: string;
  readonly strings: readonly TextRange[];
}

/**
 * Blanks out the comments of an expression, so that nothing that reads its syntax tree ever meets
 * one: `a # b` becomes `a    `. Takes one pass, however long a line of `#` is.
 */
export function scanLexically(expr: string): LexicalScan {
  const strings: TextRange[] = [];
  const parts: string[] = [];
  let kept = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(expr); match; match = TOKEN.exec(expr)) {
    const from = match.index;
    const to = from + match[0].length;
    if (match[0].startsWith('#')) {
      parts.push(expr.slice(kept, from), ' '.repeat(to - from));
      kept = to;
    } else {
      strings.push({ from, to });
    }
  }
  return { text: parts.join('') + expr.slice(kept), strings };
}

/** The brackets of an expression that stand outside of its strings, in order; it is as long as the text of the scan. */
export function* bracketsIn(
  text: string,
  { strings }: Pick<LexicalScan, 'strings'>,
): Generator<{ readonly bracket: string; readonly index: number }> {
  let next = 0;
  for (const { 0: bracket, index } of text.matchAll(/[()[\]{}]/g)) {
    while ((strings[next]?.to ?? Infinity) <= index) next += 1;
    if ((strings[next]?.from ?? Infinity) > index) yield { bracket, index };
  }
}

/** The expression with a space for each character of a comment. */
export function withoutComments(expr: string): string {
  return expr.includes('#') ? scanLexically(expr).text : expr;
}

/** A comment, or a string; one that is not closed ends with its line, a raw one with the text. */
const TOKEN = /#[^\r\n]*|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|`[^`]*`?/g;
