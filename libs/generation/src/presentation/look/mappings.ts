import type { WrittenMapping } from '@g6/model';
import type { JsonObject } from '../../json-object';

/** Turns value mappings into Grafana's; their order decides which of several applies. */
export function mappingsJson(mappings: readonly WrittenMapping[]): JsonObject[] {
  const json: JsonObject[] = [];
  mappings.forEach((mapping, index) => {
    const { value, range, regex, special, text, color } = mapping;
    const result = {
      index,
      ...(text === undefined ? {} : { text }),
      ...(color === undefined ? {} : { color }),
    };
    if (value !== undefined) {
      const last = json.at(-1);
      // Grafana keeps neighbouring values in one mapping.
      if (last?.['type'] === 'value')
        Object.assign(last['options'] as object, { [String(value)]: result });
      else json.push({ type: 'value', options: { [String(value)]: result } });
    } else if (range !== undefined) {
      json.push({ type: 'range', options: { from: range[0], to: range[1], result } });
    } else if (regex !== undefined) {
      json.push({ type: 'regex', options: { pattern: regex, result } });
    } else {
      json.push({ type: 'special', options: { match: special, result } });
    }
  });
  return json;
}
