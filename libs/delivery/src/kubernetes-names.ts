import type { FinishedDashboard } from '@g6/generation';
import { sha256Hex } from '@g6/model';
import { placelessProblem, type Problem } from '@g6/problems';

/** The longest name that can also be the value of a label. */
const LONGEST_NAME = 63;
/** How many digits tell names apart that had to be cut. */
const DIGEST_LENGTH = 8;

/**
 * The name of a resource in Kubernetes: lower-case letters, digits and hyphens, with a letter or digit at
 * both ends, and at most 63 characters. A longer one is cut and ends in a digest of the whole.
 */
export function kubernetesName(text: string): string {
  const words = text.toLowerCase().split(/[^a-z0-9]+/);
  const name = words.filter((word) => word !== '').join('-') || 'dashboard';
  if (name.length <= LONGEST_NAME) return name;
  const digest = sha256Hex(text).slice(0, DIGEST_LENGTH);
  const kept = name.slice(0, LONGEST_NAME - DIGEST_LENGTH - 1);
  return `${kept.endsWith('-') ? kept.slice(0, -1) : kept}-${digest}`;
}

/** Finds dashboards whose resources would have the same name. */
export function nameCollisions(
  dashboards: readonly FinishedDashboard[],
  nameOf: (uid: string) => string,
  where: string,
): Problem[] {
  const first = new Map<string, string>();
  return dashboards.flatMap(({ slug, json: { uid = slug } }) => {
    const name = nameOf(uid);
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, slug);
      return [];
    }
    const message = `the dashboards "${other}" and "${slug}" would both be named "${name}" in ${where}`;
    return [placelessProblem(slug, 'export-name-taken', message, 'give one of them another slug')];
  });
}
