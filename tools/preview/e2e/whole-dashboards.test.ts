import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chromium, type ChromiumPage } from '../src/browser/chromium';
import { SETTLED } from '../src/browser/take-pictures';
import { ensureChromium } from './ensure-chromium';
import { startPrometheus } from './started-prometheus';
import { startPreview } from './started-preview';
import { MetricsExporter } from './metrics-exporter';
import { type WholeWorkspace, wholeWorkspaces } from './whole-workspaces';

/** The titles of panels that show no data. */
const WITHOUT_DATA =
  "[...document.querySelectorAll('[data-panel]:not([data-state=done])')].map((p) => p.ariaLabel + ' ' + p.dataset.state)";
const OPEN_ROWS =
  "document.querySelectorAll('.section h2 button[aria-expanded=false]').forEach((row) => row.click())";
const COUNT = "document.querySelectorAll('[data-panel]').length";

/** The workspaces of {@link wholeWorkspaces}. */
const NAMES = ['g6', 'reference', 'node', 'kubernetes'];

interface AskingPanel {
  readonly title?: string;
  readonly targets?: readonly { readonly expr?: string }[];
  readonly panels?: readonly AskingPanel[];
}

/** What panels say that only ask for alerts that fire, while none does. */
function alertTitles(path: string): ReadonlySet<string> {
  const { panels = [] } = JSON.parse(readFileSync(path, 'utf8')) as AskingPanel;
  const all = panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
  const silent = all.filter(
    ({ targets = [] }) =>
      targets.length > 0 && targets.every(({ expr = '' }) => expr.includes('ALERTS')),
  );
  return new Set(silent.map(({ title = '' }) => `${title} empty`));
}

describe('whole dashboards', () => {
  const root = mkdtempSync(join(tmpdir(), 'g6-whole-'));
  const started: ChildProcess[] = [];
  let workspaces: readonly WholeWorkspace[] = [];
  let browser: Chromium;
  let page: ChromiumPage;

  const workspaceOf = (wanted: string): WholeWorkspace => {
    const found = workspaces.find(({ name }) => name === wanted);
    if (!found) throw new Error(`there is no workspace ${wanted}`);
    return found;
  };
  const folderOf = (name: string) => {
    mkdirSync(join(root, name), { recursive: true });
    return join(root, name);
  };

  /** Opens each dashboard with all its rows, and tells the panels that show nothing. */
  async function withoutData({ root: own, slugs }: WholeWorkspace, url: string, range: string) {
    expect(slugs).not.toEqual([]);
    const silent: string[] = [];
    for (const slug of slugs) {
      await page.go(`${url}?${slug}#/${slug}?refresh=${range}`);
      await page.until(`location.search === '?${slug}' && ${SETTLED}`);
      await page.evaluate(OPEN_ROWS);
      await page.until(SETTLED);
      expect(await page.evaluate<number>(COUNT)).toBeGreaterThan(1);
      const aboutAlerts = alertTitles(join(own, 'generated', `${slug}.json`));
      const found = await page.evaluate<string[]>(WITHOUT_DATA);
      silent.push(...found.filter((title) => !aboutAlerts.has(title)).map((t) => `${slug}: ${t}`));
    }
    return silent;
  }

  beforeAll(async () => {
    workspaces = wholeWorkspaces(root);
    browser = Chromium.launch(ensureChromium());
    page = await browser.open(1280, 9000);
  });
  afterAll(async () => {
    await browser.close();
    for (const child of started) child.kill();
    rmSync(root, { recursive: true, force: true });
  });

  it.each(NAMES)('draw every panel of %s from synthetic data', async (name) => {
    const workspace = workspaceOf(name);
    const { server, url } = await startPreview(workspace.root);
    started.push(server);
    expect(await withoutData(workspace, url, '')).toEqual([]);
  });

  describe('with a Prometheus that scrapes all metrics', () => {
    let exporter: MetricsExporter;
    let prometheus = '';

    beforeAll(async () => {
      const exported = workspaces.map(({ root: own, catalogue }) => {
        return { catalogue, generated: join(own, 'generated') };
      });
      exporter = await MetricsExporter.start(exported);
      // The tests of rules beside them are for promtool.
      const ruleFiles = workspaces.flatMap(({ root: own }) =>
        ['recording.yml', 'alerts.yml'].map((name) => join(own, 'rules', name)).filter(existsSync),
      );
      const query = 'count(g6_bus_queue_retained_events offset 60s) > 0';
      const setup = { exporter: exporter.address, ruleFiles, query };
      const live = await startPrometheus(folderOf('live'), setup);
      started.push(live.server);
      prometheus = live.url;
    });
    afterAll(() => {
      exporter.close();
    });

    it.each(NAMES)('draw every panel of %s', async (name) => {
      const workspace = workspaceOf(name);
      const { server, url } = await startPreview(workspace.root, '--prometheus', prometheus);
      started.push(server);
      expect(await withoutData(workspace, url, '&from=now-5m&to=now')).toEqual([]);
    });
  });

  it('draw the data of a Prometheus, and filter it by variables', async () => {
    const prometheus = await startPrometheus(folderOf('own'));
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
