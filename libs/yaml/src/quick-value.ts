import { CORE_SCHEMA, load } from 'js-yaml';
import { tooDeepAt } from './nesting';

/**
 * What a text must not contain to be read quickly: everything that the quick parser reads in another
 * way than the exact one, or takes where we refuse.
 */
const PARTICULARS: readonly RegExp[] = [
  // Anchors, aliases and tags; directives and document marks; merge and complex keys.
  /(?:^|[\s,[{:-])[&*!][^\s=~]/m,
  /^(?:%|---|\.\.\.)/m,
  /<<|^\s*\?(?:\s|$)/m,
  // Tabs, carriage returns, and what no text should hold.
  // eslint-disable-next-line no-control-regex -- that is what is looked for
  /[\t\r\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029\ufeff]/,
  // Keys of another type than text, and keys that reach into the objects of JavaScript.
  /(?:^|[\s,{])(?:[-+.]?\d[^\s:]*|true|false|null|yes|no|~|\.inf|\.nan)?\s*:(?:\s|$)/im,
  /__proto__|constructor|prototype/,
  // Numbers with underscores, or of another base than ten.
  /(?:^|[\s,[{:])[-+]?(?:[\d.][\d._]*_|0[box])[\w.+-]*(?:$|[\s,\]}])/im,
  // Zero below zero, which one of the two parsers keeps.
  /(?:^|[\s,[{:])-[0.]+(?:e[-+]?\d+)?(?:$|[\s,\]}])/im,
  // A comment that touches what stands before it.
  /["'\]}]#/,
  // Levels upon levels, which are told apart.
  /^ {100}|(?:- ){20}/m,
  // Block texts that say how they end or where they start, that are folded, or that start empty.
  /[|>][-+0-9]|(?:^|[\s:-])>\s*$|\|[ ]*(?:#.*)?\n[ ]*\n/m,
];

/** How many brackets may be open at once. */
const DEEPEST_BRACKETS = 50;

/**
 * The value of a YAML text that holds nothing particular, several times faster than with places and
 * all; undefined for any other text, and for one that is not well-formed.
 */
export function quickValue(text: string): { readonly value: unknown } | undefined {
  if (PARTICULARS.some((particular) => particular.test(text))) return undefined;
  if (tooDeepAt(text, DEEPEST_BRACKETS) !== undefined) return undefined;
  try {
    const value = load(text, { schema: CORE_SCHEMA });
    // Whatever we read is a mapping; anything else is looked at more closely.
    return typeof value === 'object' && value !== null ? { value } : undefined;
  } catch {
    // What is wrong, and where, is told by the exact parser.
    return undefined;
  }
}
