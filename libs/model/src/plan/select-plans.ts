import { didYouMeanOneOf, placelessProblem, type Problem } from '@g6/problems';
import type { Plan } from './plan';
import type { PlansReading } from './read-plans';

/** The plans of a run, and a problem for each slug that no plan has. */
export interface PlanSelection {
  readonly plans: readonly Plan[];
  readonly problems: readonly Problem[];
}

/** The slugs that are meant, and a problem for each that is not known. */
export interface SlugSelection {
  readonly slugs: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Picks the plans with these slugs, or all where none is named. Where some plans could not be
 * read, nothing is said of slugs that are not among the rest.
 */
export function selectPlans(
  { plans, complete }: Pick<PlansReading, 'plans' | 'complete'>,
  slugs: readonly string[] | undefined,
): PlanSelection {
  if (slugs === undefined) return { plans, problems: [] };
  const known = plans.map(({ slug }) => slug);
  const { problems } = selectSlugs(known, slugs, 'no plan');
  return {
    plans: plans.filter(({ slug }) => slugs.includes(slug)),
    problems: complete ? problems : [],
  };
}

/** Picks the known slugs that are asked for, or all; `nothing` words what an unknown one is not. */
export function selectSlugs(
  known: readonly string[],
  asked: readonly string[] | undefined,
  nothing: string,
): SlugSelection {
  if (asked === undefined) return { slugs: known, problems: [] };
  const problems = [...new Set(asked)]
    .filter((slug) => !known.includes(slug))
    .map((slug) => unknownSlug(slug, known, nothing));
  return { slugs: known.filter((slug) => asked.includes(slug)), problems };
}

function unknownSlug(slug: string, known: readonly string[], nothing: string): Problem {
  const hint = didYouMeanOneOf(slug, known, 'known slugs:');
  return placelessProblem('slug', 'slug-unknown', `${nothing} has the slug "${slug}"`, hint);
}
