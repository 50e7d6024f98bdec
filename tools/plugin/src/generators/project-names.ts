import type { Tree } from '@nx/devkit';
import type { NormalizedOptions } from '../inference/plugin-options';

/** Names that Nx has given to projects, dashboards aside: two projects with one name break Nx. */
export async function projectNames(tree: Tree, { plans }: NormalizedOptions): Promise<string[]> {
  // Loaded late, because only this question needs it.
  const { getProjects, readCachedProjectGraph } = await import('@nx/devkit');
  const projects = [...getProjects(tree)].map(([name, { root }]) => ({ name, root }));
  const graph = readGraph(readCachedProjectGraph).map(({ name, data }) => ({
    name,
    root: data.root,
  }));
  return [...projects, ...graph]
    .filter(({ root }) => !root.startsWith(`${plans}/`))
    .map(({ name }) => name);
}

/** Nx has just made the graph to find this generator; without one, the files have to do. */
function readGraph(read: typeof import('@nx/devkit').readCachedProjectGraph) {
  try {
    return Object.values(read().nodes);
  } catch {
    return [];
  }
}
