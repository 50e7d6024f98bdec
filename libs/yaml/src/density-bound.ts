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

/** The most tokens that a text may have; undefined for one that is read however many it has. */
export function mostTokens(text: string): number | undefined {
  return text.length <= ALWAYS_READ ? undefined : text.length * MOST_TOKENS_PER_CHARACTER;
}

/**
 * Whether a text might have more tokens, at a fraction of the cost of the lexer: each punctuation mark
 * may be a token, and be followed by a blank, and by a scalar, which has two. Marks in quoted texts and
 * comments are counted too.
 */
export function mayBeTooDense(text: string): boolean {
  const most = mostTokens(text);
  if (most === undefined) return false;
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
