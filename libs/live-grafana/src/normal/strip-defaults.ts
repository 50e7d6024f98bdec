import { isJsonObject, type JsonObject, stableJson } from '@g6/generation';

/** Whether two JSON values are the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || stableJson(a) === stableJson(b);
}

/** Whether a value says nothing: null, an empty text, list or object. */
export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** A value without the keys that say nothing; the items of lists keep their places. */
export function compact(value: unknown): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[]).map(compact);
  if (!isJsonObject(value)) return value;
  return ofEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, compact(inner)] as const)
      .filter(([, inner]) => !isNothing(inner)),
  );
}

/** An object without the keys that have their default. */
export function stripDefaults(object: JsonObject, defaults: JsonObject): JsonObject {
  return ofEntries(
    Object.entries(object).flatMap(([key, value]) => {
      if (!Object.hasOwn(defaults, key)) return [[key, value] as const];
      const usual = defaults[key];
      if (isJsonObject(value) && isJsonObject(usual)) {
        const rest = stripDefaults(value, usual);
        return isNothing(rest) ? [] : [[key, rest] as const];
      }
      return isSame(value, usual) ? [] : [[key, value] as const];
    }),
  );
}

/** An object without unknown keys that are off: defaults of a schema that is newer than this program. */
export function stripUnknown(object: JsonObject, known: (key: string) => boolean): JsonObject {
  return ofEntries(
    Object.entries(object).filter(([key, value]) => known(key) || (value !== false && value !== 0)),
  );
}

/** An object without some keys. */
export function dropKeys(object: JsonObject, keys: ReadonlySet<string>): JsonObject {
  return ofEntries(Object.entries(object).filter(([key]) => !keys.has(key)));
}

/** An object of entries; a key of any name is one of its own. */
function ofEntries(entries: readonly (readonly [string, unknown])[]): JsonObject {
  return Object.fromEntries(entries);
}
