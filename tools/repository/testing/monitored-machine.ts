import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePrograms, waitUntil } from '@g6/dashboards/testing';

/**
 * Debian's node exporter, and its Prometheus, which scrapes itself each second: what a page of the
 * documentation finds on the ports 9100 and 9090.
 */
export class MonitoredMachine {
  private readonly folder = mkdtempSync(join(tmpdir(), 'g6-machine-'));
  private readonly programs: ChildProcess[] = [];
  private readonly ports = new Map<number, number>();

  /** Starts both, and waits until Prometheus has scraped itself twice. */
  static async start(): Promise<MonitoredMachine> {
    ensurePrograms();
    ensurePrograms('node-exporter');
    const machine = new MonitoredMachine();
    await machine.startPrograms();
    return machine;
  }

  private async startPrograms(): Promise<void> {
    const exporter = await this.freePortFor(9100);
    const prometheus = await this.freePortFor(9090);
    const config = {
      global: { scrape_interval: '1s' },
      scrape_configs: [
        {
          job_name: 'prometheus',
          static_configs: [{ targets: [`127.0.0.1:${prometheus}`], labels: { cluster: 'home' } }],
        },
      ],
    };
    const file = join(this.folder, 'prometheus.yml');
    writeFileSync(file, JSON.stringify(config));
    this.run('prometheus-node-exporter', `--web.listen-address=127.0.0.1:${exporter}`);
    this.run(
      'prometheus',
      `--config.file=${file}`,
      `--storage.tsdb.path=${join(this.folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${prometheus}`,
    );
    await answerOf(`http://127.0.0.1:${exporter}/metrics`, 'node_load1');
    const scrapes = encodeURIComponent('sum(count_over_time(up[1m])) > 1');
    await answerOf(`http://127.0.0.1:${prometheus}/api/v1/query?query=${scrapes}`, '"value"');
  }

  /** A command of a page, with the ports that the programs really have. */
  translate(command: string): string {
    return command.replace(
      /localhost:(\d+)/g,
      (_, port: string) => `127.0.0.1:${this.ports.get(Number(port)) ?? port}`,
    );
  }

  /** Ends both programs. */
  async stop(): Promise<void> {
    for (const program of this.programs) {
      if (program.exitCode !== null) continue;
      const exited = once(program, 'exit');
      program.kill('SIGTERM');
      await exited;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(program: string, ...args: string[]): void {
    this.programs.push(spawn(program, args, { stdio: 'ignore' }));
  }

  private async freePortFor(shown: number): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    this.ports.set(shown, port);
    return port;
  }
}

function answerOf(url: string, content: string): Promise<unknown> {
  return waitUntil(`${content} at ${url}`, async () => {
    const text = await fetch(url).then(
      (response) => response.text(),
      () => '',
    );
    return text.includes(content);
  });
}
