import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ProjectConfiguration } from '@nx/devkit';
import { SETTING_ENTRIES } from '@g6/dashboards';
import { createNodes } from './create-nodes';
import type { PluginOptions } from './plugin-options';

type Project = Omit<ProjectConfiguration, 'root'>;

const OURS = JSON.stringify({ g6_meta: { spec_hash: '0123456789abcdef' }, panels: [] });

describe('createNodes', () => {
  const root = mkdtempSync(join(tmpdir(), 'g6-inference-'));
  afterEach(() => {
    rmSync(join(root, 'dashboards'), { recursive: true, force: true });
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  async function infer(plans: string[], options?: PluginOptions): Promise<Record<string, Project>> {
    const context = { workspaceRoot: root, nxJsonConfiguration: {} };
    const nodes = await createNodes[1](['nx.json', ...plans], options, context);
    return Object.assign({}, ...nodes.map(([, { projects }]) => projects)) as Record<
      string,
      Project
    >;
  }

  function generated(name: string, text: string): void {
    mkdirSync(join(root, 'dashboards/generated'), { recursive: true });
    writeFileSync(join(root, 'dashboards/generated', name), text);
  }

  it('groups every target, and has one for every command that reads the spec', async () => {
    const projects = await infer(['dashboards/plans/a/plan.yaml']);
    const { targets = {}, metadata } = projects['dashboards'] ?? {};
    const grouped = Object.values(metadata?.targetGroups ?? {}).flat();
    expect(grouped.sort()).toEqual(Object.keys(targets).sort());
    const commands = SETTING_ENTRIES.flatMap(([, { flag }]) => flag?.commands ?? []);
    const reading = commands.filter((command) => !['import', 'init'].includes(command));
    expect(Object.keys(targets)).toEqual(expect.arrayContaining([...new Set(reading)]));
  });

  it('makes a project of every plan and one of all', async () => {
    const projects = await infer(['dashboards/plans/a/plan.yaml', 'dashboards/plans/b/plan.yaml']);
    expect(Object.entries(projects).map(([path, { name }]) => [path, name])).toEqual([
      ['dashboards', 'dashboards'],
      ['dashboards/plans/a', 'a'],
      ['dashboards/plans/b', 'b'],
    ]);
    expect(projects['dashboards']?.targets?.['generate']?.options).toMatchObject({ slug: 'a,b' });
  });

  it('hashes dashboards by their slices where this is set, and by the whole spec otherwise', async () => {
    const plans = ['dashboards/plans/a/plan.yaml'];
    const spec = '{workspaceRoot}/dashboards/spec/base.yml';
    const slice = { dependentTasksOutputFiles: 'dashboards/reports/slices/a.json' };
    const whole = await infer(plans);
    expect(whole['dashboards/plans/a']?.targets?.['verify']?.inputs).toContain(spec);
    expect(Object.keys(whole['dashboards']?.targets ?? {})).not.toContain('slices');
    const sliced = await infer(plans, { specHash: 'slice' });
    const { generate, verify, slice: touched } = sliced['dashboards/plans/a']?.targets ?? {};
    for (const target of [generate, verify]) {
      expect(target?.inputs).toContainEqual(slice);
      expect(target?.inputs).not.toContain(spec);
      expect(target?.dependsOn).toContainEqual({ projects: ['dashboards'], target: 'slice-files' });
      expect(target?.options).toMatchObject({ settings: { specHash: 'slice' } });
    }
    expect(touched?.inputs).toContain(spec);
    const { slices, 'slice-files': files } = sliced['dashboards']?.targets ?? {};
    expect(slices?.inputs).toEqual(
      expect.arrayContaining([spec, '{workspaceRoot}/dashboards/plans/*/plan.yaml']),
    );
    expect(slices?.options).toMatchObject({ out: 'dashboards/reports/slices' });
    expect(files).toMatchObject({
      dependsOn: ['slices'],
      outputs: ['{workspaceRoot}/dashboards/reports/slices/*.json'],
    });
  });

  it.each([
    ['./tools/profiles/wall.mjs', '{workspaceRoot}/tools/profiles/**/*.{js,cjs,mjs,ts,cts,mts}'],
    ['wall.mjs', '{workspaceRoot}/wall.mjs'],
    ['@acme/walls/large', { externalDependencies: ['@acme/walls'] }],
  ])('has the code of profiles among the inputs of what generates: %s', async (profiles, input) => {
    const projects = await infer(['dashboards/plans/a/plan.yaml'], { profiles });
    const { generate, verify } = projects['dashboards/plans/a']?.targets ?? {};
    const { generate: all, lint, rules } = projects['dashboards']?.targets ?? {};
    for (const target of [generate, verify, all, lint, rules]) {
      expect(target?.inputs).toContainEqual(input);
      expect(target?.options).toMatchObject({ settings: { profiles } });
    }
    const sliced = await infer(['dashboards/plans/a/plan.yaml'], { profiles, specHash: 'slice' });
    expect(sliced['dashboards/plans/a']?.targets?.['generate']?.inputs).toContainEqual(input);
  });

  it('passes by plans that are nested or lie elsewhere', async () => {
    const projects = await infer([
      'dashboards/plans/a/plan.yaml',
      'dashboards/plans/a/old/plan.yaml',
      'dashboards/plans/plan.yaml',
      'other/plans/c/plan.yaml',
    ]);
    expect(Object.keys(projects)).toEqual(['dashboards', 'dashboards/plans/a']);
  });

  it('infers nothing without plans and generated files', async () => {
    expect(await infer(['plan.yaml'])).toEqual({});
  });

  it('makes a project, which only verifies, of a generated file without a plan', async () => {
    generated('gone.json', OURS);
    const projects = await infer(['dashboards/plans/a/plan.yaml']);
    const targets = projects['dashboards/plans/gone']?.targets ?? {};
    expect(Object.keys(targets)).toEqual(['verify']);
    expect(targets['verify']).toMatchObject({ cache: false, options: { slug: 'gone' } });
    expect(targets['verify']?.options).not.toHaveProperty('plan');
  });

  it('keeps generation of all out of the cache while there is a file to remove', async () => {
    const cache = async () =>
      (await infer(['dashboards/plans/a/plan.yaml']))['dashboards']?.targets?.['generate']?.cache;
    generated('a.json', OURS);
    generated('manifest.json', '{}');
    expect(await cache()).toBe(true);
    generated('gone.json', OURS);
    expect(await cache()).toBe(false);
  });

  it('passes by files that were not generated', async () => {
    generated('hand_made.json', '{"title": "By hand", "panels": []}');
    generated('notes.txt', OURS);
    expect(Object.keys(await infer(['dashboards/plans/a/plan.yaml']))).toEqual([
      'dashboards',
      'dashboards/plans/a',
    ]);
  });

  it('takes every path from its options', async () => {
    const projects = await infer(['boards/wanted/a/plan.yaml'], {
      project: 'boards',
      spec: './metrics/',
      efficiency: 'ratios.yml',
      plans: 'boards/wanted/',
      output: 'grafana',
      datasourceUid: 'prom',
      generator: { inputs: ['generator'], dependsOn: ['tool:build'] },
    });
    const generate = projects['boards/wanted/a']?.targets?.['generate'];
    expect(generate).toMatchObject({
      inputs: [
        '{workspaceRoot}/metrics/*.{yml,yaml}',
        '{workspaceRoot}/ratios.yml',
        'generator',
        '{projectRoot}/plan.yaml',
        { env: 'G6_DASHBOARD_DENSE' },
      ],
      outputs: ['{workspaceRoot}/grafana/a.json'],
      dependsOn: ['tool:build'],
      options: {
        spec: 'metrics',
        efficiency: 'ratios.yml',
        output: 'grafana',
        plan: 'boards/wanted/a/plan.yaml',
        datasourceUid: 'prom',
      },
    });
    expect(projects['boards']?.name).toBe('boards');
    const verify = projects['boards/wanted/a']?.targets?.['verify'];
    expect(verify?.dependsOn).toEqual(['tool:build', { projects: ['boards'], target: 'files' }]);
  });

  it('gives plans at the top of the workspace their own folder as the root of all', async () => {
    const projects = await infer(['plans/a/plan.yaml'], { plans: 'plans' });
    expect(Object.keys(projects)).toEqual(['plans', 'plans/a']);
  });

  describe('with a name that another project has', () => {
    const FILES = ['apps/a/project.json', 'dashboards/plans/a/plan.yaml'];
    afterEach(() => {
      rmSync(join(root, 'apps'), { recursive: true, force: true });
      rmSync(join(root, 'package.json'), { force: true });
    });
    function write(path: string, text: string): void {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const names = async (files: string[], options?: PluginOptions) =>
      Object.values(await infer(files, options)).map(({ name }) => name);

    it.each([
      ['its project.json', { 'apps/x/project.json': '{"name": "a"}' }],
      ['its package.json', { 'apps/x/project.json': '{}', 'apps/x/package.json': '{"name": "a"}' }],
      ['its folder', { 'apps/a/project.json': '{}' }],
      [
        'a package of the workspaces',
        {
          'package.json': '{"name": "root", "workspaces": ["apps/*"]}',
          'apps/x/package.json': '{"name": "a"}',
        },
      ],
    ])('by %s, names the project otherwise', async (_by, others) => {
      for (const [path, text] of Object.entries(others)) write(path, text);
      const files = [...Object.keys(others), 'dashboards/plans/a/plan.yaml'];
      expect(await names(files)).toEqual(['dashboards', 'a-name-taken']);
      expect(await names(files, { projectPrefix: 'board-' })).toEqual(['dashboards', 'board-a']);
    });

    it('does not take a package that is no project for one', async () => {
      write('package.json', '{"name": "root", "workspaces": ["libs/*"]}');
      write('apps/x/package.json', '{"name": "a"}');
      const files = ['package.json', 'apps/x/package.json', 'dashboards/plans/a/plan.yaml'];
      expect(await names(files)).toEqual(['dashboards', 'a']);
    });

    it('leaves the name to a project.json next to the plan', async () => {
      write('apps/a/project.json', '{}');
      const own = 'dashboards/plans/a/project.json';
      expect(await names([...FILES, own])).toEqual(['dashboards', 'a']);
    });

    it('has targets that fail, and name both files and the option', async () => {
      write('apps/a/project.json', '{}');
      const targets = (await infer(FILES))['dashboards/plans/a']?.targets ?? {};
      expect(Object.keys(targets)).toEqual(['generate', 'verify']);
      expect(targets['verify']).toMatchObject({
        executor: '@g6/plugin:name-taken',
        cache: false,
        options: {
          name: 'a',
          file: 'dashboards/plans/a/plan.yaml',
          owner: 'apps/a/project.json',
          option: 'projectPrefix',
        },
      });
    });

    it('takes another one for all dashboards, too, and refers to it', async () => {
      write('apps/a/project.json', '{"name": "dashboards"}');
      const projects = await infer(FILES);
      expect(projects['dashboards']?.name).toBe('dashboards-name-taken');
      expect(projects['dashboards']?.targets?.['generate']?.options).toMatchObject({
        file: 'nx.json',
        option: 'project',
      });
      expect(projects['dashboards/plans/a']?.targets?.['verify']?.dependsOn).toEqual([
        { projects: ['dashboards-name-taken'], target: 'files' },
      ]);
    });

    it('leaves it to the set that is listed first, and numbers what is left', async () => {
      const set = (name: string) => ({
        project: name,
        plans: `${name}/plans`,
        output: `${name}/out`,
        rules: `${name}/rules`,
      });
      const sets = ['one', 'two', 'three'].map(set);
      const context = {
        workspaceRoot: root,
        nxJsonConfiguration: {
          plugins: sets.map((options) => ({ plugin: '@g6/plugin', options })),
        },
      };
      const files = ['nx.json', ...sets.map(({ plans }) => `${plans}/a/plan.yaml`)];
      const found = await Promise.all(
        sets.map(async (options) => {
          const nodes = await createNodes[1](files, options, context);
          return nodes.flatMap(([, { projects }]) =>
            Object.values(projects ?? {}).map(({ name }) => name),
          );
        }),
      );
      expect(found).toEqual([
        ['one', 'a'],
        ['two', 'a-name-taken'],
        ['three', 'a-name-taken-2'],
      ]);
    });
  });

  it('watches for a catalogue beside the spec, be there one or not', async () => {
    const inputs = async (spec: string) =>
      (await infer(['dashboards/plans/a/plan.yaml'], { spec }))['dashboards/plans/a']?.targets?.[
        'generate'
      ]?.inputs;
    expect(await inputs('metrics/base.yaml')).toEqual(
      expect.arrayContaining([
        '{workspaceRoot}/metrics/base.yaml',
        '{workspaceRoot}/metrics/efficiency.{yml,yaml}',
      ]),
    );
    expect(await inputs('spec.yml')).toContain('{workspaceRoot}/efficiency.{yml,yaml}');
    expect(await inputs('metrics')).toContain('{workspaceRoot}/metrics/efficiency.{yml,yaml}');
  });
});
