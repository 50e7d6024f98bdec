import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chromium, type ChromiumPage } from '../src/browser/chromium';
import { SETTLED } from '../src/browser/take-pictures';
import { ensureChromium } from './ensure-chromium';
import { startPrometheus } from './started-prometheus';
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
    const prometheus = await startPrometheus(root);
    started.push(prometheus.server);
    mkdirSync(join(root, 'plans/http'), { recursive: true });
    writeFileSync(join(root, 'plans/http/plan.yaml'), PLAN);
    writeFileSync(join(root, 'spec.yml'), SPEC);
    writeFileSync(join(root, 'g6.config.yaml'), 'spec: spec.yml\nplans: plans\n');
    const { server, url } = await startPreview(root, '--prometheus', prometheus.url);
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
