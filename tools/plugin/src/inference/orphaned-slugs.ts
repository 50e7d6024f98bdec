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
  { output, settings }: NormalizedOptions,
  planned: ReadonlySet<string>,
): Promise<readonly string[]> {
  const folder = join(root, output);
  const unplanned = slugsIn(folder).filter((slug) => !planned.has(slug));
  if (unplanned.length === 0) return [];
  // Loaded only here: it brings the library along, and few workspaces have such files.
  const { wasGenerated } = await import('./was-generated');
  return unplanned.filter((slug) => wasGenerated(folder, slug, settings.metaKey)).sort();
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
