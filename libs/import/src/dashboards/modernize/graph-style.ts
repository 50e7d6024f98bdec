import { toNumber } from '../../documents/raw-part';
import type { JsonObject } from '../json-values';

/** Settings of an axis for the fields that it measures. */
export interface AxisSettings {
  readonly field: JsonObject;
  readonly custom: JsonObject;
}

/** The size of a point from its radius. */
export function sizeOf(radius: unknown): number | undefined {
  const number = toNumber(radius);
  return number === undefined ? undefined : 2 + number * 2;
}

/** A dashed line; a graph's dashes are 10 long and 10 apart unless it says otherwise. */
export function dashOf(source: JsonObject): JsonObject {
  const dash = [toNumber(source['dashLength']) ?? 10, toNumber(source['spaceLength']) ?? 10];
  return { fill: 'dash', dash };
}
