import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  readExposition,
  readMetadata,
  readNames,
  readRules,
  readSeries,
  readTsdbStatus,
} from '../src';

const ENSURE = resolve(__dirname, '../../../scripts/ensure-prometheus.mjs');

/** A program that prints metrics of its own, on a free port of the loopback interface. */
class Exporter {
  private constructor(
    private readonly process: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(program: string, args: readonly string[]): Promise<Exporter> {
    const address = `127.0.0.1:${await freePort()}`;
    const all = [...args, `--web.listen-address=${address}`];
    const exporter = new Exporter(spawn(program, all, { stdio: 'ignore' }), `http://${address}`);
    for (const deadline = Date.now() + 20_000; Date.now() < deadline && exporter.runs;) {
      if ((await exporter.metrics()) !== undefined) return exporter;
      await new Promise((done) => setTimeout(done, 50));
    }
    await exporter.stop();
    throw new Error(`${program} did not start`);
  }

  /** The text of the metrics; undefined while there is no answer. */
  async metrics(): Promise<string | undefined> {
    try {
      const response = await fetch(`${this.url}/metrics`);
      return response.ok ? await response.text() : undefined;
    } catch {
      return undefined;
    }
  }

  /** The answer to a request of the API, as the readers take it. */
  async ask(path: string): Promise<{ url: string; body: unknown }> {
    const url = `${this.url}/api/v1/${path}`;
    return { url, body: await (await fetch(url)).json() };
  }

  async stop(): Promise<void> {
    if (!this.runs) return;
    const exited = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await exited;
  }

  private get runs(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }
}

describe('what real programs say', () => {
  const folder = mkdtempSync(join(tmpdir(), 'g6-real-exporters-'));
  const started: Exporter[] = [];

  afterEach(async () => {
    await Promise.all(started.splice(0).map((exporter) => exporter.stop()));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(program: string, ...args: string[]): Promise<Exporter> {
    const exporter = await Exporter.start(program, args);
    started.push(exporter);
    return exporter;
  }

  it('is read from Prometheus, its API included', async () => {
    ensure();
    const config = join(folder, 'prometheus.yml');
    writeFileSync(config, '{}');
    const data = join(folder, 'data');
    const prometheus = await start(
      'prometheus',
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
    );
    const named = await readAll(prometheus, 150);
    expect(named('go_gc_duration_seconds')).toMatchObject({
      type: 'summary',
      quantiles: [0, 0.25, 0.5, 0.75, 1],
    });
    expect(named('prometheus_http_request_duration_seconds')?.buckets).toContain(0.1);
    expect(named('process_cpu_seconds_total')).toMatchObject({ type: 'counter', seriesSeen: 1 });

    const readings = [
      readMetadata(await prometheus.ask('metadata')),
      readSeries(await prometheus.ask('series?match[]=up')),
      readNames(await prometheus.ask('labels')),
      readNames(await prometheus.ask('label/job/values')),
      readTsdbStatus(await prometheus.ask('status/tsdb')),
      readRules(await prometheus.ask('rules')),
    ];
    for (const { data, problems } of readings) {
      expect(problems).toEqual([]);
      expect(data).toBeDefined();
    }
    const { problems } = readSeries(await prometheus.ask('series'));
    expect(problems[0]?.message).toMatch(/^Prometheus refused the request: bad_data: /);
  });

  it('is read from the node exporter', async () => {
    ensure('--node-exporter');
    const named = await readAll(await start('prometheus-node-exporter'), 150);
    const cpu = named('node_cpu_seconds_total');
    expect(cpu?.type).toBe('counter');
    expect(cpu?.labels.map(({ name }) => name)).toEqual(['cpu', 'mode']);
    expect(cpu?.labels[1]?.values).toContain('idle');
    expect(named('node_uname_info')?.seriesSeen).toBe(1);
  });
});

/** Reads every line of an exporter without a problem; gives its metrics by name. */
async function readAll(exporter: Exporter, atLeast: number) {
  const text = (await exporter.metrics()) ?? '';
  const { metrics, problems, samples } = readExposition({ path: 'metrics', text });
  expect(problems).toEqual([]);
  expect(metrics.length).toBeGreaterThan(atLeast);
  expect(samples).toBe(text.split('\n').filter((line) => /^[a-z]/.test(line)).length);
  return (name: string) => metrics.find((metric) => metric.name === name);
}

function ensure(...args: string[]): void {
  const run = spawnSync(process.execPath, [ENSURE, ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
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
