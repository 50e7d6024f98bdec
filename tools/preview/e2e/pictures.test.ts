import { spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './ensure-chromium';
import { startPrometheus } from './started-prometheus';
import { PROGRAM, REPOSITORY } from './started-preview';

describe('pictures of dashboards', () => {
  const root = mkdtempSync(join(tmpdir(), 'g6-pictures-'));
  const workspace = join(root, 'examples/shop');
  let prometheus: ChildProcess | undefined;

  beforeAll(() => {
    ensureChromium();
    mkdirSync(join(root, 'examples'));
    cpSync(join(REPOSITORY, 'docs/reference/example'), workspace, { recursive: true });
    // Its profile imports the library.
    symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  });
  afterAll(() => {
    prometheus?.kill();
    rmSync(root, { recursive: true, force: true });
  });

  const run = (cwd: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [PROGRAM, 'preview', ...args], { cwd, encoding: 'utf8' });
  const picture = (name: string) => readFileSync(join(workspace, name));
  /** The width of a PNG stands after its signature and the head of its first chunk. */
  const widthOf = (name: string) => picture(name).readUInt32BE(16);

  it('are written for the dashboards of a workspace anywhere, the same on every run', () => {
    const { status, stdout } = run(workspace, '--images', 'one', '--width', '900');
    expect([status, stdout]).toEqual([0, 'one/governance.png\none/shop.png\n']);
    const config = join('examples/shop/g6.config.yaml');
    const again = ['--config', config, '--images', 'examples/shop/two', '--width', '900'];
    expect(run(root, ...again).status).toBe(0);
    expect(readdirSync(join(workspace, 'two'))).toEqual(['governance.png', 'shop.png']);
    for (const slug of ['governance', 'shop']) {
      expect(widthOf(`one/${slug}.png`)).toBe(900);
      expect(picture(`two/${slug}.png`).equals(picture(`one/${slug}.png`))).toBe(true);
    }
  });

  it('have the width, the theme and the time range that are asked for', () => {
    const only = ['--only', 'governance', '--width', '400'];
    const range = ['--from', '2026-01-31T10:00:00Z', '--to', '2026-01-31T12:00:00Z'];
    expect(run(workspace, '--images', 'dark', ...only).status).toBe(0);
    expect(run(workspace, '--images', 'light', ...only, '--theme', 'light').status).toBe(0);
    expect(run(workspace, '--images', 'fixed', ...only, ...range).status).toBe(0);
    const folders = ['dark', 'light', 'fixed'];
    expect(folders.map((folder) => widthOf(`${folder}/governance.png`))).toEqual([400, 400, 400]);
    const contents = folders.map((folder) =>
      picture(`${folder}/governance.png`).toString('base64'),
    );
    expect(new Set(contents).size).toBe(3);
    const wrong = run(workspace, '--images', 'none', '--from', 'yesterday');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('write now-6h')]);
  });

  it('show the data of a Prometheus', async () => {
    const started = await startPrometheus(root);
    prometheus = started.server;
    const args = ['--only', 'governance', '--width', '400', '--from', 'now-5m'];
    const { status } = run(workspace, '--images', 'live', ...args, '--prometheus', started.url);
    expect(status).toBe(0);
    expect(picture('live/governance.png').equals(picture('dark/governance.png'))).toBe(false);
  });
});
