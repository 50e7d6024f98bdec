import { NxWorkspace } from './nx-workspace';

interface Target {
  readonly executor: string;
  readonly cache?: boolean;
  readonly inputs: unknown[];
  readonly outputs: string[];
  readonly options: Record<string, string>;
  readonly metadata: { readonly description: string; readonly help?: unknown };
}

interface Project {
  readonly root: string;
  readonly tags: string[];
  readonly metadata: {
    readonly description: string;
    readonly technologies: string[];
    readonly targetGroups: Record<string, string[]>;
  };
  readonly targets: Record<string, Target>;
}

describe('inference by the real Nx', () => {
  // Plugins in processes of their own, as Nx loads them by default.
  const workspace = new NxWorkspace(['bus_health'], {});
  afterAll(() => {
    workspace.dispose();
  });

  const show = (command: string): unknown => {
    const { output, status } = workspace.nx(`show ${command} --json`);
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(output).not.toMatch(/ts-node|swc|deprecat/i);
    return JSON.parse(output);
  };
  const projects = () => (show('projects') as string[]).sort();
  const project = (name: string) => show(`project ${name}`) as Project;

  it('makes a project of a plan as soon as there is one', () => {
    expect(projects()).toEqual(['bus_health', 'dashboards']);
    workspace.write(
      'dashboards/plans/stream_gate/plan.yaml',
      'slug: stream_gate\nfamilies: [stream]\n',
    );
    expect(projects()).toEqual(['bus_health', 'dashboards', 'stream_gate']);
  });

  it('describes the project of a plan', () => {
    const { root, tags, metadata, targets } = project('bus_health');
    expect({ root, tags, metadata }).toEqual({
      root: 'dashboards/plans/bus_health',
      tags: ['type:dashboard', 'dashboards:dashboards'],
      metadata: {
        description: 'Grafana dashboard bus_health, generated from its plan and the metrics spec',
        technologies: ['grafana', 'prometheus'],
        targetGroups: { Dashboard: ['generate', 'verify'] },
      },
    });
    expect(targets['generate']).toMatchObject({
      executor: '@g6/plugin:generate',
      cache: true,
      outputs: ['{workspaceRoot}/dashboards/generated/bus_health.json'],
      metadata: { description: 'Writes dashboards/generated/bus_health.json' },
    });
    expect(targets['verify']).toMatchObject({
      executor: '@g6/plugin:verify',
      cache: true,
      outputs: [],
    });
  });

  it('describes the project of all plans, with an example of its option', () => {
    const { root, metadata, targets } = project('dashboards');
    expect(root).toBe('dashboards');
    expect(metadata.description).toBe('All 2 Grafana dashboards, and their manifest');
    expect(metadata.targetGroups['Dashboards']).toEqual(
      expect.arrayContaining(['generate', 'manifest', 'files']),
    );
    expect(targets['generate']?.options['slug']).toBe('bus_health,stream_gate');
    expect(targets['generate']?.metadata.help).toEqual({
      command: 'npx nx run dashboards:generate --help',
      example: { options: { slug: 'bus_health' } },
    });
  });

  it('hashes the spec, the catalogue, the plan, the package and the environment, and nothing of other plans', () => {
    const { files, environment, external } = show('target inputs bus_health:generate') as Record<
      'files' | 'environment' | 'external',
      string[]
    >;
    const own = files.filter((file) => file.startsWith('dashboards/'));
    expect(own.sort()).toEqual([
      'dashboards/plans/bus_health/plan.yaml',
      'dashboards/spec/base.yml',
      'dashboards/spec/efficiency.yml',
    ]);
    expect(environment).toContain('G6_DASHBOARD_DENSE');
    expect(external).toContain('npm:@g6/plugin');
  });

  it('explains every option of an executor', () => {
    const { output, status } = workspace.nx('run dashboards:generate --help');
    expect(status).toBe(0);
    expect(output.replace(/\s+/g, ' ')).toContain('separated by commas and without blanks');
  });

  it('infers nothing from plans in deeper folders or elsewhere, nor from files of other origin', () => {
    workspace.write('dashboards/plans/bus_health/old/plan.yaml', 'slug: old\nfamilies: [bus]\n');
    workspace.write('elsewhere/plan.yaml', 'steps: []\n');
    workspace.write('dashboards/generated/hand_made.json', '{"title": "By hand", "panels": []}\n');
    expect(projects()).toEqual(['bus_health', 'dashboards', 'stream_gate']);
  });

  it('infers nothing at all where there is no plan', () => {
    workspace.remove('dashboards');
    expect(projects()).toEqual([]);
  });

  it('refuses an option that it does not know, and says which there are', () => {
    workspace.edit(
      'nx.json',
      '"@g6/plugin"',
      '{ "plugin": "@g6/plugin", "options": { "specs": "metrics" } }',
    );
    const { output, status } = workspace.nx('show projects');
    expect(status).toBe(1);
    expect(output).toMatch(/nx\.json:\d+:\d+: error: unknown key "specs" \[unknown-key\]/);
    expect(output).toContain('hint: did you mean "spec"?');
  });

  it('refuses an output that would leave the workspace, at its place in nx.json', () => {
    workspace.edit('nx.json', '"specs": "metrics"', '"output": "../out"');
    const { output, status } = workspace.nx('show projects');
    expect(status).toBe(1);
    expect(output).toMatch(
      /nx\.json:\d+:\d+: error: "output" is "\.\.\/out", which is outside the workspace/,
    );
  });
});
