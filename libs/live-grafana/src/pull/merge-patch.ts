import { isJsonObject, type JsonObject } from '@g6/generation';
import { isSame } from '../normal/strip-defaults';

/**
 * The merge patch (RFC 7386) that makes one JSON object another, as far as they differ in their normal
 * forms; `written` is the other one as Grafana has it. Lists are replaced whole.
 */
export function patchBetween(
  ours: JsonObject,
  theirs: JsonObject,
  written: JsonObject,
): JsonObject {
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
  return Object.fromEntries(
    keys.flatMap((key) => {
      const [one, other, raw] = [ours[key], theirs[key], written[key]];
      if (isSame(one ?? null, other ?? null)) return [];
      if (isJsonObject(one) && isJsonObject(other) && isJsonObject(raw)) {
        return [[key, patchBetween(one, other, raw)] as const];
      }
      return [[key, raw ?? null] as const];
    }),
  );
}

/** A merge patch after another one. */
export function joinPatches(first: unknown, second: JsonObject): JsonObject {
  if (!isJsonObject(first)) return second;
  return Object.fromEntries(
    [...new Set([...Object.keys(first), ...Object.keys(second)])].map((key) => {
      const [one, other] = [first[key], second[key]];
      if (!Object.hasOwn(second, key)) return [key, one] as const;
      return [key, isJsonObject(other) ? joinPatches(one, other) : other] as const;
    }),
  );
}
