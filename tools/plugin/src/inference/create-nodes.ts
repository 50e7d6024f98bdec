import type { CreateNodes, CreateNodesResult } from '@nx/devkit';
import { aggregateProject } from './aggregate-project';
import { checkOptions } from './check-options';
import { dashboardProject } from './dashboard-project';
import { dashboardSet, entryOptions, type DashboardSet } from './dashboard-sets';
import { orphanProject } from './orphan-project';
import { orphanedSlugs } from './orphaned-slugs';
import type { NormalizedOptions, PluginOptions } from './plugin-options';
import { registerSync } from './sync-registration';
import type { Projects } from './target';

const NX_JSON = 'nx.json';
const PLAN_FILE = '/plan.yaml';

/**
 * Infers a project for every plan, one for all of them, and one for every generated file whose plan
 * is gone. It maps paths to targets and reads no plan and no spec, so that it costs an Nx start next
 * to nothing.
 */
export const createNodes: CreateNodes<PluginOptions> = [
  `{${NX_JSON},**${PLAN_FILE}}`,
  async (files, rawOptions, context) => {
    const listed = entryOptions(context.nxJsonConfiguration);
    // Listed by a path, the plugin does not find its name.
    const entries = listed.length > 0 ? listed : [rawOptions];
    await checkOptions(entries, context.workspaceRoot);
    const options = dashboardSet(rawOptions, entries);
    const slugs = files.flatMap((file) => slugOf(file, options) ?? []).sort();
    const made = (projects: Projects) => ({
      projects: registerSync(projects, context.nxJsonConfiguration),
    });
    const nodes = files.map(async (file): Promise<readonly [string, CreateNodesResult]> => {
      const slug = slugOf(file, options);
      if (slug !== undefined) return [file, made(dashboardProject(slug, slugs.length, options))];
      if (file !== NX_JSON) return [file, {}];
      return [file, made(await workspaceProjects(slugs, options, context.workspaceRoot))];
    });
    return Promise.all(nodes);
  },
];

/** The slug of a plan, after its folder; undefined for any other file. */
function slugOf(file: string, { plans }: NormalizedOptions): string | undefined {
  if (!file.startsWith(`${plans}/`) || !file.endsWith(PLAN_FILE)) return undefined;
  const slug = file.slice(plans.length + 1, -PLAN_FILE.length);
  return slug === '' || slug.includes('/') ? undefined : slug;
}

/** The projects that no single plan stands for; a workspace without any plan has no aggregate. */
async function workspaceProjects(
  planned: readonly string[],
  options: DashboardSet,
  root: string,
): Promise<Projects> {
  const orphaned = await orphanedSlugs(root, options, new Set(planned));
  const projects = orphaned.map((slug) => orphanProject(slug, options));
  if (planned.length > 0) projects.push(aggregateProject({ planned, orphaned }, options));
  return Object.fromEntries(projects.flatMap((some) => Object.entries(some)));
}
