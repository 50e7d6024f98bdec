import { addProjectConfiguration } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { normalizeOptions, type PluginOptions } from '../inference/plugin-options';
import { takenSlugs } from './taken-slugs';

async function taken(options: PluginOptions): Promise<string[]> {
  const tree = createTreeWithEmptyWorkspace();
  addProjectConfiguration(tree, 'shop', { root: 'apps/shop' });
  addProjectConfiguration(tree, 'board-shop', { root: 'apps/board' });
  addProjectConfiguration(tree, 'old', { root: 'dashboards/plans/old' });
  return takenSlugs(tree, normalizeOptions(options));
}

describe('takenSlugs', () => {
  it('has every project, the aggregate included, and not the dashboards themselves', async () => {
    const slugs = await taken({});
    expect(slugs).toEqual(expect.arrayContaining(['shop', 'board-shop', 'dashboards']));
    expect(slugs).not.toContain('old');
  });

  it('has only what a prefix leaves in reach', async () => {
    const slugs = await taken({ projectPrefix: 'board-' });
    expect(slugs).toContain('shop');
    expect(slugs).not.toContain('board-shop');
    expect(slugs).not.toContain('dashboards');
  });
});
