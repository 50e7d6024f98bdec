/** A family for a metric, and why it is that. */
export interface ChosenFamily {
  readonly name: string;
  /** Undefined if the family was given, or is that of a client library. */
  readonly guess?: string;
}

/** A metric whose family the spec knows. */
export interface PlacedName {
  readonly name: string;
  readonly family: string;
}

/** Metrics of client libraries, which many programs share. */
const CLIENT_LIBRARY = /^(process|go|python|nodejs|jvm)[_.]/;
/** How many metrics make a prefix a family. */
const ENOUGH = 3;

/**
 * Chooses a family for each name: the longest prefix that three metrics or more share, such as
 * `node_cpu`, or else its first word. Metrics that the spec knows count as well, and the family of
 * theirs is taken.
 */
export function chooseFamilies(
  names: readonly string[],
  known: readonly PlacedName[],
  given?: string,
): ReadonlyMap<string, ChosenFamily> {
  const counts = countPrefixes([...new Set([...known.map(({ name }) => name), ...names])]);
  const familyOf = new Map<string, string>();
  for (const { name, family } of known) {
    for (const prefix of prefixesOf(name)) {
      if (!familyOf.has(prefix)) familyOf.set(prefix, family);
    }
  }
  const choose = (name: string): ChosenFamily => {
    const library = CLIENT_LIBRARY.exec(name)?.[1];
    if (library !== undefined) return { name: library };
    if (given !== undefined) return { name: given };
    const prefixes = prefixesOf(name);
    const shared = prefixes.findLast((prefix) => (counts.get(prefix) ?? 0) >= ENOUGH);
    const prefix = shared ?? prefixes[0] ?? name;
    const guess =
      shared === undefined
        ? 'guess: the first word of the name'
        : `guess: the longest prefix of ${counts.get(shared) ?? 0} metrics`;
    return { name: familyOf.get(prefix) ?? familyName(prefix), guess };
  };
  return new Map(names.map((name) => [name, choose(name)]));
}

/** A family's name from any text: `HTTP server` becomes `http_server`. */
export function familyName(text: string): string {
  const name = text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('_');
  return /^[a-z]/.test(name) ? name : name === '' ? 'other' : `m_${name}`;
}

function countPrefixes(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const prefix of prefixesOf(name)) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return counts;
}

/** The prefixes of a name in words, the shortest first; the whole name only if it is one word. */
function prefixesOf(name: string): string[] {
  const words = name.split(/[_.:/-]+/).filter((word) => word !== '');
  const most = Math.max(words.length - 1, 1);
  return words.slice(0, most).map((_, index) => words.slice(0, index + 1).join('_'));
}
