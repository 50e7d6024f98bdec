import { NxWorkspace } from './nx-workspace';

const MODULE = (width: number) => `import { STANDARD_PROFILE } from '@g6/dashboards';
import { meaning } from './meaning.mjs';
const { layout, sources } = STANDARD_PROFILE;
export const profiles = [{
  ...STANDARD_PROFILE, name: 'wall', meaning,
  sources: sources.filter(({ name }) => name !== 'headline'),
  layout: { ...layout, panelWidth: ${width}, fillsLines: false },
}];
`;

describe('profiles of a workspace, by the real Nx', () => {
  const workspace = new NxWorkspace(['bus_health', 'governance']);
  const plugin = {
    plugin: '@g6/plugin',
    options: { profiles: 'dashboards/profiles/wall.mjs', profile: 'wall' },
  };
  workspace.write('nx.json', JSON.stringify({ analytics: false, plugins: [plugin] }));
  workspace.write('dashboards/profiles/meaning.mjs', "export const meaning = 'a wall';\n");
  workspace.write('dashboards/profiles/wall.mjs', MODULE(24));
  afterAll(() => {
    workspace.dispose();
  });

  const widths = () => {
    const text = workspace.read('dashboards/generated/bus_health.json');
    const { panels } = JSON.parse(text) as {
      panels: { type: string; gridPos: { w: number } }[];
    };
    return new Set(panels.filter(({ type }) => type === 'timeseries').map((p) => p.gridPos.w));
  };
  const generate = () => workspace.nx('run-many -t generate --exclude=dashboards');

  it('are loaded, and kept in the cache while their files stay', () => {
    expect(generate()).toMatchObject({ status: 0, hits: [] });
    expect(widths()).toEqual(new Set([24]));
    expect([...generate().hits].sort()).toEqual(['bus_health:generate', 'governance:generate']);
  });

  it('are loaded again after an edit of the module, and of what it imports', () => {
    workspace.write('dashboards/profiles/wall.mjs', MODULE(23));
    expect(generate()).toMatchObject({ status: 0, hits: [] });
    expect(widths()).toEqual(new Set([23]));
    workspace.write('dashboards/profiles/meaning.mjs', "export const meaning = 'walls';\n");
    expect(generate()).toMatchObject({ status: 0, hits: [] });
    expect(workspace.nx('run-many -t verify --exclude=dashboards')).toMatchObject({ status: 0 });
  });

  it('end in a problem at the place of a mistake', () => {
    workspace.write('dashboards/profiles/wall.mjs', 'export const profiles = [{}];\n');
    const run = workspace.nx('run bus_health:generate');
    expect(run.status).toBe(1);
    expect(run.output).toContain(
      'dashboards/profiles/wall.mjs: error: profiles[0].name must be a text',
    );
    workspace.remove('dashboards/profiles/wall.mjs');
    expect(workspace.nx('run bus_health:generate').output).toMatch(
      /nx\.json:1:\d+: error: there is no file "dashboards\/profiles\/wall\.mjs"/,
    );
  });
});
