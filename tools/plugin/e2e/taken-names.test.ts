import { NxWorkspace } from './nx-workspace';

describe('a plan whose project would have the name of another', () => {
  const workspace = new NxWorkspace(['bus_health', 'bus_stream']);
  beforeAll(() => {
    workspace.write('apps/bus/project.json', '{ "name": "bus_health", "targets": {} }\n');
  });
  afterAll(() => {
    workspace.dispose();
  });

  it('does not break the graph', () => {
    const { output, status } = workspace.nx('show projects --json');
    expect({ status, output }).toMatchObject({ status: 0 });
    expect((JSON.parse(output) as string[]).sort()).toEqual([
      'bus_health',
      'bus_health-name-taken',
      'bus_stream',
      'dashboards',
    ]);
    expect(workspace.nx('run dashboards:generate')).toMatchObject({ status: 0 });
    expect(workspace.nx('run bus_stream:verify')).toMatchObject({ status: 0 });
  });

  it('fails where it is verified, and names both files and the option', () => {
    const { output, status } = workspace.nx('run-many -t verify');
    expect(status).toBe(1);
    expect(output).toContain(
      'dashboards/plans/bus_health/plan.yaml: error: its project cannot have the name "bus_health", which the one of apps/bus/project.json has [project-name-taken]',
    );
    expect(output).toContain('set "projectPrefix" in the options of @g6/plugin in nx.json');
  });

  it('is refused by the generator before there is one', () => {
    workspace.write('apps/shop/project.json', '{ "name": "shop", "targets": {} }\n');
    const { output, status } = workspace.nx('g @g6/plugin:plan shop --families=bus');
    expect(status).toBe(1);
    expect(output).toContain('which the one of apps/shop/project.json has [project-name-taken]');
    expect(workspace.exists('dashboards/plans/shop')).toBe(false);
  });

  it('does as it should with a prefix', () => {
    const entry = '{ "plugin": "@g6/plugin", "options": { "projectPrefix": "board-" } }';
    workspace.write('nx.json', `{ "plugins": [${entry}] }\n`);
    expect(workspace.nx('run board-bus_health:verify')).toMatchObject({ status: 0 });
  });
});
