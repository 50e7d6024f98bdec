import { CORE_SCHEMA, load } from 'js-yaml';
import { isSoundFlow } from './flow-style';
import { tooDeepAt } from './nesting';
import { quickJson } from './quick-json';

/** The mark before the first document, alone on its line, after nothing but comments and empty lines. */
const LEADING_MARK = /^((?: *(?:#.*)?\n)*)---(?: +(?:#.*)?)?(?:\n|$)/;

/**
 * Patterns of the texts that the quick parser must not read, because it reads them differently from
 * the exact parser or accepts what the exact parser refuses.
 */
const EXACT_ONLY: readonly RegExp[] = [
  // Anchors, aliases and tags; directives and further document marks; merge and complex keys.
  /(?:^|[\s,[{:-])[&*!][^\s=~]/m,
  /^(?:%|---|\.\.\.)/m,
  /<<|^ *\?(?:\s|$)/m,
  // Tabs, carriage returns, and characters that no text should contain.
  // eslint-disable-next-line no-control-regex -- these characters are the point
  /[\t\r\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029\ufeff]/,
  // Keys that are not texts, and keys that reach into the objects of JavaScript.
  /(?:^|[\s,{])(?:(?:[-+.]?\d[^\s:,{]*|true|false|null|yes|no|~|\.inf|\.nan)\s*)?:(?:\s|$)/im,
  /__proto__|constructor|prototype/,
  // Numbers with underscores, or in a base other than ten.
  /(?:^|[\s,[{:-])[-+]?(?:[\d.]+_|0[box])/im,
  // Negative zero, which only one of the two parsers keeps.
  /(?:^|[\s,[{:])-[0.]+(?:e[-+]?\d+)?(?:$|[\s,\]}])/im,
  // A comment without a space before it.
  /["'\]}]#/,
  // Deep nesting, which has a limit of its own.
  /^ {100}|(?:- ){20}/m,
  // Block scalars with an indicator, folded ones, and ones that start with an empty line.
  /[|>][-+0-9]|(?:^|[\s:-])>\s*$|\|[ ]*(?:#.*)?\n[ ]*\n/m,
];

/** How many brackets may be open at once. */
const DEEPEST_BRACKETS = 50;

/**
 * An anchor before a block, or an alias, as the value of a key: here both parsers read them alike, unless a name stands
 * for several values.
 */
const BLOCK_ANCHOR = /^( *(?:- +)*[a-z]\w*: +)([&*][a-z][\w-]*)( *(?: #.*)?)$/gim;

/** How many values a document with aliases may have, each counted wherever it is repeated. */
const MOST_VALUES = 100_000;
/** Values that contain themselves have no end. */
const DEEPEST_VALUE = 100;

/**
 * Reads a plain YAML text into its value, several times faster than with positions. Returns undefined
 * for any other text, and for one that is not well-formed.
 */
export function quickValue(text: string): { readonly value: unknown } | undefined {
  const json = quickJson(text);
  if (json) return json;
  // To YAML, each line break in a text is a line feed.
  const document = text.replaceAll('\r\n', '\n').replace(LEADING_MARK, '$1');
  const plain = withoutAnchors(document);
  if (plain === undefined || EXACT_ONLY.some((pattern) => pattern.test(plain))) return undefined;
  if (tooDeepAt(document, DEEPEST_BRACKETS) !== undefined) return undefined;
  if (!isSoundFlow(document)) return undefined;
  try {
    const value = load(document, { schema: CORE_SCHEMA });
    // Every file is a mapping; the exact parser reports anything else.
    if (typeof value !== 'object' || value === null) return undefined;
    const isBounded = plain === document || countValues(value, DEEPEST_VALUE) <= MOST_VALUES;
    return isBounded ? { value } : undefined;
  } catch {
    // The exact parser reports what is wrong, and where.
    return undefined;
  }
}

/** A text without the anchors and aliases that both parsers read alike; undefined if one may mean several values. */
function withoutAnchors(text: string): string | undefined {
  const anchors: string[] = [];
  const plain = text.replace(BLOCK_ANCHOR, (_, key: string, name: string, rest: string) => {
    if (name.startsWith('&')) anchors.push(name);
    return key + rest;
  });
  return new Set(anchors).size === anchors.length ? plain : undefined;
}

/** The number of values in a value, or one above the limit. */
function countValues(value: unknown, levels: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  if (levels === 0) return MOST_VALUES + 1;
  let count = 1;
  for (const inner of Object.values(value)) {
    count += countValues(inner, levels - 1);
    if (count > MOST_VALUES) break;
  }
  return count;
}
