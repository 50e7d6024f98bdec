import { isAlias, isCollection, isMap, isScalar, type Pair, parseDocument } from 'yaml';
import { appendToYaml } from './append-to-list';
import { findOwner } from './list-owner';
import { columnOfKey, isEmpty, pairOf, rangeOf } from './node-ranges';
import { printInline, printMapping } from './print-yaml';
import { applyEdits, lineEnding, type TextEdit } from './text-edits';
import type { YamlPath } from './yaml-file';

/** A value of a YAML text: the path of a key, which may be new in its mapping, and what it shall be. */
export interface ValueToSet {
  readonly path: YamlPath;
  readonly value: unknown;
}

/**
 * Sets a value and changes no other character: comments, order, quoting of others and line endings stay.
 * Returns undefined for a form in which that is not possible, such as an alias; the caller checks that the
 * result means what it should.
 */
export function setValue(text: string, { path, value }: ValueToSet): string | undefined {
  const key = path.at(-1);
  const { contents, errors } = parseDocument(text, { schema: 'core', uniqueKeys: false });
  if (errors.length > 0 || typeof key !== 'string') return undefined;
  const above = path.slice(0, -1);
  const owner = findOwner(contents, above);
  if (!owner || !isMap(owner.value)) return undefined;
  const pair = pairOf(owner.value, key);
  if (!pair) return appendToYaml(text, [{ owner: above, entries: { [key]: value } }]);
  const edit = replaced(text, pair, value, owner.value.flow === true);
  return edit && applyEdits(text, [edit]);
}

/** The edit that puts a value in the place of another. */
function replaced(
  text: string,
  pair: Pair,
  value: unknown,
  inBraces: boolean,
): TextEdit | undefined {
  const { key, value: old } = pair;
  const keyEnd = rangeOf(key)?.[1];
  if (keyEnd === undefined || isAlias(old)) return undefined;
  if ((isScalar(old) || isCollection(old)) && (old.anchor !== undefined || old.tag !== undefined)) {
    return undefined;
  }
  // In braces, a comma or a bracket in a text needs quotes.
  const printed = inBraces ? printInline([value]).slice(1, -1) : printedBelow(text, pair, value);
  const startsLine = /^\r?\n/.test(printed);
  if (isEmpty(old)) {
    const colon = text.indexOf(':', keyEnd);
    const source = isScalar(old) ? old.range : undefined;
    const hasText = source && source[1] > source[0];
    const start = hasText ? source[0] : colon + 1;
    const end = hasText ? source[1] : colon + 1;
    return { start, end, insert: hasText || startsLine ? printed : ` ${printed}` };
  }
  const range = rangeOf(old);
  if (!range) return undefined;
  const [start, end] = range;
  // A comment inside would be lost with what it is about.
  const inner = text.slice(start, end);
  if (isCollection(old) && /(?:^|\s)#/.test(inner)) return undefined;
  // A list or mapping on lines of its own begins there; its place is behind the key.
  const isBelow = isCollection(old) && old.flow !== true;
  const from = isBelow || startsLine ? text.indexOf(':', keyEnd) + 1 : start;
  const ended = inner.endsWith('\n') ? lineEnding(text) : '';
  return { start: from, end, insert: `${isBelow && !startsLine ? ' ' : ''}${printed}${ended}` };
}

/** A value behind its key, with further lines below that. */
function printedBelow(text: string, pair: Pair, value: unknown): string {
  const { key } = pair;
  const name = isScalar(key) ? String(key.value) : '';
  const indent = ' '.repeat(columnOfKey(text, pair));
  const [first = '', ...others] = printMapping({ [name]: value }).split('\n');
  const begun = first.slice(first.indexOf(':') + 1).trimStart();
  const lines = others.map((line) => (line === '' ? '' : indent + line));
  return [begun, ...lines].join(lineEnding(text));
}
