import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSocket, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { waitUntil } from '../../testing';

/** One result of an instant or a range query. */
export interface QueryResult {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: readonly [number, string];
  readonly values?: readonly (readonly [number, string])[];
}

/** The answer of Prometheus to a query. */
export type QueryAnswer =
  | { readonly result: readonly QueryResult[]; readonly error?: never }
  | { readonly error: string; readonly result?: never };

/** A Prometheus of the tests' own, on a free port of the loopback interface. */
export class PrometheusServer {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts a server on the data in a folder and waits until it answers. */
  static async start(
    folder: string,
    config: object,
    flags: readonly string[] = [],
  ): Promise<PrometheusServer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await PrometheusServer.startOnce(folder, config, flags);
      } catch (error) {
        // Between looking for a free port and taking it, somebody else may have.
        if (attempt === 3) throw error;
      }
    }
  }

  private static async startOnce(
    folder: string,
    config: object,
    flags: readonly string[],
  ): Promise<PrometheusServer> {
    const file = join(folder, 'prometheus.yml');
    mkdirSync(join(folder, 'data'), { recursive: true });
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(config));
    const address = `127.0.0.1:${await freePort()}`;
    const child = spawn(
      'prometheus',
      [
        `--config.file=${file}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        // An alert that waited long enough before a restart need not wait again.
        '--rules.alert.for-grace-period=0s',
        '--log.level=warn',
        ...flags,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let log = '';
    child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const server = new PrometheusServer(child, `http://${address}`);
    const hasExited = () => child.exitCode !== null;
    try {
      await waitUntil(
        'Prometheus to start',
        async () => hasExited() || (await isReady(server.url)),
      );
    } catch (error) {
      await server.stop();
      throw error;
    }
    if (hasExited()) throw new Error(`Prometheus did not start:\n${log}`);
    return server;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exited = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await exited;
  }

  /** Asks for the value at a time, by default now, as a table does. */
  queryInstant(query: string, time = Date.now() / 1000): Promise<QueryAnswer> {
    return this.query('query', { query, time: String(time) });
  }

  /** Asks for a stretch of time, by default up to now, as a graph does. */
  queryRange(
    query: string,
    seconds: number,
    step: number,
    end = Date.now() / 1000,
  ): Promise<QueryAnswer> {
    const range = { start: String(end - seconds), end: String(end), step: String(step) };
    return this.query('query_range', { query, ...range });
  }

  /** Any other answer of the API. */
  async get<Data>(path: string): Promise<Data> {
    const response = await fetch(`${this.url}/api/v1/${path}`);
    return ((await response.json()) as { data: Data }).data;
  }

  private async query(path: string, form: Record<string, string>): Promise<QueryAnswer> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    const answer = (await response.json()) as {
      status: string;
      error?: string;
      data?: { result: QueryResult[] };
    };
    return answer.status === 'success' && answer.data
      ? { result: answer.data.result }
      : { error: answer.error ?? `status ${response.status}` };
  }
}

/** Adds a stretch of the past to the data in a folder; no server may run on it. */
export function backfill(folder: string, name: string, openMetrics: string): void {
  const file = join(folder, `${name}.om`);
  writeFileSync(file, openMetrics);
  const args = ['tsdb', 'create-blocks-from', 'openmetrics', file, join(folder, 'data')];
  const run = spawnSync('promtool', args, { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`promtool ${args.join(' ')}: ${run.stdout}${run.stderr}`);
}

/** Serves what a scrape should find, on a free port of the loopback interface. */
export async function serveMetrics(
  body: () => string | Uint8Array,
  contentType = 'text/plain; version=0.0.4; charset=utf-8',
): Promise<{ server: Server; target: string }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', contentType);
    response.end(body());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, target: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/-/ready`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const socket = createSocket();
  socket.listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  socket.close();
  await once(socket, 'close');
  return port;
}
