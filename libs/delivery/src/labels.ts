/**
 * Reads labels that are written `key=value`. Gives back the first that is not, as a text; what labels may
 * consist of is checked with everything else.
 */
export function readLabels(pairs: readonly string[]): Readonly<Record<string, string>> | string {
  const labels: Record<string, string> = {};
  for (const pair of pairs) {
    const [, key, value] = /^([^=]+)=([^]*)$/.exec(pair) ?? [];
    if (key === undefined || value === undefined) return pair;
    labels[key.trim()] = value.trim();
  }
  return labels;
}
