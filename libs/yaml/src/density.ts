import { Lexer } from 'yaml';
import { mayBeTooDense, mostTokens } from './density-bound';

/**
 * Tells whether a long text consists of little but punctuation: a million commas, empty lines or
 * brackets. The parser takes microseconds for each, and so seconds for a megabyte of them.
 */
export function isTooDense(text: string): boolean {
  const most = mostTokens(text);
  return most !== undefined && mayBeTooDense(text) && hasMoreTokens(text, most);
}

function hasMoreTokens(text: string, most: number): boolean {
  const tokens = new Lexer().lex(text);
  let count = 0;
  while (count <= most && !tokens.next().done) count++;
  return count > most;
}
