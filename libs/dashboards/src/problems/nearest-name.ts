import { closest, distance } from 'fastest-levenshtein';

/**
 * Finds the known name that a wrong one most likely meant.
 * Undefined when none is near: a hint that guesses wildly is worse than none.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const nearest = closest(name, known);
  const tolerance = Math.max(1, Math.floor(nearest.length / 3));
  return distance(name, nearest) <= tolerance ? nearest : undefined;
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
