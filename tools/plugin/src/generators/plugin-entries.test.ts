import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { pluginEntry } from './plugin-entries';

function entryOf(plugins: unknown, project?: string) {
  const tree = createTreeWithEmptyWorkspace();
  tree.write('nx.json', JSON.stringify({ plugins }));
  return pluginEntry(tree, project);
}

const TWO = [
  { plugin: '@g6/plugin', options: { plans: 'a/plans' } },
  { plugin: '@g6/plugin', options: { project: 'staging', plans: 'b/plans' } },
];

describe('pluginEntry', () => {
  it('fills in defaults, whichever way the plugin is listed', () => {
    for (const entry of ['@g6/plugin', { plugin: '@g6/plugin' }]) {
      expect(entryOf(['@nx/js', entry])).toMatchObject({
        project: 'dashboards',
        plans: 'dashboards/plans',
      });
    }
  });

  it('picks the entry of a project', () => {
    expect(entryOf(TWO, 'staging').plans).toBe('b/plans');
  });

  it.each<[string, unknown, string | undefined, string]>([
    ['the plugin is not listed', ['@nx/js'], undefined, 'nx g @g6/plugin:init'],
    ['there are no plugins', undefined, undefined, 'nx g @g6/plugin:init'],
    ['several are listed', TWO, undefined, 'Add --project=dashboards or staging'],
    ['the project is unknown', TWO, 'stagin', 'did you mean "staging"?'],
  ])('says what to do where %s', (_what, plugins, project, advice) => {
    expect(() => entryOf(plugins, project)).toThrow(advice);
  });
});
