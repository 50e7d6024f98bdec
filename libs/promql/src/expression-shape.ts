import { type TextRange } from './lexical-scan';

/**
 * An expression but for the names in it: `rate(a[5m]) + rate(b[5m])` has the shape of any sum of the rates of two
 * different series, whatever they are called.
 */
export interface ExpressionShape {
  /** The same for all expressions of the same shape, and for no other. */
  readonly key: string;
  /** The names that the shape leaves open, in the order of the text. */
  readonly names: readonly TextRange[];
}

/** Strings, numbers with their units, and words. A string that is not closed ends with the text. */
const TOKEN = /"(?:[^"\\]|\\[^])*"?|'(?:[^'\\]|\\[^])*'?|`[^`]*`?|[0-9][\w.]*|[A-Za-z_:][\w:]*/g;
/** A word that is a name, unless the grammar knows it: no series of a rule, which has colons, and no internal label. */
const NAME = /^(?!__)[A-Za-z_]\w*$/;

/**
 * The shape of a text without comments; `isWord` says whether a name means something to the grammar. Names that stand in
 * the text twice stand in the shape twice.
 */
export function shapeOf(text: string, isWord: (name: string) => boolean): ExpressionShape {
  const names: TextRange[] = [];
  const numbers = new Map<string, number>();
  let key = '';
  let kept = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (!NAME.test(token) || isWord(token)) continue;
    const number = numbers.get(token) ?? numbers.size;
    numbers.set(token, number);
    // No text has this character: it would not be an expression.
    key += `${text.slice(kept, index)}\u0000${number}\u0000`;
    kept = index + token.length;
    names.push({ from: index, to: kept });
  }
  return { key: key + text.slice(kept), names };
}
