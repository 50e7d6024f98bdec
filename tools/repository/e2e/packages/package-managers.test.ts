import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path/posix';
import { LoopbackRegistry } from './loopback-registry';
import {
  commandFolder,
  fetchPackageManagers,
  type PackageManager,
  pairs,
} from './package-managers';
import { packPackages } from './packed-packages';
import { Stranger } from './stranger';

const PLAN = 'dashboards/plans/service_overview/plan.yaml';
const DASHBOARD = 'dashboards/generated/service_overview.json';
/** Anything outside npm's flat `node_modules` shows what a package uses without declaring it. */
describe('a user of another package manager', () => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'g6-managers-')));
  let registry: LoopbackRegistry;
  let version: string;
  let fetched: string;

  beforeAll(async () => {
    registry = await LoopbackRegistry.start(join(base, 'registry'));
    mkdirSync(join(base, 'publisher'));
    const publisher = new Stranger(join(base, 'publisher'), registry.npmrc);
    for (const packed of await packPackages(join(base, 'packed'))) {
      await succeed(publisher, `npm publish "${packed.tarball}"`);
      version = packed.version;
    }
    fetched = fetchPackageManagers(join(base, 'fetched'));
  });
  afterAll(async () => {
    await registry.stop();
    rmSync(base, { recursive: true, force: true });
  });

  async function succeed(stranger: Stranger, command: string): Promise<string> {
    const { status, output } = await stranger.runUnseen(command);
    if (status !== 0) throw new Error(`${command}\n${output}`);
    return output;
  }

  async function installed(manager: PackageManager, nx: string): Promise<Stranger> {
    const home = join(base, `${manager.name}-${nx}`.replaceAll(/[^\w.-]/g, ''));
    mkdirSync(home);
    const commands = commandFolder(manager, fetched);
    const stranger = new Stranger(home, registry.npmrc, { commands, HOME: home });
    const others = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
    const files = {
      'package.json': JSON.stringify({
        name: 'acme',
        private: true,
        devDependencies: { nx, '@g6/plugin': version },
      }),
      'nx.json': '{ "analytics": false }\n',
      '.gitignore': 'node_modules\n.nx\n.npmrc\n.yarn\n',
      ...manager.files({ own: registry.url, others }),
    };
    for (const [path, text] of Object.entries(files)) stranger.write(path, text);
    await succeed(stranger, 'git init --quiet --initial-branch=main');
    await succeed(stranger, manager.install);
    return stranger;
  }

  it.each(pairs())('has everything with $name and Nx $nx', async ({ manager, nx }) => {
    const { exec } = manager;
    const stranger = await installed(manager, nx);
    await succeed(stranger, `${exec} nx g @g6/plugin:init`);
    const schema = /\$schema=(\S+)/.exec(stranger.read(PLAN))?.[1] ?? '';
    expect(JSON.parse(stranger.read(join(dirname(PLAN), schema)))).toMatchObject({
      type: 'object',
    });
    const tasks = await succeed(stranger, `${exec} nx run-many -t generate verify`);
    expect(tasks).toContain('Successfully ran targets generate, verify');
    expect(await succeed(stranger, `${exec} g6-dashboards verify`)).toContain('no drift');
    stranger.edit(DASHBOARD, 'now-6h', 'now-1h');
    const { status, output } = await stranger.runUnseen(`${exec} nx run service_overview:verify`);
    expect(output).toContain('edited:service_overview');
    expect(status).toBe(1);
  });
});
