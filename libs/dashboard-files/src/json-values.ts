import { isJsonObject, type JsonObject } from '@g6/generation';

/** A JSON object that is only read. */
export type ReadJson = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one if it is not. */
export function objectOf(value: unknown): ReadJson {
  return isJsonObject(value) ? value : {};
}

/** The objects of a list; none if it is not a list. */
export function objectsOf(value: unknown): ReadJson[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isJsonObject) : [];
}

/** The value as a text, if it is one that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An object without the keys whose value is undefined or null. */
export function present(object: ReadJson): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** An object without some of its keys. */
export function without(object: ReadJson, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
