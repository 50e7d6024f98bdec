import {
  Document,
  isMap,
  isScalar,
  isSeq,
  Pair,
  Scalar,
  type ToStringOptions,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { Noted } from './note';

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
  return print(blockNode(value, inList ? 1 : 0));
}

/** Prints a value on one line, for use inside braces or brackets; comments have no place there. */
export function printInline(value: unknown): string {
  return print(inlineNode(value));
}

type ValueNode = Scalar | YAMLMap | YAMLSeq;

function print(node: ValueNode): string {
  const document = new Document(null);
  document.contents = node;
  return document.toString(STYLE).trimEnd();
}

/** The node of a value; `lists` is the number of lists that it stands in. */
function blockNode(value: unknown, lists: number): ValueNode {
  if (value instanceof Noted) {
    const node = blockNode(value.value, lists);
    node.comment = commentOf(value);
    return node;
  }
  if (Array.isArray(value)) return blockList(value, lists);
  return typeof value === 'object' && value !== null ? blockMap(value, lists) : new Scalar(value);
}

function blockList(list: readonly unknown[], lists: number): YAMLSeq {
  const node = new YAMLSeq();
  node.items = list.map((value) => {
    const item = blockNode(value, lists + 1);
    if (isMap(item) && lists > 0 && isSmall(item)) item.flow = true;
    return item;
  });
  if (isFlat(node)) node.flow = true;
  return node;
}

function blockMap(map: object, lists: number): YAMLMap {
  const node = new YAMLMap();
  for (const [name, value] of Object.entries(map) as [string, unknown][]) {
    if (value === undefined) continue;
    const key = new Scalar(name);
    const inner = blockNode(value, lists);
    // A value that has lines of its own leaves the comment to its key.
    if (value instanceof Noted && (isMap(inner) || (isSeq(inner) && !isPlain(inner)))) {
      key.comment = commentOf(value);
      delete inner.comment;
    }
    node.items.push(new Pair(key, inner));
  }
  return node;
}

function inlineNode(value: unknown): ValueNode {
  if (value instanceof Noted) return inlineNode(value.value);
  if (typeof value !== 'object' || value === null) {
    const scalar = new Scalar(value);
    // In braces, a text of several lines can only be written with escapes.
    if (typeof value === 'string' && value.includes('\n')) scalar.type = 'QUOTE_DOUBLE';
    return scalar;
  }
  const node = Array.isArray(value) ? new YAMLSeq() : new YAMLMap();
  if (isSeq(node)) node.items = (value as readonly unknown[]).map(inlineNode);
  else {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    node.items = entries.map(([key, inner]) => new Pair(new Scalar(key), inlineNode(inner)));
  }
  node.flow = true;
  return node;
}

/** A line ending would end the comment. */
function commentOf({ note }: Noted): string {
  return ` ${note.replaceAll(/[\s\p{Cc}]+/gu, ' ')}`;
}

function isPlain({ items }: YAMLSeq): boolean {
  return items.every((item) => isScalar(item) && !isLong(item));
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

function hasComment(node: ValueNode): boolean {
  return typeof node.comment === 'string';
}
