import type { CreateNodes, CreateNodesResult } from '@nx/devkit';
import { aggregateProject, type Slugs } from './aggregate-project';
import { checkOptions } from './check-options';
import { dashboardProject } from './dashboard-project';
import { dashboardSet, entryOptions, type DashboardSet } from './dashboard-sets';
import { findRenamings, type FoundSet } from './find-renamings';
import { NAMING_FILES } from './foreign-names';
import { orphanProject } from './orphan-project';
import { orphanedSlugs } from './orphaned-slugs';
import { passedDays } from './passed-days';
import type { NormalizedOptions, PluginOptions } from './plugin-options';
import { renameProjects } from './settle-names';
import { registerSync } from './sync-registration';
import type { Inputs, Projects } from './target';

const NX_JSON = 'nx.json';
const PLAN_FILE = '/plan.yaml';

/**
 * Infers a project for every plan, one for all of them, and one for every generated file whose plan
 * is gone. It maps paths to targets and reads no plan and no spec, so that it costs an Nx start next
 * to nothing; of the other projects it reads only their names, which ours must not have.
 */
export const createNodes: CreateNodes<PluginOptions> = [
  `{${[NX_JSON, `**${PLAN_FILE}`, ...NAMING_FILES].join(',')}}`,
  async (files, rawOptions, context) => {
    const listed = entryOptions(context.nxJsonConfiguration);
    // Listed by a path, the plugin does not find its name.
    const entries = listed.length > 0 ? listed : [rawOptions];
    await checkOptions(entries, context.workspaceRoot);
    const sets = await findSets(rawOptions, entries, files, context.workspaceRoot);
    const { set, slugs } = sets.at(-1) as FoundSet;
    const renamings = await findRenamings(sets, files, context.workspaceRoot);
    const options = { ...set, project: renamings.get(set.root)?.newName ?? set.project };
    const passed = passedDays(context.workspaceRoot, set);
    const made = (projects: Projects) => ({
      projects: registerSync(renameProjects(projects, renamings), context.nxJsonConfiguration),
    });
    return files.map((file): readonly [string, CreateNodesResult] => {
      const slug = slugOf(file, options);
      if (slug !== undefined) {
        return [file, made(dashboardProject(slug, slugs.planned.length, options))];
      }
      return [file, file === NX_JSON ? made(workspaceProjects(slugs, options, passed)) : {}];
    });
  },
];

/** The slug of a plan, after its folder; undefined for any other file. */
function slugOf(file: string, { plans }: NormalizedOptions): string | undefined {
  if (!file.startsWith(`${plans}/`) || !file.endsWith(PLAN_FILE)) return undefined;
  const slug = file.slice(plans.length + 1, -PLAN_FILE.length);
  return slug === '' || slug.includes('/') ? undefined : slug;
}

/** The set of an entry, which comes last, and those that are listed before it. */
async function findSets(
  entry: PluginOptions | undefined,
  entries: readonly (PluginOptions | undefined)[],
  files: readonly string[],
  root: string,
): Promise<FoundSet[]> {
  const own = dashboardSet(entry, entries);
  const sets = entries.map((each) => dashboardSet(each, entries));
  const earlier = sets.slice(
    0,
    sets.findIndex(({ plans }) => plans === own.plans),
  );
  return Promise.all(
    [...earlier, own].map(async (set) => {
      const planned = files.flatMap((file) => slugOf(file, set) ?? []).sort();
      const orphaned = await orphanedSlugs(root, set, new Set(planned));
      return { set, slugs: { planned, orphaned } };
    }),
  );
}

/** The projects that no single plan stands for; a workspace without any plan has no aggregate. */
function workspaceProjects(slugs: Slugs, options: DashboardSet, passed: Inputs[number]): Projects {
  const projects = slugs.orphaned.map((slug) => orphanProject(slug, options));
  if (slugs.planned.length > 0) projects.push(aggregateProject(slugs, options, passed));
  return Object.fromEntries(projects.flatMap((some) => Object.entries(some)));
}
