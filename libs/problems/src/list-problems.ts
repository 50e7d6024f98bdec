import { count } from './count';
import type { Problem } from './problem';

/** The most problems of one sort that are listed for one file. */
const MOST_LISTED = 1_000;

/** Makes problems of what was found in a file; with too many, the last counts those that are left out. */
export function listProblems<Found>(
  found: readonly Found[],
  problemOf: (one: Found) => Problem,
): Problem[] {
  const problems = found.slice(0, MOST_LISTED).map(problemOf);
  const next = found[MOST_LISTED];
  if (next === undefined) return problems;
  const { file, line, column, code, severity } = problemOf(next);
  const rest = found.length - MOST_LISTED;
  const message = `${count(rest, 'more problem')} of this file ${rest === 1 ? 'is' : 'are'} not listed`;
  return [...problems, { file, line, column, code, severity, message }];
}
