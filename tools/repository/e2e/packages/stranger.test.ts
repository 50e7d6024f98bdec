import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoopbackRegistry } from './loopback-registry';
import { packPackages, REPOSITORY } from './packed-packages';
import { normalizeTranscript, publishedTranscript } from './published-transcript';
import { PLANS, SPEC } from './sample-files';
import { Stranger } from './stranger';
import { SUPPORTED_NX } from './supported-nx';

describe('a user who installs the packages', () => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'g6-stranger-')));
  let registry: LoopbackRegistry;
  let version: string;

  beforeAll(async () => {
    const folder = (name: string) => join(base, name);
    [registry] = await Promise.all([LoopbackRegistry.start(folder('registry'))]);
    const publisher = somebody('publisher');
    for (const { tarball, ...packed } of await packPackages(folder('packed'))) {
      const { status, output } = await publisher.runUnseen(`npm publish "${tarball}"`);
      if (status !== 0) throw new Error(output);
      version = packed.version;
    }
  });
  afterAll(async () => {
    await registry.stop();
    rmSync(base, { recursive: true, force: true });
  });

  function somebody(name: string): Stranger {
    mkdirSync(join(base, name));
    return new Stranger(join(base, name), registry.npmrc);
  }

  /** Creates a git repository with Nx and nothing else. */
  async function nxWorkspace(name: string, nx: string): Promise<Stranger> {
    const stranger = somebody(name);
    stranger.write('package.json', '{ "name": "acme", "private": true }\n');
    stranger.write('nx.json', '{ "analytics": false }\n');
    stranger.write('.gitignore', 'node_modules\n.nx\n.npmrc\n');
    await succeed(stranger, 'git init --quiet --initial-branch=main');
    await succeed(stranger, `npm install --save-dev --save-exact nx@${nx}`);
    return stranger;
  }

  /** Runs a command that must succeed, without recording it. */
  async function succeed(stranger: Stranger, command: string): Promise<string> {
    const { status, output } = await stranger.runUnseen(command);
    if (status !== 0) throw new Error(`${command}\n${output}`);
    return output;
  }

  function expectPublished(name: string, stranger: Stranger): void {
    const current = normalizeTranscript(stranger.transcript, version);
    expect(publishedTranscript(name, current)).toBe(current);
  }

  describe('into an Nx workspace', () => {
    let stranger: Stranger;
    const CHECKOUT = 'dashboards/generated/checkout.json';

    beforeAll(async () => {
      stranger = await nxWorkspace('nx', SUPPORTED_NX.current);
    });

    it('prepares the workspace with nx add', async () => {
      const { status, output } = await stranger.run('npx nx add @g6/plugin');
      expect(output).toContain('Package @g6/plugin added successfully');
      expect(status).toBe(0);
      expect(stranger.read('nx.json')).toContain('"@g6/plugin"');
      expect(stranger.exists('dashboards/spec/base.yml')).toBe(true);
    });

    it('can prepare it again without any change', async () => {
      const { status, output } = await stranger.run('npx nx g @g6/plugin:init');
      expect(output).toContain('The workspace is prepared already');
      expect(status).toBe(0);
    });

    it('adds a plan, which becomes a project', async () => {
      const { status } = await stranger.run(
        'npx nx g @g6/plugin:plan checkout --families=http --title="Checkout"',
      );
      expect(status).toBe(0);
      const projects = await stranger.run('npx nx show projects');
      expect(projects.output.trim().split('\n').sort()).toEqual([
        'checkout',
        'dashboards',
        'service_overview',
      ]);
    });

    it('generates the dashboards', async () => {
      const { status, output } = await stranger.run('npx nx run dashboards:generate');
      expect(output).toContain('2 dashboards and the manifest generated');
      expect(status).toBe(0);
      expect(JSON.parse(stranger.read(CHECKOUT))).toMatchObject({ title: 'Checkout' });
      await stranger.run('git add . && git commit --quiet --message="Add dashboards"');
    });

    it('verifies them', async () => {
      const { status } = await stranger.run('npx nx run-many -t verify');
      expect(status).toBe(0);
    });

    it('sees drift in the one file that was broken', async () => {
      const before = stranger.read(CHECKOUT);
      stranger.edit(CHECKOUT, 'Requests by Status (5m)', 'Requests');
      stranger.remark('Somebody renames a panel in dashboards/generated/checkout.json by hand.');
      const broken = await stranger.run('npx nx affected -t verify');
      expect(broken.output).toContain('added:checkout:1\nremoved:checkout:1\n');
      expect(broken.output).not.toContain('service_overview:verify');
      expect(broken.status).toBe(1);
      const repaired = await stranger.run('npx nx affected -t generate');
      expect(repaired.status).toBe(0);
      expect(stranger.read(CHECKOUT)).toBe(before);
    });

    it('has no affected projects without changes', async () => {
      const { status, output } = await stranger.run('npx nx affected -t verify');
      expect(output).toContain('No tasks were run');
      expect(status).toBe(0);
    });

    it('adds a metric, which appears on the dashboards of its family', async () => {
      const command = 'npx nx g @g6/plugin:metric http_retries_total --family=http --type=counter';
      expect(await stranger.run(command)).toMatchObject({ status: 0 });
      expect(await stranger.run('npx nx run dashboards:generate')).toMatchObject({ status: 0 });
      expect(stranger.read(CHECKOUT)).toContain('rate(http_retries_total[5m])');
    });

    it('lints and learns what the new metric lacks', async () => {
      const { status, output } = await stranger.run('npx nx run dashboards:lint --strict');
      expect(output).toContain('http_retries_total');
      expect(status).toBe(1);
    });

    it('lists every panel', async () => {
      const { status } = await stranger.run('npx nx run dashboards:inventory');
      expect(status).toBe(0);
      expect(stranger.read('dashboards/reports/inventory.csv')).toMatch(
        /^slug,title,metric,source,panel_uuid\r?\n/,
      );
    });

    it('can migrate the plugin with nx migrate', async () => {
      const output = await succeed(
        stranger,
        `NX_SKIP_PROVENANCE_CHECK=true npx nx migrate @g6/plugin@${version}`,
      );
      expect(output).toContain('No package updates or migrations were found');
    });

    it('gets the transcript that the getting-started page links to', () => {
      expectPublished('nx', stranger);
    });
  });

  it.each([SUPPORTED_NX.lowest, SUPPORTED_NX.highest])(
    'works with Nx %s, an end of what the plugin allows',
    async (nx) => {
      const stranger = await nxWorkspace(`nx-${nx}`, nx);
      await succeed(stranger, 'npx nx add @g6/plugin');
      expect(stranger.read('node_modules/nx/package.json')).toContain(`"version": "${nx}"`);
      await succeed(stranger, 'npx nx g @g6/plugin:plan checkout --families=http');
      expect(await succeed(stranger, 'npx nx run-many -t generate')).toContain('Successfully ran');
      const file = 'dashboards/generated/checkout.json';
      stranger.edit(file, 'Requests by Status (5m)', 'Requests');
      const { status, output } = await stranger.runUnseen('npx nx run-many -t verify');
      expect(output).toContain('added:checkout:1\nremoved:checkout:1\n');
      expect(status).toBe(1);
      stranger.edit('package.json', '{', '{ "workspaces": ["shops/*"],');
      stranger.write('shops/first/package.json', '{ "name": "checkout" }\n');
      const projects = await succeed(stranger, 'npx nx show projects');
      expect(projects).toMatch(/^checkout$/m);
      expect(projects).toMatch(/^checkout-name-taken$/m);
    },
  );

  describe('without Nx', () => {
    let stranger: Stranger;
    const COMMON = '--spec spec.yml --plan plans.yml --output out';

    beforeAll(() => {
      stranger = somebody('plain');
      stranger.write('package.json', '{ "name": "acme", "private": true }\n');
      stranger.write('spec.yml', SPEC);
      stranger.write('plans.yml', PLANS);
    });

    it('gets one package and no dependencies', async () => {
      const { status } = await stranger.run('npm install --save-dev @g6/dashboards');
      expect(status).toBe(0);
      const installed = readdirSync(join(stranger.root, 'node_modules'));
      expect(installed.filter((name) => !name.startsWith('.'))).toEqual(['@g6']);
    });

    it('generates and verifies dashboards', async () => {
      expect(await stranger.run(`npx g6-dashboards generate ${COMMON}`)).toMatchObject({
        status: 0,
      });
      expect(JSON.parse(stranger.read('out/queue.json'))).toMatchObject({ title: 'Queue' });
      expect(await stranger.run(`npx g6-dashboards verify ${COMMON}`)).toMatchObject({ status: 0 });
    });

    it('sees drift in a file that was broken', async () => {
      stranger.edit('out/queue.json', 'Jobs Waiting', 'Waiting');
      stranger.remark('Somebody renames a panel in out/queue.json by hand.');
      const { status, output } = await stranger.run(`npx g6-dashboards verify ${COMMON}`);
      expect(output).toContain('added:queue:1\nremoved:queue:1\n');
      expect(status).toBe(6);
      expect(await stranger.run(`npx g6-dashboards generate ${COMMON}`)).toMatchObject({
        status: 0,
      });
    });

    it('lists panels and lints', async () => {
      const inventory = await stranger.run('npx g6-dashboards inventory --output out');
      expect(inventory.output).toContain('queue,Jobs Waiting,jobs_waiting,spec,');
      const lint = await stranger.run(`npx g6-dashboards lint --strict ${COMMON}`);
      expect(lint.output).toContain('jobs_waiting');
      expect(lint.status).toBe(9);
    });

    it('gets the transcript that the getting-started page links to', () => {
      expectPublished('command-line', stranger);
    });

    it('generates the files that this repository contains', async () => {
      const from = join(REPOSITORY, 'dashboards');
      await succeed(
        stranger,
        `npx g6-dashboards generate --spec ${from}/spec/base.yml --plans ${from}/plans --output same`,
      );
      const files = readdirSync(join(from, 'generated')).filter((name) => name !== 'manifest.json');
      expect(files).not.toEqual([]);
      const differing = files.filter(
        (name) =>
          stranger.read(`same/${name}`) !== readFileSync(join(from, 'generated', name), 'utf8'),
      );
      expect(differing).toEqual([]);
    });

    it('imports the library into ES modules, CommonJS and TypeScript', async () => {
      stranger.write('use.mjs', "import { stableJson } from '@g6/dashboards';\n" + PRINT);
      stranger.write('use.cjs', "const { stableJson } = require('@g6/dashboards');\n" + PRINT);
      expect(await succeed(stranger, 'node use.mjs && node use.cjs')).toBe('true\ntrue\n');
      const readme = stranger.read('node_modules/@g6/dashboards/README.md');
      stranger.write('use.mts', typeScriptOf(readme));
      expect(stranger.read('use.mts')).toContain("from '@g6/dashboards'");
      const compile = [
        ...['use.mts', '--noEmit', '--strict', '--ignoreConfig', '--module', 'node16'],
        ...['--target', 'es2022', '--lib', 'es2022'],
      ];
      const compiler = join(REPOSITORY, 'node_modules/.bin/tsc');
      expect(await succeed(stranger, `"${compiler}" ${compile.join(' ')}`)).toBe('');
    });

    it('finds the JSON Schemas in the package', async () => {
      const schema = "require('@g6/dashboards/schemas/plan.schema.json').type";
      expect(await succeed(stranger, `node -p "${schema}"`)).toBe('object\n');
    });
  });
});

const PRINT = "console.log(stableJson({ b: 1, a: 2 }).indexOf('a') > 0);\n";

/** Returns the TypeScript of a README. */
function typeScriptOf(markdown: string): string {
  return [...markdown.matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code).join('\n');
}
