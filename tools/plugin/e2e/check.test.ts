import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePrograms, waitUntil } from '@g6/dashboards/testing';
import { NxWorkspace } from './nx-workspace';

const SPEC = `version: 1
families:
  shop:
    metrics:
      - {name: shop_ready, type: gauge, help: Ready., auto: false, panels: [{title: Ready, promql: min(shop_ready)}]}
      - {name: shop_queue, type: gauge, help: Orders that wait., auto: false, panels: [{title: Queue, promql: sum(shop_queue)}]}
`;
/** The metric itself is still absent. */
const EXCEPTION = 'x-lint-ignore: [metric-absent: the shop is closed]';
const HOURS = 8;
const STEP = 30;

/** Some hours of one series up to now, as OpenMetrics. */
function history(name: string): string {
  const end = Math.floor(Date.now() / 1000);
  const times = Array.from({ length: (HOURS * 3600) / STEP }, (_, step) => end - step * STEP);
  const lines = times.reverse().map((time) => `${name}{job="shop",instance="a"} 1 ${time}`);
  return `${lines.join('\n')}\n# EOF\n`;
}

/** Makes sure of Debian's Prometheus, and starts it on a port of its own with that history. */
async function startPrometheus(folder: string): Promise<{ url: string; server: ChildProcess }> {
  const at = (name: string) => join(folder, name);
  const run = (program: string, ...args: string[]) => {
    const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
  };
  ensurePrograms();
  writeFileSync(at('history.om'), history('shop_ready'));
  run('promtool', 'tsdb', 'create-blocks-from', 'openmetrics', at('history.om'), at('data'));
  writeFileSync(at('prometheus.yml'), '{}');
  const address = `127.0.0.1:${await freePort()}`;
  const options = [
    `--config.file=${at('prometheus.yml')}`,
    `--storage.tsdb.path=${at('data')}`,
    `--web.listen-address=${address}`,
    '--log.level=error',
  ];
  const server = spawn('prometheus', options, { stdio: 'ignore' });
  const url = `http://${address}`;
  await waitUntil('Prometheus to start', async () => {
    const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
    return answer?.ok === true;
  });
  return { url, server };
}

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  socket.close();
  await once(socket, 'close');
  return port;
}

describe('dashboards:check by the real Nx, with a real Prometheus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'g6-check-nx-'));
  const workspace = new NxWorkspace([]);
  let url = '';
  let server: ChildProcess | undefined;

  beforeAll(async () => {
    mkdirSync(join(folder, 'data'));
    workspace.write('dashboards/spec/base.yml', SPEC);
    workspace.write('dashboards/plans/shop/plan.yaml', 'slug: shop\nfamilies: [shop]\n');
    ({ url, server } = await startPrometheus(folder));
  });
  afterAll(async () => {
    if (server?.kill() === true && server.exitCode === null) await once(server, 'exit');
    workspace.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const check = (...args: string[]) =>
    workspace.nx(['run', 'dashboards:check', ...args].join(' '), {
      G6_EGRESS_FROZEN: '1',
      SECRET: 'geheim',
    });

  it('fails with what is empty and why, and is never answered from the cache', () => {
    for (const attempt of [1, 2]) {
      const { status, output, hits } = check(`--prometheus=${url}`);
      expect({ attempt, status, hits }).toEqual({ attempt, status: 1, hits: [] });
      expect(output).toContain(
        'error: "Queue" on "shop" is empty: "shop_queue" has no series, and had none in the last 7d [panel-empty]',
      );
      expect(output).toContain('panels: 1 with data, 1 empty, 0 failing; 2 queries');
      expect(output).not.toContain('"Ready" on "shop"');
    }
  });

  it('writes a report for an issue, through options of the target and in no other place', () => {
    workspace.commit();
    const secret = '--tokenEnv=SECRET --header=X-Scope-OrgID:shop';
    const { status, output } = check(
      `--prometheus=${url.replace('//', '//me:geheim@')} ${secret}`,
      '--format=markdown --out=dashboards/reports/check.md',
    );
    expect(status).toBe(1);
    const report = workspace.read('dashboards/reports/check.md');
    expect(report).toContain('### panel-empty (1)');
    // Nx itself repeats the command line.
    expect(report + output.replaceAll(/^> nx run .*$/gm, '')).not.toContain('geheim');
    expect(workspace.generated()).toEqual([]);
  });

  it('succeeds once every panel has data', () => {
    workspace.edit('dashboards/spec/base.yml', 'sum(shop_queue)', 'sum(shop_ready)');
    workspace.edit(
      'dashboards/spec/base.yml',
      'help: Orders that wait.',
      `help: Orders that wait., ${EXCEPTION}`,
    );
    const { status, output } = check(`--prometheus=${url}`);
    expect({ status, output }).toMatchObject({ status: 0 });
    expect(output).toContain('panels: 2 with data, 0 empty, 0 failing');
  });

  it('fails without an address, and with options that cannot be used, all told at once', () => {
    const { status, output } = check('--passwordEnv=NONE --cert=none.pem');
    expect(status).toBe(1);
    for (const words of ['an address is missing', 'NONE is not set', 'none.pem', 'needs its key']) {
      expect(output).toContain(words);
    }
  });
});
