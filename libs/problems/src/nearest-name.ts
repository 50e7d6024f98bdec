import { closest, distance } from 'fastest-levenshtein';

/**
 * Finds the known name that a wrong one most likely stands for: one that differs in case, by two swapped
 * neighbours or by few edits. Undefined if none is close, because a wild guess is worse than no hint.
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

/** Returns whether two names differ only by two swapped neighbouring characters. */
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

/** Maximum number of names in a hint. */
const MOST_LISTED = 20;

/** Returns a hint for a wrong name: the closest known name, or the list of known names if none is close. */
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

/** Returns a hint for a wrong name; undefined if no known name is close. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  const nearest = nearestName(name, known);
  return nearest === undefined ? undefined : `did you mean "${nearest}"?`;
}
