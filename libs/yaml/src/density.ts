import { Lexer } from 'yaml';

/** Texts of up to so many characters are read however dense they are. */
const ALWAYS_READ = 200_000;
/** The most tokens per character of a longer text. Specs have 0.2 to 0.3, in flow style up to 0.6. */
const MOST_TOKENS_PER_CHARACTER = 0.75;

const WORD = 0;
const BLANK = 1;
const MARK = 2;
/** What each ASCII character is to `mayBeDense`; all others are parts of words. */
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === ' ' || character === '\t') return BLANK;
  return '\n\r,:[]{}?-&*!|>\'"%@`#'.includes(character) ? MARK : WORD;
});

/**
 * Tells whether a long text consists of little but punctuation: a million commas, empty lines or
 * brackets. The parser takes microseconds for each, and so seconds for a megabyte of them.
 */
export function isTooDense(text: string): boolean {
  if (text.length <= ALWAYS_READ) return false;
  const most = text.length * MOST_TOKENS_PER_CHARACTER;
  return mayBeDense(text, most) && hasMoreTokens(text, most);
}

/**
 * Whether a text might have more tokens, at a fraction of the cost of the lexer: each punctuation mark
 * may be a token, and be followed by a blank, and by a scalar, which has two. Marks in quoted texts and
 * comments are counted too.
 */
function mayBeDense(text: string, most: number): boolean {
  let tokens = 0;
  let previous = MARK;
  let opensScalar = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const kind = CLASSES[code] ?? WORD;
    if (kind === MARK) {
      tokens += previous === BLANK ? 2 : 1;
      opensScalar = true;
    } else if (kind === BLANK) {
      if (previous === MARK) tokens++;
    } else if (opensScalar) {
      tokens += 2;
      opensScalar = false;
    }
    previous = kind;
  }
  return tokens > most;
}

function hasMoreTokens(text: string, most: number): boolean {
  const tokens = new Lexer().lex(text);
  let count = 0;
  while (count <= most && !tokens.next().done) count++;
  return count > most;
}
