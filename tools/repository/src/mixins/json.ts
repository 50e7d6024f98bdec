/** An object as JSON has it. */
export type Json = Readonly<Record<string, unknown>>;

/** The object at a path of keys; an empty one if there is none. */
export function objectAt(value: unknown, ...keys: readonly string[]): Json {
  let at = value;
  for (const key of keys) at = (at as Json | undefined)?.[key];
  return typeof at === 'object' && at !== null && !Array.isArray(at) ? (at as Json) : {};
}

/** The list at a path of keys; an empty one if there is none. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const list = objectAt(value)[key];
  return Array.isArray(list) ? list : [];
}

/** The same value with the keys of all objects in order. */
export function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, child]) => [key, inKeyOrder(child)]),
  );
}
