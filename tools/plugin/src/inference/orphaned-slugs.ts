import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NormalizedOptions } from './plugin-options';

const DASHBOARD_FILE = /^([a-z][a-z0-9_]*)\.json$/;

/**
 * Slugs of generated files that no plan asks for. Only a file without a plan is opened, to see
 * whether it was generated: what somebody else put there must not become a project.
 */
export async function orphanedSlugs(
  root: string,
  { output }: NormalizedOptions,
  planned: ReadonlySet<string>,
): Promise<readonly string[]> {
  const folder = join(root, output);
  const unplanned = slugsIn(folder).filter((slug) => !planned.has(slug));
  if (unplanned.length === 0) return [];
  // Loaded only here: a workspace without such files is spared the time.
  const { orphanDrift } = await import('@g6/dashboards');
  return unplanned.filter((slug) => orphanDrift(folder, slug).orphaned).sort();
}

function slugsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .flatMap((name) => DASHBOARD_FILE.exec(name)?.[1] ?? [])
      .filter((slug) => slug !== 'manifest');
  } catch {
    return [];
  }
}
