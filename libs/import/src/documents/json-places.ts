import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { YamlPath } from '@g6/yaml';

/** The places of the values in a JSON text. */
export interface JsonSource {
  /** The offset of the value at a path, or of the nearest ancestor that exists. */
  offsetOf(path: YamlPath): number;
  /** Line and column of an offset, from 1. */
  positionOf(offset: number): { readonly line: number; readonly column: number };
}

/** Finds the places in a text that is known to be JSON. */
export function parseJsonSource(text: string): JsonSource {
  const root = parseTree(text);
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    offsetOf: (path) => {
      for (let depth = path.length; depth >= 0; depth--) {
        const node = nodeAt(root, path.slice(0, depth));
        if (node) return node.offset;
      }
      return 0;
    },
    positionOf: (offset) => {
      const line = lineAt(starts, offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
  };
}

function nodeAt(root: Node | undefined, path: YamlPath): Node | undefined {
  return root && findNodeAtLocation(root, [...path]);
}

/** The index of the line that an offset is in, by halving. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset in the source of a character of a text value that starts with its quote at `start`. */
export function offsetInJsonText(source: string, start: number, offset: number): number {
  if (source[start] !== '"') return start;
  let at = start + 1;
  for (let taken = 0; taken < offset && source[at] !== '"'; taken += 1) {
    at += source[at] !== '\\' ? 1 : source[at + 1] === 'u' ? 6 : 2;
  }
  return at;
}
