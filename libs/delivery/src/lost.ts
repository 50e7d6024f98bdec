import { placelessProblem, type Problem } from '@g6/problems';

/** How many things a warning names before it only counts. */
const MOST_NAMED = 4;

/** Warns of what a form has no place for in a dashboard, in one line; none if nothing is lost. */
export function lostProblems(slug: string, form: string, lost: readonly string[]): Problem[] {
  const all = [...new Set(lost)];
  if (all.length === 0) return [];
  const named = all.slice(0, all.length > MOST_NAMED + 1 ? MOST_NAMED : all.length);
  const rest = all.length - named.length;
  const list = [...named, ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
  const message = `${form} has no place for: ${list}`;
  return [{ ...placelessProblem(slug, 'export-lost', message), severity: 'warning' }];
}
