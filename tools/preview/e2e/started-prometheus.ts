import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ensurePrograms, waitUntil } from '@g6/dashboards/testing';

/** What a Prometheus scrapes in addition to itself, and the rules that it evaluates. */
export interface PrometheusSetup {
  /** Address of an exporter of `/metrics` and `/native`. */
  readonly exporter?: string;
  readonly ruleFiles?: readonly string[];
  /** A query that has an answer once the data is there. */
  readonly query?: string;
}

const OWN_DATA = 'count(rate(prometheus_http_requests_total[1m] offset 20s)) > 1';

/**
 * Starts Debian's Prometheus in a folder; it scrapes and evaluates each second. The promise waits
 * until there is data as of 20 seconds ago: the last step of a page lies back.
 */
export async function startPrometheus(
  folder: string,
  { exporter, ruleFiles = [], query = OWN_DATA }: PrometheusSetup = {},
): Promise<{ readonly url: string; readonly server: ChildProcess }> {
  ensurePrograms();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const scrape = (job_name: string, address: string, metrics_path = '/metrics') => {
    return { job_name, metrics_path, honor_labels: true, static_configs: [{ targets: [address] }] };
  };
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: ruleFiles,
    scrape_configs: [
      scrape('self', `127.0.0.1:${port}`),
      ...(exporter === undefined
        ? []
        : [scrape('exporter', exporter), scrape('native', exporter, '/native')]),
    ],
  };
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(config));
  const options = [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--enable-feature=native-histograms',
    '--log.level=error',
  ];
  const server = spawn('prometheus', options, { stdio: ['ignore', 'ignore', 'inherit'] });
  const asked = new URLSearchParams({ query });
  await waitUntil('data of Prometheus', async () => {
    if (server.exitCode !== null) throw new Error(`Prometheus ended with ${server.exitCode}`);
    const answer = await fetch(`${url}/api/v1/query?${asked.toString()}`).then(
      (response) => response.text(),
      () => '',
    );
    return answer.includes('"value"');
  });
  return { url, server };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
