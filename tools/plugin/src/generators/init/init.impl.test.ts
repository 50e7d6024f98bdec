import { execFileSync } from 'node:child_process';
import { parse } from 'yaml';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { addProjectConfiguration, type Tree } from '@nx/devkit';
import initGenerator, { type InitGeneratorOptions } from './init.impl';

const WORKFLOW = '.github/workflows/dashboards.yml';
const REPORT_WORKFLOW = '.github/workflows/dashboards-report.yml';

/** The tree after `init`. */
async function prepared(tree: Tree, options: InitGeneratorOptions = {}): Promise<Tree> {
  await initGenerator(tree, options);
  return tree;
}

function text(tree: Tree, path: string): string {
  return tree.read(path, 'utf-8') ?? '';
}

describe('init', () => {
  let tree: Tree;
  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace();
    tree.write('nx.json', '{}\n');
    tree.write('package.json', '{"name": "w"}\n');
  });

  it('registers the sync generator, and keeps it from running before every verification', async () => {
    await prepared(tree);
    expect(JSON.parse(text(tree, 'nx.json'))).toEqual({
      plugins: [{ plugin: '@g6/plugin', options: { specHash: 'slice' } }],
      sync: {
        globalGenerators: ['@g6/plugin:sync'],
        disabledTaskSyncGenerators: ['@g6/plugin:sync'],
      },
    });
  });

  it('adds to settings that are there, and changes none of them', async () => {
    const own = { plugins: ['@nx/js'], sync: { applyChanges: false, globalGenerators: ['a:b'] } };
    tree.write('nx.json', JSON.stringify(own));
    await prepared(tree, { plans: 'boards', output: 'out' });
    expect(JSON.parse(text(tree, 'nx.json'))).toEqual({
      plugins: [
        '@nx/js',
        { plugin: '@g6/plugin', options: { plans: 'boards', output: 'out', specHash: 'slice' } },
      ],
      sync: {
        applyChanges: false,
        globalGenerators: ['a:b', '@g6/plugin:sync'],
        disabledTaskSyncGenerators: ['@g6/plugin:sync'],
      },
    });
    expect(tree.exists('boards/service_overview/plan.yaml')).toBe(true);
  });

  it('leaves hashes of the whole spec where dashboards are generated already', async () => {
    tree.write('dashboards/generated/manifest.json', '{}');
    await prepared(tree);
    expect(JSON.parse(text(tree, 'nx.json'))).toMatchObject({ plugins: ['@g6/plugin'] });
  });

  it('keeps a choice that somebody made about the sync generator', async () => {
    const own = { sync: { globalGenerators: ['@g6/plugin:sync'] } };
    tree.write('nx.json', JSON.stringify(own));
    await prepared(tree);
    expect(JSON.parse(text(tree, 'nx.json'))).toMatchObject(own);
    expect(text(tree, 'nx.json')).not.toContain('disabledTaskSyncGenerators');
  });

  it('goes by the entry that nx.json has, whatever the options say', async () => {
    const plugins = [{ plugin: '@g6/plugin', options: { spec: 'metrics' } }];
    tree.write('nx.json', JSON.stringify({ plugins }));
    await prepared(tree, { spec: 'elsewhere.yml' });
    expect(tree.exists('metrics/base.yml')).toBe(true);
    expect(tree.exists('elsewhere.yml')).toBe(false);
  });

  it('plans the first family of a spec that is there, and leaves the spec alone', async () => {
    const spec = 'version: 1\nfamilies:\n  none:\n  disk:\n    metrics: [{name: a, type: gauge}]\n';
    tree.write('dashboards/spec/base.yml', spec);
    await prepared(tree);
    expect(text(tree, 'dashboards/spec/base.yml')).toBe(spec);
    expect(tree.children('dashboards/plans')).toEqual(['disk']);
    expect(text(tree, 'dashboards/plans/disk/plan.yaml')).toContain('families: [disk]');
  });

  it('refuses a spec that is unusable, and says where', async () => {
    tree.write('dashboards/spec/base.yml', 'version: 2\nfamilies: {}\n');
    await expect(prepared(tree)).rejects.toThrow(/^1 error.*\n.*dashboards\/spec\/base.yml:1:10/);
  });

  it('keeps scripts of the same name, and adds the others', async () => {
    tree.write('package.json', '{"scripts": {"dashboards:verify": "mine"}}');
    await prepared(tree);
    expect(JSON.parse(text(tree, 'package.json'))).toEqual({
      scripts: {
        'dashboards:verify': 'mine',
        'dashboards:generate': 'nx run dashboards:generate',
      },
    });
  });

  it.each([
    ['no ignored files', undefined, '/dashboards/reports\n'],
    ['some', 'dist\n', 'dist\n/dashboards/reports\n'],
    ['a last line that does not end', 'dist', 'dist\n/dashboards/reports\n'],
    ['the line endings of Windows', 'dist\r\n', 'dist\r\n/dashboards/reports\r\n'],
    ['the reports among them', 'dashboards/reports/\n', 'dashboards/reports/\n'],
  ])('keeps reports out of git in a workspace with %s', async (_, before, after) => {
    tree.delete('.gitignore');
    if (before !== undefined) tree.write('.gitignore', before);
    expect(text(await prepared(tree), '.gitignore')).toBe(after);
  });

  const LINES =
    '/dashboards/generated/** text eol=lf linguist-generated\n/dashboards/rules/** text eol=lf linguist-generated\n';

  it.each([
    ['no attributes', undefined, LINES],
    ['some', '*.png binary\n', `*.png binary\n${LINES}`],
    ['the line endings of Windows', '* text\r\n', `* text\r\n${LINES.replaceAll('\n', '\r\n')}`],
    ['those of generated files', LINES, LINES],
  ])('keeps line ends of generated files in a workspace with %s', async (_, before, after) => {
    if (before !== undefined) tree.write('.gitattributes', before);
    expect(text(await prepared(tree), '.gitattributes')).toBe(after);
  });

  it.each([
    ['package-lock.json', 'npm ci', 'npx nx affected -t verify'],
    ['pnpm-lock.yaml', 'pnpm install --frozen-lockfile', 'pnpm exec nx affected -t verify'],
    ['yarn.lock', 'yarn install --frozen-lockfile', 'yarn nx affected -t verify'],
    ['bun.lock', 'bun install --frozen-lockfile', 'bunx nx affected -t verify'],
  ])('writes a workflow for a workspace with %s', async (lockfile, install, verify) => {
    tree.write(lockfile, '');
    tree.write('nx.json', '{"defaultBase": "trunk"}');
    const workflow = text(await prepared(tree), WORKFLOW);
    expect(workflow).toContain(`- run: ${install}\n`);
    expect(workflow).toContain(`- run: ${verify}\n`);
    expect(workflow).toContain(`hashFiles('${lockfile}')`);
    expect(workflow).toContain('branches: ["trunk"]');
    expect(workflow).toContain("  NX_DAEMON: 'false'\n");
  });

  it.each([
    ['the version of pnpm that package.json names', '{"packageManager": "pnpm@12.0.0"}', false],
    ['the latest pnpm if it names none', '{}', true],
  ])('uses %s', async (_which, manifest, latest) => {
    tree.write('pnpm-lock.yaml', '');
    tree.write('package.json', manifest);
    const workflow = text(await prepared(tree), WORKFLOW);
    expect(workflow).toContain('- uses: pnpm/action-setup@v4\n');
    expect(workflow.includes('          version: latest\n')).toBe(latest);
  });

  it('has corepack bring the yarn that the workspace wants', async () => {
    tree.write('yarn.lock', '');
    tree.write('.yarnrc.yml', '');
    const workflow = text(await prepared(tree), WORKFLOW);
    expect(workflow).toMatch(/- run: corepack enable\n[^]*- run: yarn install --immutable\n/);
  });

  describe('for the schemas that editors complete by', () => {
    const schemaOf = (path: string) => /\$schema=(\S+)/.exec(text(tree, path))?.[1];
    const PLAN = 'dashboards/plans/service_overview/plan.yaml';

    it('points to the installed library', async () => {
      const installed = 'node_modules/@g6/dashboards/schemas';
      tree.write(`${installed}/plan.schema.json`, '{}');
      tree.write(`${installed}/spec.schema.json`, '{}');
      await prepared(tree);
      expect(schemaOf(PLAN)).toBe(`../../../${installed}/plan.schema.json`);
      expect(schemaOf('dashboards/spec/base.yml')).toBe(`../../${installed}/spec.schema.json`);
      expect(tree.exists('dashboards/schemas')).toBe(false);
    });

    it('writes copies if the package manager puts the library elsewhere, and renews them', async () => {
      await prepared(tree);
      expect(schemaOf(PLAN)).toBe('../../schemas/plan.schema.json');
      expect(schemaOf('dashboards/spec/base.yml')).toBe('../schemas/spec.schema.json');
      const copy = 'dashboards/schemas/plan.schema.json';
      const current = text(tree, copy);
      expect(JSON.parse(current)).toMatchObject({ type: 'object' });
      tree.write(copy, '{}');
      expect(text(await prepared(tree), copy)).toBe(current);
    });
  });

  it('writes no workflow where none is wanted, and none over another', async () => {
    await prepared(tree, { ci: 'none' });
    expect(tree.exists(WORKFLOW)).toBe(false);
    tree.write(WORKFLOW, 'mine\n');
    expect(text(await prepared(tree), WORKFLOW)).toBe('mine\n');
  });

  it.each([
    ['package-lock.json', 'npm ci', 'npx nx'],
    ['pnpm-lock.yaml', 'pnpm install --frozen-lockfile', 'pnpm exec nx'],
    ['bun.lock', 'bun install --frozen-lockfile', 'bunx nx'],
  ])('writes a workflow that reports, if asked, with %s', async (lockfile, install, nx) => {
    tree.write(lockfile, '');
    await prepared(tree);
    expect(tree.exists(REPORT_WORKFLOW)).toBe(false);
    await prepared(tree, { report: true });
    const { permissions, jobs } = parse(text(tree, REPORT_WORKFLOW)) as {
      permissions: object;
      jobs: { report: { steps: { run?: string; env?: Readonly<Record<string, string>> }[] } };
    };
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    const runs = jobs.report.steps.flatMap(({ run }) => run ?? []);
    expect(runs).toContain(install);
    expect(runs).toContain(`${nx} run "dashboards:report" --base="origin/$BASE" --out=report.md`);
    // A branch's name inside a script would be run as part of it.
    for (const script of runs) expect(script).not.toContain('${{');
    tree.write(REPORT_WORKFLOW, 'mine\n');
    expect(text(await prepared(tree, { report: true }), REPORT_WORKFLOW)).toBe('mine\n');
  });

  it.each([
    ['package-lock.json', 'npm ci', 'npx nx'],
    ['pnpm-lock.yaml', 'pnpm install --frozen-lockfile', 'pnpm exec nx'],
    ['bun.lock', 'bun install --frozen-lockfile', 'bunx nx'],
  ])('writes a job for GitLab in a workspace with %s', async (lockfile, install, nx) => {
    tree.write(lockfile, '');
    await prepared(tree, { ci: 'gitlab' });
    expect(tree.exists(WORKFLOW)).toBe(false);
    expect(parse(text(tree, '.gitlab-ci.yml'))).toEqual({
      include: [{ local: '.gitlab/dashboards.gitlab-ci.yml' }],
    });
    const { dashboards } = parse(text(tree, '.gitlab/dashboards.gitlab-ci.yml')) as {
      dashboards: { script: string[]; cache: unknown; variables: Record<string, string> };
    };
    expect(dashboards.cache).toMatchObject({ key: { files: [lockfile] } });
    expect(dashboards.variables['NX_DAEMON']).toBe('false');
    expect(dashboards.script).toContain(install);
    expect(dashboards.script.at(-1)).toBe(
      'if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then\n' +
        `  ${nx} affected -t verify --base="$CI_MERGE_REQUEST_DIFF_BASE_SHA" --head=HEAD\n` +
        `else\n  ${nx} run-many -t verify\nfi\n`,
    );
  });

  it('leaves a pipeline of GitLab as it is, and writes its job beside it', async () => {
    tree.write('.gitlab-ci.yml', 'mine: {}\n');
    await prepared(tree, { ci: 'gitlab' });
    expect(text(tree, '.gitlab-ci.yml')).toBe('mine: {}\n');
    expect(tree.exists('.gitlab/dashboards.gitlab-ci.yml')).toBe(true);
  });

  it('writes a workflow that checks every morning where one is wanted, and none over another', async () => {
    const path = '.github/workflows/check-dashboards.yml';
    await prepared(tree);
    expect(tree.exists(path)).toBe(false);
    await prepared(tree, { check: true, project: 'boards' });
    const workflow = parse(text(tree, path)) as {
      on: { schedule: { cron: string }[] };
      permissions: object;
      jobs: { check: { steps: { name?: string; run?: string; env?: object }[] } };
    };
    expect(workflow.on.schedule[0]?.cron).toMatch(/^\d+ \d+ \* \* \*$/);
    expect(workflow.permissions).toEqual({ contents: 'read', issues: 'write' });
    const [check, issue] = workflow.jobs.check.steps.slice(-2);
    expect(check?.run).toContain('dashboards:check --prometheus="$PROMETHEUS_URL"');
    expect(check?.env).toHaveProperty('PROMETHEUS_TOKEN');
    expect(issue?.run).toContain('gh issue create');
    for (const run of [check?.run, issue?.run]) {
      execFileSync('bash', ['-n'], { input: run });
    }
    tree.write(path, 'mine\n');
    expect(text(await prepared(tree, { check: true }), path)).toBe('mine\n');
  });

  it('writes a git hook that can be run where one is wanted, and none over another', async () => {
    await prepared(tree);
    expect(tree.exists('.githooks/pre-commit')).toBe(false);
    await prepared(tree, { hooks: true });
    const hook = tree.listChanges().find(({ path }) => path === '.githooks/pre-commit');
    expect(hook?.options?.mode).toBe(0o755);
    expect(hook?.content?.toString()).toContain('exec npx nx affected -t verify --uncommitted\n');
    tree.write('.githooks/pre-commit', 'mine\n');
    expect(text(await prepared(tree, { hooks: true }), '.githooks/pre-commit')).toBe('mine\n');
  });

  it('refuses before it writes anything if another project has a name that it needs', async () => {
    addProjectConfiguration(tree, 'dashboards', { root: 'apps/dashboards' });
    addProjectConfiguration(tree, 'service_overview', { root: 'apps/overview' });
    await expect(prepared(tree)).rejects.toThrow(
      /nothing was written\n.*nx.json: error: the project of all dashboards cannot have the name "dashboards", which the one of apps\/dashboards\/project.json has/,
    );
    expect(text(tree, 'nx.json')).toBe('{}\n');
    const tried = createTreeWithEmptyWorkspace();
    addProjectConfiguration(tried, 'service_overview', { root: 'apps/overview' });
    await expect(prepared(tried, { project: 'boards' })).rejects.toThrow(
      /apps\/overview\/project.json has \[project-name-taken\]/,
    );
    await prepared(tree, { project: 'boards', projectPrefix: 'board-' });
    expect(JSON.parse(text(tree, 'nx.json'))).toMatchObject({
      plugins: [{ plugin: '@g6/plugin', options: { project: 'boards', projectPrefix: 'board-' } }],
    });
  });

  it.each([
    [{ output: 'dashboards/plans' }, 'which is the folder of the plans [output-misplaced]'],
    [{ output: '../out' }, 'which is outside the workspace [output-misplaced]'],
    [{ project: '' }, 'a project needs a name [wrong-value]'],
  ])('refuses %j, which would break the graph', async (options, reason) => {
    await expect(prepared(tree, options)).rejects.toThrow(reason);
  });

  it('changes nothing the second time', async () => {
    const state = () =>
      tree.listChanges().map(({ path, content }) => `${path}\n${content?.toString()}`);
    await prepared(tree);
    const before = state();
    await prepared(tree);
    expect(state()).toEqual(before);
  });
});
