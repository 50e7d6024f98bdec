import type { JsonObject } from './json-object';

/** JSON text with sorted keys, two spaces and a newline at the end: the same bytes everywhere. */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(sortKeys(value), null, 2)}\n`;
}

/**
 * A value whose objects have their keys in code unit order. What is in order already is given back as
 * it is, which spares copying the parts that all panels share.
 */
export function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? sortItems(value) : sortObject(value as JsonObject);
}

function sortItems(items: readonly unknown[]): readonly unknown[] {
  let sorted: unknown[] | undefined;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const inOrder = sortKeys(item);
    if (inOrder !== item) (sorted ??= [...items])[index] = inOrder;
  }
  return sorted ?? items;
}

/** Plain loops: most runs are over before anything faster to read is as fast to run. */
function sortObject(source: JsonObject): JsonObject {
  const keys = Object.keys(source);
  let replaced: Map<string, unknown> | undefined;
  let ordered = true;
  let before = '';
  for (const key of keys) {
    if (key < before) ordered = false;
    before = key;
    const value = source[key];
    if (typeof value !== 'object' || value === null) continue;
    const inOrder = sortKeys(value);
    if (inOrder !== value) (replaced ??= new Map()).set(key, inOrder);
  }
  if (ordered && replaced === undefined) return source;
  const sorted: JsonObject = {};
  for (const key of ordered ? keys : keys.sort()) {
    put(sorted, key, replaced?.get(key) ?? source[key]);
  }
  return sorted;
}

/** A key of this name would otherwise set what an object inherits from, and be gone. */
function put(target: JsonObject, key: string, value: unknown): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true });
}
