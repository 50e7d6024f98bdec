import type { Tree } from '@nx/devkit';
import type { NormalizedOptions } from '../inference/plugin-options';

/** Slugs whose project would have the name of another one, dashboards aside: that breaks Nx. */
export async function takenSlugs(tree: Tree, entry: NormalizedOptions): Promise<string[]> {
  const { plans, project, projectPrefix } = entry;
  // Loaded late, because only this question needs it.
  const { getProjects, readCachedProjectGraph } = await import('@nx/devkit');
  const projects = [...getProjects(tree)].map(([name, { root }]) => ({ name, root }));
  const graph = readGraph(readCachedProjectGraph).map(({ name, data }) => ({
    name,
    root: data.root,
  }));
  return [...projects, ...graph]
    .filter(({ root }) => !root.startsWith(`${plans}/`))
    .map(({ name }) => name)
    .concat(project)
    .filter((name) => name.startsWith(projectPrefix))
    .map((name) => name.slice(projectPrefix.length));
}

/** Nx has just made the graph to find this generator; without one, the files have to do. */
function readGraph(read: typeof import('@nx/devkit').readCachedProjectGraph) {
  try {
    return Object.values(read().nodes);
  } catch {
    return [];
  }
}
