import { isMapping } from '../documents/raw-part';

/** A JSON object whose keys are Grafana's. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object; an empty one if it is not. */
export function objectOf(value: unknown): JsonObject {
  return isMapping(value) ? value : {};
}

/** The objects of a list; none if it is not a list. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isMapping) : [];
}

/** The value as a text, if it is one that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An object without the keys whose value is undefined or null. */
export function present(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** An object without some of its keys. */
export function without(object: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
