import { closest, distance } from 'fastest-levenshtein';

/**
 * Finds the known name that a wrong one most likely meant: one of other case, with two neighbours
 * swapped, or few edits away. Undefined when none is near: a hint that guesses wildly is worse
 * than none.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const wrong = name.toLowerCase();
  const lower = known.map((candidate) => candidate.toLowerCase());
  const swapped = lower.findIndex((candidate) => isSwap(wrong, candidate));
  if (swapped >= 0) return known[swapped];
  const nearest = closest(wrong, lower);
  return distance(wrong, nearest) <= Math.floor(nearest.length / 3)
    ? known[lower.indexOf(nearest)]
    : undefined;
}

/** Whether two names differ by nothing but two neighbouring characters that changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return (
    at < a.length &&
    a[at] === b[at + 1] &&
    a[at + 1] === b[at] &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}

/** The most names that a hint lists. */
const MOST_LISTED = 20;

/** Words a hint for a wrong name: the nearest known one, else the known ones; nothing without any. */
export function didYouMeanOneOf(
  name: string,
  known: readonly string[],
  introduction: string,
): string | undefined {
  if (known.length === 0) return undefined;
  const more = known.length > MOST_LISTED ? `, and ${known.length - MOST_LISTED} more` : '';
  return (
    didYouMean(name, known) ?? `${introduction} ${known.slice(0, MOST_LISTED).join(', ')}${more}`
  );
}

/** Words a hint for a wrong name, or nothing where no known name is near. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  const nearest = nearestName(name, known);
  return nearest === undefined ? undefined : `did you mean "${nearest}"?`;
}
