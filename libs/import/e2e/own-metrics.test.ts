import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readExposition } from '../src';

const ENSURE = resolve(__dirname, '../../../scripts/ensure-prometheus.mjs');

describe('the metrics of a running Prometheus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'g6-own-metrics-'));
  let server: ChildProcess;
  let url: string;

  beforeAll(async () => {
    const ensured = spawnSync(process.execPath, [ENSURE], { encoding: 'utf8' });
    if (ensured.status !== 0) throw new Error(ensured.stderr);
    writeFileSync(join(folder, 'prometheus.yml'), '{}');
    url = `http://127.0.0.1:${await freePort()}`;
    const args = [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${url.slice('http://'.length)}`,
    ];
    server = spawn('prometheus', args, { stdio: 'ignore' });
    await waitUntilReady(url, server);
  });

  afterAll(async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('are read without a problem', async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    const { metrics, problems, samples } = readExposition({ path: url, text });
    expect(problems).toEqual([]);
    expect(metrics.length).toBeGreaterThan(150);
    expect(samples).toBe(text.split('\n').filter((line) => /^[a-z]/.test(line)).length);
    const named = (name: string) => metrics.find((metric) => metric.name === name);
    expect(named('go_gc_duration_seconds')).toMatchObject({
      type: 'summary',
      quantiles: [0, 0.25, 0.5, 0.75, 1],
    });
    expect(named('prometheus_http_request_duration_seconds')?.buckets).toContain(0.1);
    expect(named('process_cpu_seconds_total')).toMatchObject({ type: 'counter', seriesSeen: 1 });
  });
});

async function waitUntilReady(url: string, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline && server.exitCode === null;) {
    const ready = await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('Prometheus did not start');
}

async function freePort(): Promise<number> {
  const socket = createServer();
  socket.listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  socket.close();
  await once(socket, 'close');
  return port;
}
