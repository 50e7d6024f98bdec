/** Texts of up to so many characters are read however dense they are. */
const ALWAYS_READ = 200_000;
/** The most tokens per character of a longer text. Specs have 0.2 to 0.3, in flow style up to 0.6. */
const MOST_TOKENS_PER_CHARACTER = 0.75;
/** So many tokens per character are too many if the text has hardly a word. */
const MANY_TOKENS_PER_CHARACTER = 0.45;
/** The most tokens per character of a word then. Specs have 0.3 to 1.0, and no file that was looked at has 2. */
const MOST_TOKENS_PER_WORD_CHARACTER = 4;

const WORD = 0;
const BLANK = 1;
const MARK = 2;
/** What each ASCII character is to `denseAbove`; all others are parts of words. */
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === ' ' || character === '\t') return BLANK;
  return '\n\r,:[]{}?-&*!|>\'"%@`#'.includes(character) ? MARK : WORD;
});

/**
 * The number of tokens above which a text is too dense, if it may have more than that; undefined for any
 * other text. It takes a fraction of the time of the lexer: each punctuation mark may be a token, and be
 * followed by a blank, and by a scalar, which has two. Marks in quoted texts and comments are counted too.
 */
export function denseAbove(text: string): number | undefined {
  if (text.length <= ALWAYS_READ) return undefined;
  let tokens = 0;
  let words = 0;
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
    } else {
      words++;
      if (opensScalar) tokens += 2;
      opensScalar = false;
    }
    previous = kind;
  }
  const most = mostTokens(text.length, words);
  return tokens > most ? most : undefined;
}

function mostTokens(length: number, words: number): number {
  const ofFewWords = Math.max(
    length * MANY_TOKENS_PER_CHARACTER,
    words * MOST_TOKENS_PER_WORD_CHARACTER,
  );
  return Math.min(length * MOST_TOKENS_PER_CHARACTER, ofFewWords);
}
