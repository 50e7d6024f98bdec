/** Longer keys are no keys in YAML. */
const LONGEST_KEY = 500;

/** What YAML reads differently, or refuses: keys that reach into JavaScript, special characters, negative zero. */
const EXACT_ONLY =
  /__proto__|constructor|prototype|<<|\\u|[\r\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]|[:[,\s]-0/;

/**
 * Reads a JSON object as YAML does, many times faster. Returns undefined for any other text, and for one in which
 * a key may stand twice.
 */
export function quickJson(text: string): { readonly value: unknown } | undefined {
  if (!text.startsWith('{') || EXACT_ONLY.test(text)) return undefined;
  try {
    const value = JSON.parse(text) as unknown;
    // Texts may contain what looks like the end of a key, but no key is without it.
    const keys = text.match(/"\s*:/g)?.length ?? 0;
    return countKeys(value) === keys ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/** The number of keys in all objects of a value; not a number if one of them is too long. */
function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countKeys(item), 0);
  let count = 0;
  for (const [key, inner] of Object.entries(value)) {
    if (key.length > LONGEST_KEY) return NaN;
    count += 1 + countKeys(inner);
  }
  return count;
}
