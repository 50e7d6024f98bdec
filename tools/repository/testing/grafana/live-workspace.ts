import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '@g6/cli';
import type { StandInGrafana } from './stand-in-grafana';

/** A spec of two families, with panels of its own and automatic ones. */
export const LIVE_SPEC = `# What the buses tell.
version: 1
families:
  bus:
    metrics:
      - name: bus_events_total
        type: counter
        help: Events of a bus.
        labels: [bus]
        panels:
          # The first thing to look at.
          - title: Events
            promql: sum by (bus) (rate(bus_events_total[5m])) # five minutes
            unit: reqps
            thresholds: {warning: 5, critical: 9}
          - {title: All Events, promql: sum(bus_events_total), panel_type: stat}
  sse:
    metrics:
      - {name: sse_clients, type: gauge, help: Clients.}
`;

/** What a command line ended with. */
export interface LiveResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A workspace whose dashboards go to a stand-in of Grafana. */
export class LiveWorkspace {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'g6-live-')));

  constructor(spec: string = LIVE_SPEC) {
    this.write('spec.yml', spec);
    this.plan('bus', 'families: [bus]\nfolder: City/Buses\n');
    this.plan('sse', 'families: [sse]\n');
  }

  at(path: string): string {
    return join(this.root, path);
  }

  read(path: string): string {
    return readFileSync(this.at(path), 'utf8');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), text);
  }

  /** Changes a file. */
  change(path: string, from: string | RegExp, to: string): void {
    const before = this.read(path);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path} has no ${String(from)}`);
    this.write(path, after);
  }

  plan(slug: string, more: string): void {
    this.write(`plans/${slug}/plan.yaml`, `slug: ${slug}\n${more}`);
  }

  unplan(slug: string): void {
    rmSync(this.at(`plans/${slug}`), { recursive: true });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** The arguments of a command against a Grafana. */
  argsFor(command: string, grafana: StandInGrafana, ...more: readonly string[]): string[] {
    const inputs = ['--spec', this.at('spec.yml'), '--plans', this.at('plans')];
    return [command, ...inputs, '--grafana', grafana.url, ...more];
  }

  /** Runs a command against a Grafana in this process, with the token in the environment. */
  async run(
    command: string,
    grafana: StandInGrafana,
    more: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<LiveResult> {
    const printed = { stdout: '', stderr: '' };
    const stream = (name: 'stdout' | 'stderr') => ({
      write: (text: string) => (printed[name] += text),
    });
    const status = await runCli(
      ['node', 'g6-dashboards', ...this.argsFor(command, grafana, ...more)],
      {
        env: { GRAFANA_TOKEN: grafana.behaviour.token, ...env },
        now: () => 0,
        stdout: stream('stdout'),
        stderr: stream('stderr'),
      },
    );
    return { status, ...printed };
  }
}
