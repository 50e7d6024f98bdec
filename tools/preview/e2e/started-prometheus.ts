import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { waitUntil } from '@g6/dashboards/testing';
import { REPOSITORY } from './started-preview';

/**
 * Starts Debian's Prometheus in a folder; it scrapes itself each second. The promise waits until it
 * has an answer to a query over the last minute, 20 seconds ago: the last step of a page lies back.
 */
export async function startPrometheus(
  folder: string,
): Promise<{ readonly url: string; readonly server: ChildProcess }> {
  const script = join(REPOSITORY, 'scripts/ensure-prometheus.mjs');
  const ensured = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (ensured.status !== 0) throw new Error(ensured.stderr);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    scrape_configs: [{ job_name: 'self', static_configs: [{ targets: [`127.0.0.1:${port}`] }] }],
  };
  writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(config));
  const options = [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
  ];
  const server = spawn('prometheus', options, { stdio: 'ignore' });
  const query = `${url}/api/v1/query?query=count(rate(prometheus_http_requests_total[1m] offset 20s))>1`;
  await waitUntil('data of Prometheus', async () => {
    const answer = await fetch(query).then(
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
