import { decode, encode } from '@jridgewell/sourcemap-codec';

const OUTSIDE_ASCII = /[^\x00-\x7f]/g; // eslint-disable-line no-control-regex -- ASCII begins there
/** How much longer `\uXXXX` is than the character that it stands for. */
const GROWTH = 5;

/**
 * Writes what is outside ASCII as escapes, and moves the places of the source map along. Node.js keeps
 * a text of ASCII in half the memory, which a short run notices. All such characters of the bundles
 * stand in strings, templates and patterns, where an escape means the same.
 */
export function asciiOnly(code, map) {
  const lines = code.split('\n');
  const mappings = decode(map.mappings).map((segments, index) => {
    const places = [...(lines[index] ?? '').matchAll(OUTSIDE_ASCII)].map((match) => match.index);
    if (places.length === 0) return segments;
    return segments.map(([column, ...rest]) => {
      const before = places.filter((place) => place < column).length;
      return [column + before * GROWTH, ...rest];
    });
  });
  const escaped = code.replace(
    OUTSIDE_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { code: escaped, map: { ...map, mappings: encode(mappings) } };
}
