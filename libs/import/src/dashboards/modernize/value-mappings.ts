import { toNumber } from '../../documents/raw-part';
import { type JsonObject, objectsOf, present } from '../json-values';

/**
 * Brings value mappings to the form of Grafana 8: `{id, type: 1, value: "1", text: "up"}` will become
 * `{type: "value", options: {"1": {text: "up"}}}`. Mappings in today's form stay.
 */
export function modernMappings(value: unknown): JsonObject[] {
  const old = objectsOf(value);
  const merged: Record<string, JsonObject> = {};
  const others: JsonObject[] = [];
  for (const [index, mapping] of old.entries()) {
    if (mapping['type'] === 2) {
      others.push(rangeMapping(mapping, index));
    } else if (typeof mapping['type'] === 'string') {
      others.push(mapping);
    } else if (mapping['value'] === 'null' || mapping['value'] === null) {
      others.push(nullMapping(mapping, index));
    } else if (mapping['value'] !== undefined) {
      merged[asKey(mapping['value'])] = resultOf(mapping, index);
    }
  }
  return Object.keys(merged).length === 0
    ? others
    : [{ type: 'value', options: merged }, ...others];
}

/** The mappings of a singlestat, whose `mappingType` decides which of its two lists counts. */
export function singlestatMappings(panel: JsonObject): JsonObject[] {
  const values = objectsOf(panel['valueMaps']);
  const ranges = objectsOf(panel['rangeMaps']).map((range) => ({ ...range, type: 2 }));
  const type = panel['mappingType'];
  if (type === 2) return modernMappings(ranges);
  return modernMappings(type === 1 || values.length > 0 ? values : ranges);
}

function rangeMapping(mapping: JsonObject, index: number): JsonObject {
  if (mapping['from'] === 'null' && mapping['to'] === 'null') return nullMapping(mapping, index);
  const from = toNumber(mapping['from']) ?? null;
  const to = toNumber(mapping['to']) ?? null;
  return { type: 'range', options: { from, to, result: resultOf(mapping, index) } };
}

function nullMapping(mapping: JsonObject, index: number): JsonObject {
  return { type: 'special', options: { match: 'null', result: resultOf(mapping, index) } };
}

function resultOf({ text, color }: JsonObject, index: number): JsonObject {
  return present({ text: asKey(text ?? ''), color, index });
}

function asKey(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
