import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '@g6/dashboards/testing';
import { Chromium, type ChromiumPage } from '../src/browser/chromium';
import { SETTLED } from '../src/browser/take-pictures';
import { ensureChromium } from './ensure-chromium';
import { REPOSITORY, startPreview } from './started-preview';

/** The titles of panels that show no data. */
const WITHOUT_DATA =
  "[...document.querySelectorAll('[data-panel]:not([data-state=done])')].map((p) => p.ariaLabel + ' ' + p.dataset.state)";

describe('whole dashboards', () => {
  const root = mkdtempSync(join(tmpdir(), 'g6-whole-'));
  const started: ChildProcess[] = [];
  let browser: Chromium;
  let page: ChromiumPage;

  beforeAll(async () => {
    browser = Chromium.launch(ensureChromium());
    page = await browser.open(1280, 9000);
  });
  afterAll(async () => {
    await browser.close();
    for (const child of started) child.kill();
    rmSync(root, { recursive: true, force: true });
  });

  it('draw every panel from synthetic data', async () => {
    const { server, url } = await startPreview(REPOSITORY);
    started.push(server);
    const slugs = readdirSync(join(REPOSITORY, 'dashboards/plans'));
    expect(slugs.length).toBeGreaterThan(10);
    for (const slug of slugs) {
      await page.go(`${url}?${slug}#/${slug}?refresh=`);
      await page.until(`location.search === '?${slug}' && ${SETTLED}`);
      expect([slug, await page.evaluate<string[]>(WITHOUT_DATA)]).toEqual([slug, []]);
    }
  });

  it('draw the data of a Prometheus, and filter it by variables', async () => {
    const script = join(REPOSITORY, 'scripts/ensure-prometheus.mjs');
    expect(spawnSync(process.execPath, [script]).status).toBe(0);
    const prometheus = await startPrometheus();
    mkdirSync(join(root, 'plans/http'), { recursive: true });
    writeFileSync(join(root, 'plans/http/plan.yaml'), PLAN);
    writeFileSync(join(root, 'spec.yml'), SPEC);
    writeFileSync(join(root, 'g6.config.yaml'), 'spec: spec.yml\nplans: plans\n');
    const { server, url } = await startPreview(root, '--prometheus', prometheus);
    started.push(server);
    await page.go(`${url}#/http?refresh=&from=now-5m&to=now`);
    await page.until(SETTLED);
    expect(await page.evaluate(WITHOUT_DATA)).toEqual([]);
    expect(await page.evaluate("document.querySelector('.origin').innerText")).toContain('Live: ');
    const rows = () =>
      page.evaluate<number>("document.querySelectorAll('[data-panel] [role=row]').length");
    const all = await rows();
    expect(all).toBeGreaterThan(2);
    const chosen = encodeURIComponent('/metrics');
    await page.go(`${url}#/http?refresh=&from=now-5m&to=now&var-handler=${chosen}`);
    await page.until(
      `document.querySelectorAll('[data-panel] [role=row]').length < ${all} && ${SETTLED}`,
    );
    expect(await page.evaluate("document.querySelector('.variables').innerText")).toContain(
      '/metrics',
    );
  });

  /** A Prometheus that scrapes itself, once it has an answer to the queries of the test. */
  async function startPrometheus(): Promise<string> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const config = {
      global: { scrape_interval: '1s' },
      scrape_configs: [{ job_name: 'self', static_configs: [{ targets: [`127.0.0.1:${port}`] }] }],
    };
    writeFileSync(join(root, 'prometheus.yml'), JSON.stringify(config));
    const options = [
      `--config.file=${join(root, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(root, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    started.push(spawn('prometheus', options, { stdio: 'ignore' }));
    // The page's last step can lie some seconds back, and wants two samples before it.
    const query = `${url}/api/v1/query?query=count(rate(prometheus_http_requests_total[1m] offset 20s))>1`;
    await waitUntil('data of Prometheus', async () => {
      const answer = await fetch(query).then(
        (response) => response.text(),
        () => '',
      );
      return answer.includes('"value"');
    });
    return url;
  }
});

const SPEC = `version: 1
families:
  http:
    metrics:
      - name: prometheus_http_requests_total
        type: counter
        labels: [handler, code]
        panels:
          - {title: Requests, promql: 'sum by (handler) (rate(prometheus_http_requests_total[1m]))'}
          - title: Totals
            panel_type: table
            promql: sum by (handler) (prometheus_http_requests_total)
`;
const PLAN = 'slug: http\nfamilies: [http]\nvariables: [handler]\n';

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
