import { isMap, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { pairOf } from './node-ranges';
import type { YamlPath } from './yaml-file';

/** A mapping to extend: its entry if it has a key, and the collection around it. */
export interface Owner {
  readonly around: YAMLMap | YAMLSeq | undefined;
  readonly pair: Pair | undefined;
  readonly value: unknown;
}

/** The mapping at a path; undefined if the text has none there. */
export function findOwner(root: unknown, path: YamlPath): Owner | undefined {
  let found: Owner | undefined = { around: undefined, pair: undefined, value: root };
  for (const step of path) {
    const around: unknown = found.value;
    if (isMap(around)) {
      const pair = pairOf(around, String(step));
      if (!pair) return undefined;
      found = { around, pair, value: pair.value };
    } else if (isSeq(around) && typeof step === 'number' && step < around.items.length) {
      found = { around, pair: undefined, value: around.items[step] };
    } else return undefined;
  }
  return found;
}
