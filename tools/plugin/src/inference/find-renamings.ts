import { dirname } from 'node:path/posix';
import type { Slugs } from './aggregate-project';
import type { DashboardSet } from './dashboard-sets';
import { foreignNames, isNamingFile } from './foreign-names';
import { settleNames, type NameClaim, type Renaming } from './settle-names';
import { dashboardName, dashboardRoot, outputFile } from './target';

/** A set of dashboards, and the slugs found for it. */
export interface FoundSet {
  readonly set: DashboardSet;
  readonly slugs: Slugs;
}

/**
 * Finds projects whose names are taken: by projects of the workspace, or by sets of dashboards that
 * are listed earlier.
 */
export async function findRenamings(
  sets: readonly FoundSet[],
  files: readonly string[],
  root: string,
): Promise<ReadonlyMap<string, Renaming>> {
  const naming = files.filter(isNamingFile);
  // Such a file names our project, too, and has the last word.
  const named = new Set(naming.map((file) => dirname(file)));
  const all = sets.flatMap(claimsOf);
  const claims = all.filter((claim) => !named.has(claim.root));
  const wanted = new Set(claims.map(({ name }) => name));
  return settleNames(claims, await foreignNames(wanted, naming, root));
}

function claimsOf({ set, slugs: { planned, orphaned } }: FoundSet): NameClaim[] {
  const all: NameClaim = {
    root: set.root,
    name: set.project,
    file: 'nx.json',
    option: 'project',
  };
  const one = (slug: string, file: string): NameClaim => ({
    root: dashboardRoot(slug, set),
    name: dashboardName(slug, set),
    file,
    option: 'projectPrefix',
  });
  return [
    ...(planned.length > 0 ? [all] : []),
    ...planned.map((slug) => one(slug, `${dashboardRoot(slug, set)}/plan.yaml`)),
    ...orphaned.map((slug) => one(slug, outputFile(slug, set))),
  ];
}
