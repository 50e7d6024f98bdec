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
  return Array.isArray(value) ? sortItems(value) : sortObject(value as Record<string, unknown>);
}

function sortItems(items: readonly unknown[]): readonly unknown[] {
  const sorted = items.map(sortKeys);
  return sorted.every((item, index) => item === items[index]) ? items : sorted;
}

function sortObject(source: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(source);
  const values = keys.map((key) => sortKeys(source[key]));
  const ordered = keys.every((key, i) => i === 0 || (keys[i - 1] as string) < key);
  if (ordered && values.every((value, i) => value === source[keys[i] as string])) return source;
  const places = keys.map((_, i) => i);
  if (!ordered) places.sort((a, b) => ((keys[a] as string) < (keys[b] as string) ? -1 : 1));
  const sorted: Record<string, unknown> = {};
  for (const place of places) sorted[keys[place] as string] = values[place];
  return sorted;
}
