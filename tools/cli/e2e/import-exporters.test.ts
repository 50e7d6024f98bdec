import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePrograms } from '@g6/dashboards/testing';
import { runProcess } from './cli-process';

describe('the import of what real exporters print', () => {
  let root = '';
  let exporter: ChildProcess | undefined;
  const run = (...args: string[]) => runProcess(args, { cwd: root });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'g6-exporters-'));
  });
  afterEach(async () => {
    if (exporter?.exitCode === null) {
      const exited = once(exporter, 'exit');
      exporter.kill('SIGTERM');
      await exited;
    }
    rmSync(root, { recursive: true, force: true });
  });

  /** Starts a program, and returns the address of its metrics once it answers. */
  async function start(program: string, ...args: string[]): Promise<string> {
    const address = `127.0.0.1:${await freePort()}`;
    exporter = spawn(program, [...args, `--web.listen-address=${address}`], { stdio: 'ignore' });
    const url = `http://${address}/metrics`;
    for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
      const answers = await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
      if (answers) return url;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`${program} did not start`);
  }

  it.each<[string, 'node-exporter' | undefined, string[], string]>([
    ['prometheus-node-exporter', 'node-exporter', [], 'node_load1'],
    [
      'prometheus',
      undefined,
      ['--config.file=/dev/null', '--storage.tsdb.path=data'],
      'prometheus_build_info',
    ],
  ])(
    '%s generates, has no errors, and is known the second time',
    async (program, other, args, metric) => {
      ensurePrograms(other);
      const own = args.map((arg) => arg.replace('=data', `=${join(root, 'data')}`));
      const url = await start(program, ...own);
      expect(await run('init', '--from', url)).toMatchObject({ status: 0 });
      const spec = () => readFileSync(join(root, 'dashboards/spec/base.yml'), 'utf8');
      const before = spec();
      expect(before).toContain(`- name: ${metric}\n`);
      expect(await run('verify')).toMatchObject({ status: 0 });
      expect(await run('lint')).toMatchObject({ status: 0 });
      expect(await run('import', 'metrics', url)).toMatchObject({ status: 0 });
      // A program may show more metrics after its first answers; what was there stays.
      const lines = new Set(spec().split('\n'));
      expect(before.split('\n').filter((line) => !lines.has(line))).toEqual([]);
    },
    60_000,
  );
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        done(port);
      });
    });
  });
}
