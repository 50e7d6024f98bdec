import { Lexer } from 'yaml';

/** So many lexemes are kept for the parser; more would take too much memory. */
const MOST_KEPT = 1_000_000;

/** What the lexer told of a text. */
export interface Density {
  /**
   * Whether a long text consists of little but punctuation: a million commas, empty lines or brackets. The
   * parser takes microseconds for each, and so seconds for a megabyte of them.
   */
  readonly isTooDense: boolean;
  /** The lexemes of a text that is not, unless they are too many to be kept. */
  readonly lexemes?: readonly string[];
}

/** Lexes a text, until there are more lexemes than it may have. */
export function densityOf(text: string, most: number): Density {
  const lexemes: string[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > most) return { isTooDense: true };
    if (count <= MOST_KEPT) lexemes.push(lexeme);
  }
  return count <= MOST_KEPT ? { isTooDense: false, lexemes } : { isTooDense: false };
}
