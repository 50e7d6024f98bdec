import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml';
import { columnAt } from './text-edits';

/** The entry of a mapping with this key; undefined for anything else. */
export function pairOf(node: unknown, key: string): Pair | undefined {
  return isMap(node)
    ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
    : undefined;
}

/** No value at all, or a null without an anchor or a tag. */
export function isEmpty(value: unknown): boolean {
  if (value === null) return true;
  return isScalar(value) && value.value === null && !value.anchor && !value.tag;
}

/** The column of a key, from 0. */
export function columnOfKey(text: string, { key }: Pair): number {
  return columnAt(text, rangeOf(key)?.[0] ?? 0);
}

/** The range of a node: its start, the end of its value, and the end including what trails it. */
export function rangeOf(node: unknown): Node['range'] {
  return isScalar(node) || isCollection(node) || isAlias(node) ? node.range : undefined;
}

/** The last scalar or collection inside a node, which alone determines where a block ends. */
export function lastLeaf(node: unknown): unknown {
  if (isPair(node)) {
    return isEmpty(node.value) && !rangeSource(node.value) ? node.key : lastLeaf(node.value);
  }
  if (!isCollection(node) || node.flow || node.items.length === 0) return node;
  return lastLeaf(node.items.at(-1));
}

function rangeSource(value: unknown): boolean {
  return isScalar(value) && value.source !== undefined && value.source !== '';
}

/** The end of the last value of a node, without what trails it. */
export function leafEnd(node: unknown): number | undefined {
  return rangeOf(lastLeaf(node))?.[1];
}

/** Whether a scalar is a block text that keeps every line ending after it. */
export function keepsLineEndings(scalar: Scalar, text: string): boolean {
  if (scalar.type !== 'BLOCK_LITERAL' && scalar.type !== 'BLOCK_FOLDED') return false;
  return /^[|>]\d?\+/.test(text.slice(scalar.range?.[0]));
}
