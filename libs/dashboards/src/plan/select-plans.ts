import { didYouMean } from '../problems/nearest-name';
import type { Problem } from '../problems/problem';
import type { Plan } from './plan';

/** The plans of a run, and a problem for each slug that no plan has. */
export interface PlanSelection {
  readonly plans: readonly Plan[];
  readonly problems: readonly Problem[];
}

/** Picks the plans with these slugs, or all where none is named. */
export function selectPlans(
  plans: readonly Plan[],
  slugs: readonly string[] | undefined,
): PlanSelection {
  if (slugs === undefined) return { plans, problems: [] };
  const known = plans.map(({ slug }) => slug);
  const problems = [...new Set(slugs)]
    .filter((slug) => !known.includes(slug))
    .map((slug) => unknownSlug(slug, known));
  return { plans: plans.filter(({ slug }) => slugs.includes(slug)), problems };
}

function unknownSlug(slug: string, known: readonly string[]): Problem {
  const hint = didYouMean(slug, known) ?? `there are plans for ${known.join(', ')}`;
  return {
    file: 'slug',
    line: 0,
    column: 0,
    code: 'slug-unknown',
    severity: 'error',
    message: `no plan has the slug "${slug}"`,
    hint,
  };
}
