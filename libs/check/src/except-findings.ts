import { exceptionFor, type LintSubject } from '@g6/lint';
import type { CheckFinding, PlacedFinding } from './check-finding';

/** The findings that no exception covers, and how many others there are. */
export interface FindingsLeft {
  readonly findings: readonly CheckFinding[];
  readonly excepted: number;
}

/**
 * Drops what an exception in the spec or in the plan of its dashboard covers. None is reported as
 * unused, as lint does: what is not needed today may be tomorrow.
 */
export function exceptFindings(
  found: readonly PlacedFinding[],
  { exceptions, plans }: Pick<LintSubject, 'exceptions' | 'plans'>,
): FindingsLeft {
  const findings = found.flatMap(({ scope, ...finding }) => {
    const { rule, slug } = finding;
    const plan = plans.find((candidate) => candidate.slug === slug);
    const scopes = [scope, plan?.ref];
    return scopes.some((one) => exceptionFor(rule, one, exceptions)) ? [] : [finding];
  });
  return { findings, excepted: found.length - findings.length };
}
