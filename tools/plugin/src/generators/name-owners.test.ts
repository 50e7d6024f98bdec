import { addProjectConfiguration } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { dashboardSet } from '../inference/dashboard-sets';
import type { PluginOptions } from '../inference/plugin-options';
import { nameOwners, takenByAll, takenBySlug } from './name-owners';

async function taken(slug: string, options: PluginOptions = {}): Promise<string | undefined> {
  const tree = createTreeWithEmptyWorkspace();
  addProjectConfiguration(tree, 'shop', { root: 'apps/shop' });
  addProjectConfiguration(tree, 'board-shop', { root: 'apps/board' });
  addProjectConfiguration(tree, 'boards', { root: 'apps/boards' });
  addProjectConfiguration(tree, 'old', { root: 'dashboards/plans/old' });
  const set = dashboardSet(options, [options]);
  const owners = await nameOwners(tree, set);
  return (slug === '*' ? takenByAll(set, owners) : takenBySlug(slug, set, owners))?.owner;
}

describe('a name', () => {
  it.each<[string, PluginOptions, string | undefined]>([
    ['shop', {}, 'apps/shop/project.json'],
    ['shop', { projectPrefix: 'board-' }, 'apps/board/project.json'],
    ['shop', { projectPrefix: 'grafana-' }, undefined],
    ['dashboards', {}, 'nx.json'],
    ['dashboards', { projectPrefix: 'board-' }, undefined],
    ['old', {}, undefined],
    ['*', {}, undefined],
    ['*', { project: 'boards' }, 'apps/boards/project.json'],
  ])('of %s with %j is that of %s', async (slug, options, owner) => {
    expect(await taken(slug, options)).toBe(owner);
  });
});
