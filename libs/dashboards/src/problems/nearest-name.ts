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

/** Words a hint for a wrong name, or nothing where no known name is near. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  const nearest = nearestName(name, known);
  return nearest === undefined ? undefined : `did you mean "${nearest}"?`;
}
