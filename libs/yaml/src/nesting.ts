/** A pattern finds the few brackets of a text faster than a loop over its characters. */
const BRACKET = /[[\]{}]/g;
/** Lists in lists, written on one line. */
const COMPACT_LISTS = /(?:- ){200}/;

/**
 * Returns the offset at which too many brackets are open, or lists are nested on one line without end;
 * undefined if there is none. Parsers recurse into them, and if that exhausts the stack while a
 * pattern is being compiled, V8 ends the process instead of throwing.
 */
export function tooDeepAt(text: string, most: number): number | undefined {
  let open = 0;
  for (const { 0: bracket, index } of text.matchAll(BRACKET)) {
    open += bracket === '[' || bracket === '{' ? 1 : -1;
    if (open > most) return index;
  }
  return COMPACT_LISTS.exec(text)?.index;
}
