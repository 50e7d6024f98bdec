import { closest, distance } from 'fastest-levenshtein';

/**
 * Finds the known name that a wrong one most likely stands for: one that differs in case, by two swapped
 * neighbours or by few edits. Undefined if none is close, because a wild guess is worse than no hint.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || name.length > LONGEST_NAME) return undefined;
  const lower = lowerCase(known);
  if (!lower) return undefined;
  const wrong = name.toLowerCase();
  const swapped = lower.findIndex((candidate) => isSwap(wrong, candidate));
  if (swapped >= 0) return known[swapped];
  const near = lower.filter(({ length }) => Math.abs(length - wrong.length) <= length / 3);
  if (near.length === 0) return undefined;
  const nearest = closest(wrong, near);
  return distance(wrong, nearest) <= Math.floor(nearest.length / 3)
    ? known[lower.indexOf(nearest)]
    : undefined;
}

/** A longer name is compared with none: that takes time by the product of the lengths. */
const LONGEST_NAME = 300;
/** Lists of more names, such as those of all metrics, are not gone through without end. */
const LONG_LIST = 500;
/** With so many names is compared while going through one long list: 40 times through 5,000 of them. */
const MOST_COMPARED = 200_000;

interface LongList {
  readonly lower: readonly string[];
  compared: number;
}

const longLists = new WeakMap<readonly string[], LongList>();

/** The names in lower case; undefined for a long list that was gone through too often. */
function lowerCase(known: readonly string[]): readonly string[] | undefined {
  if (known.length <= LONG_LIST) return known.map(inLowerCase);
  const list = longLists.get(known) ?? { lower: known.map(inLowerCase), compared: 0 };
  longLists.set(known, list);
  list.compared += known.length;
  return list.compared > MOST_COMPARED ? undefined : list.lower;
}

function inLowerCase(name: string): string {
  return name.length > LONGEST_NAME ? '' : name.toLowerCase();
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
