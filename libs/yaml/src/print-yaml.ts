import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  type ToStringOptions,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { splitNotes } from './note';

const STYLE: ToStringOptions = { lineWidth: 0, flowCollectionPadding: false };
/** How long a collection may be on one line, in characters. */
const LONGEST_INLINE = 80;

/**
 * Prints a mapping the way people write it here: one key per line, lists of plain values in brackets,
 * long texts on one line. In a list inside a list, small mappings are in braces; with `inList`, the
 * mapping itself is an item of one. Entries that are undefined are left out, and a `Noted` value is
 * followed by its comment.
 */
export function printMapping(value: object, { inList = false } = {}): string {
  const document = toDocument(value);
  visit(document, {
    Seq: (_key, node) => {
      if (isFlat(node)) node.flow = true;
    },
    Map: (key, node, ancestors) => {
      const lists = ancestors.filter(isSeq).length + (inList ? 1 : 0);
      if (typeof key === 'number' && lists > 1 && isSmall(node)) node.flow = true;
    },
  });
  return document.toString(STYLE).trimEnd();
}

/** Prints a value on one line, for use inside braces or brackets; comments have no place there. */
export function printInline(value: unknown): string {
  const document = toDocument(splitNotes(value).plain);
  visit(document, (_key, node) => {
    if (isMap(node) || isSeq(node)) node.flow = true;
    // In braces, a text of several lines can only be written with escapes.
    if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n')) {
      node.type = 'QUOTE_DOUBLE';
    }
  });
  return document.toString(STYLE).trimEnd();
}

function isFlat({ items }: YAMLSeq): boolean {
  return items.every((item) => isScalar(item) && !isLong(item) && !hasComment(item));
}

/** Whether a mapping in a list reads well on one line. */
function isSmall({ items }: YAMLMap): boolean {
  let length = 0;
  for (const { key, value } of items) {
    const isShort = isScalar(value) && !isLong(value) && !hasComment(value);
    const isFlatList = isSeq(value) && isFlat(value) && !hasComment(value);
    if (!isShort && !isFlatList) return false;
    length += String(key).length + String(value).length + 4;
  }
  return length <= LONGEST_INLINE && items.length > 1;
}

function isLong({ value }: Scalar): boolean {
  return typeof value === 'string' && value.includes('\n');
}

function hasComment(node: Node): boolean {
  return typeof node.comment === 'string';
}

function toDocument(value: unknown): Document {
  const { plain, notes } = splitNotes(value);
  // Two equal lists are two lists: no anchors.
  const document = new Document(plain, { aliasDuplicateObjects: false, keepUndefined: false });
  for (const { path, note } of notes) addComment(document, path, ` ${note}`);
  return document;
}

/** Adds a comment behind a value, or behind the key of a value that has lines of its own. */
function addComment(document: Document, path: readonly (string | number)[], comment: string): void {
  const node = document.getIn(path, true);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
    : undefined;
  const hasLines = isMap(node) || (isSeq(node) && !isFlat(node));
  if (hasLines && pair && isScalar(pair.key)) pair.key.comment = comment;
  else if (isScalar(node) || isCollection(node)) node.comment = comment;
}
