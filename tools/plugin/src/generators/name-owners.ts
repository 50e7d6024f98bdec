import type { Tree } from '@nx/devkit';
import type { NameTaken } from '@g6/dashboards';
import type { DashboardSet } from '../inference/dashboard-sets';
import type { NameOwners } from '../inference/foreign-names';
import { dashboardName, dashboardRoot } from '../inference/target';

/** Finds the names of all projects besides those of a set, and the file that each comes from. */
export async function nameOwners(tree: Tree, set: DashboardSet): Promise<NameOwners> {
  // What @nx/devkit hands on; that package may be absent, and nx has just loaded this generator.
  const { getProjects, readCachedProjectGraph, workspaceRoot } =
    await import('nx/src/devkit-exports');
  const inFiles = [...getProjects(tree)].map(([name, { root }]) => ({ name, root }));
  const inGraph = tree.root === workspaceRoot ? readGraph(readCachedProjectGraph) : [];
  const others = [...inGraph, ...inFiles].filter(
    ({ root }) => root !== set.root && !root.startsWith(`${set.plans}/`),
  );
  return new Map(others.map(({ name, root }) => [name, fileOf(tree, root)]));
}

/** The project that has the name of the one of a slug. */
export function takenBySlug(
  slug: string,
  set: DashboardSet,
  owners: NameOwners,
): NameTaken | undefined {
  const name = dashboardName(slug, set);
  const owner = name === set.project ? 'nx.json' : owners.get(name);
  const file = `${dashboardRoot(slug, set)}/plan.yaml`;
  return owner === undefined ? undefined : { name, file, owner, option: 'projectPrefix' };
}

/** The project that has the name of the one of all dashboards. */
export function takenByAll({ project }: DashboardSet, owners: NameOwners): NameTaken | undefined {
  const owner = owners.get(project);
  return owner === undefined
    ? undefined
    : { name: project, file: 'nx.json', owner, option: 'project' };
}

/** The file that a project comes from; plugins infer some from files of their own. */
function fileOf(tree: Tree, root: string): string {
  const files = ['project.json', 'package.json', 'plan.yaml'].map((name) =>
    root === '.' ? name : `${root}/${name}`,
  );
  return files.find((file) => tree.exists(file)) ?? root;
}

/** Nx has just made the graph to find this generator; without one, the files have to do. */
function readGraph(read: typeof import('@nx/devkit').readCachedProjectGraph) {
  try {
    return Object.values(read().nodes).map(({ name, data }) => ({ name, root: data.root }));
  } catch {
    return [];
  }
}
