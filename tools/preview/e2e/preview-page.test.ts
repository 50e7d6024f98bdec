import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chromium, type ChromiumPage } from '../src/browser/chromium';
import { ensureChromium } from './ensure-chromium';
import { REPOSITORY, startPreview } from './started-preview';
import { SETTLED } from '../src/browser/take-pictures';

const AXE = readFileSync(
  createRequire(join(REPOSITORY, 'package.json')).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** A spec with every type of panel, hostile texts and a variable's label. */
const SPEC = `version: 1
families:
  bus:
    metrics:
      - name: bus_events_total
        type: counter
        help: '<img src=x onerror="window.hacked=1"> events'
        labels: [bus, reason]
        panels:
${[
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'barchart',
  'table',
  'heatmap',
  'histogram',
  'piechart',
  'state-timeline',
  'status-history',
  'xychart',
  'trend',
]
  .map(
    (type) =>
      `          - {title: 'A ${type}', panel_type: ${type}, promql: "sum by (bus) (rate(bus_events_total[5m]))"}`,
  )
  .join('\n')}
          - title: '<script>window.hacked=1</script>'
            panel_type: timeseries
            promql: sum by (reason) (rate(bus_events_total[5m]))
`;

/** Notes what the policy of the page keeps from being, but for a library that asks whether it may. */
const NOTE_VIOLATIONS = `window.violations = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  if (blockedURI !== 'eval') window.violations.push(violatedDirective + ' ' + blockedURI);
});`;

const VIOLATIONS =
  'axe.run().then(({ violations }) => violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")))';

const TITLES = "[...document.querySelectorAll('section')].map((section) => section.ariaLabel)";

/** A plan with everything that Grafana does when it opens a dashboard. */
const SHOP = `slug: shop
families: [jobs]
variables:
  - {label: queue, name: queue, multi: true, all: true}
  - {name: narrow, adhoc: true}
sections:
  - {title: Queue $queue, repeat: queue, metrics: [jobs_queued]}
panels:
  - {title: In $queue, repeat: queue, promql: 'sum(jobs_queued{queue="$queue"})', description: Jobs}
annotations:
  - {name: Waiting, promql: sum(jobs_queued) > 0, title: Jobs wait, text: '{{value}} of them'}
`;

describe('the page of a preview', () => {
  const root = mkdtempSync(join(tmpdir(), 'g6-preview-'));
  const at = (name: string) => join(root, name);
  const requests: string[] = [];
  let server: ChildProcess;
  let url = '';
  let browser: Chromium;
  let page: ChromiumPage;

  beforeAll(async () => {
    mkdirSync(at('plans/bus'), { recursive: true });
    writeFileSync(at('spec.yml'), SPEC);
    writeFileSync(at('plans/bus/plan.yaml'), 'slug: bus\nfamilies: [bus]\n');
    cpSync(join(REPOSITORY, 'dashboards/spec'), at('g6'), { recursive: true });
    for (const slug of ['bus_health', 'governance']) {
      cpSync(join(REPOSITORY, 'dashboards/plans', slug), at(`g6-plans/${slug}`), {
        recursive: true,
      });
    }
    writeFileSync(at('g6.config.yaml'), 'spec: spec.yml\nplans: plans\n');
    ({ server, url } = await startPreview(root));
    browser = Chromium.launch(ensureChromium());
    page = await browser.open(1280, 6000);
    await page.send('Network.enable');
    page.on('Network.requestWillBeSent', (event) => {
      requests.push((event['request'] as { url: string }).url);
    });
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: NOTE_VIOLATIONS });
    await page.go(`${url}?theme=dark#/bus?refresh=`);
    await page.until(SETTLED);
  });
  afterAll(async () => {
    await browser.close();
    server.kill();
    rmSync(root, { recursive: true, force: true });
  });

  const states = () =>
    page.evaluate<Record<string, string>>(
      "Object.fromEntries([...document.querySelectorAll('[data-panel]')].map((p) => [p.dataset.type, p.dataset.state]))",
    );

  it('draws every type of panel', async () => {
    const drawn = await states();
    expect(Object.keys(drawn).sort()).toEqual(
      [
        'bargauge',
        'barchart',
        'gauge',
        'heatmap',
        'histogram',
        'piechart',
        'stat',
        'state-timeline',
        'status-history',
        'table',
        'timeseries',
        'trend',
        'xychart',
      ].sort(),
    );
    expect(new Set(Object.values(drawn))).toEqual(new Set(['done']));
    const empty = await page.evaluate<string[]>(
      "[...document.querySelectorAll('[data-panel]')].filter((p) => !p.querySelector('.body canvas, .body svg, .body .bar, .body table, .body [role=grid], .body div div')).map((p) => p.dataset.type)",
    );
    expect(empty).toEqual([]);
    expect(await page.evaluate("document.querySelectorAll('.failed').length")).toBe(0);
  });

  it('keeps to its own policy, which allows no inline style', async () => {
    expect(await page.evaluate('window.violations')).toEqual([]);
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const answer = await fetch(url);
        const nonce = /name="style-nonce" content="([\w-]{22})"/.exec(await answer.text())?.[1];
        const policy = answer.headers.get('content-security-policy');
        expect(policy).toContain(`style-src 'self' 'nonce-${nonce ?? 'none'}';`);
        expect(policy).not.toContain('unsafe');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    // The components have their style sheets all the same.
    const rules =
      "[...document.querySelectorAll('style[data-emotion]')].map((s) => s.sheet.cssRules.length)";
    const [written = 0] = await page.evaluate<number[]>(rules);
    expect(written).toBeGreaterThan(50);
  });

  it('draws pixels that depend on the data', async () => {
    const colours = await page.evaluate<number>(
      "(() => { const c = document.querySelector('[data-type=heatmap] canvas'); const d = c.getContext('2d').getImageData(70, 0, c.width - 70, c.height - 30).data; const s = new Set(); for (let i = 0; i < d.length; i += 4) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return s.size; })()",
    );
    expect(colours).toBeGreaterThan(20);
  });

  it('runs nothing that a spec says, and asks nobody but its server', async () => {
    expect(await page.evaluate('typeof window.hacked')).toBe('undefined');
    expect(
      await page.evaluate("document.querySelectorAll('.panel img, .details img').length"),
    ).toBe(0);
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter((one) => !one.startsWith(url) && !one.startsWith('data:'))).toEqual([]);
  });

  it('passes the checks of axe in both themes, wide and narrow', async () => {
    for (const [theme, width] of [
      ['dark', 1280],
      ['light', 390],
    ] as const) {
      await page.resize(width, 6000);
      await page.go(`${url}?theme=${theme}#/bus?refresh=&x=${width}`);
      await page.until(SETTLED);
      await page.evaluate(AXE);
      expect(await page.evaluate<string[]>(VIOLATIONS)).toEqual([]);
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
    await page.resize(1280, 6000);
  });

  it('says where a panel comes from', async () => {
    await page.go(`${url}?theme=dark#/bus?refresh=`);
    await page.until(SETTLED);
    await page.evaluate("document.querySelector('[data-type=stat] header button').click()");
    await page.until("document.querySelector('.details')");
    const text = await page.evaluate<string>("document.querySelector('.details').innerText");
    expect(text).toContain('spec.yml:11');
    expect(text).toContain('The spec writes this panel out.');
    await page.press('Escape');
    await page.until("!document.querySelector('.details')");
  });

  it('zooms into what is dragged over', async () => {
    await page.go(`${url}?theme=dark&fresh#/bus?refresh=`);
    await page.until(`location.search.includes('fresh') && ${SETTLED}`);
    const box = await page.evaluate<{ x: number; y: number }>(
      "(() => { const { x, y } = document.querySelector('[data-type=timeseries] .u-over').getBoundingClientRect(); return { x, y }; })()",
    );
    await page.drag([box.x + 100, box.y + 40], [box.x + 260, box.y + 40]);
    await page.until('/from=\\d{13}/.test(location.hash)');
    await page.until(SETTLED);
  });

  it('follows an edit, shows an error at its place, and forgets it when it is mended', async () => {
    await page.go(`${url}?theme=dark#/bus?refresh=`);
    await page.until(SETTLED);
    const started = Date.now();
    writeFileSync(at('spec.yml'), SPEC.replace('A stat', 'Another stat'));
    await page.until(
      "[...document.querySelectorAll('.panel h2')].some((h) => h.textContent === 'Another stat')",
    );
    // A second, and what a busy machine needs in addition.
    expect(Date.now() - started).toBeLessThan(5000);
    writeFileSync(at('spec.yml'), SPEC.replace('type: counter', 'type: countre'));
    await page.until("document.querySelector('.problems.errors')");
    const text = await page.evaluate<string>("document.querySelector('.problems').innerText");
    expect(text).toContain('spec.yml:6');
    expect(text).toContain('The dashboards are as they were before');
    expect(await page.evaluate("document.querySelectorAll('[data-panel]').length")).toBeGreaterThan(
      10,
    );
    writeFileSync(at('spec.yml'), SPEC);
    await page.until("!document.querySelector('.problems.errors')");
  });

  it('repeats rows and panels, filters by what is typed, and marks annotations', async () => {
    cpSync(join(REPOSITORY, 'docs/reference/example/spec'), at('shop'), { recursive: true });
    mkdirSync(at('shop-plans/shop'), { recursive: true });
    writeFileSync(at('shop-plans/shop/plan.yaml'), SHOP);
    mkdirSync(at('shop-plans/governance'));
    writeFileSync(at('shop-plans/governance/plan.yaml'), 'slug: governance\nfamilies: [http]\n');
    writeFileSync(at('g6.config.yaml'), 'spec: shop\nplans: shop-plans\n');
    await page.until("document.querySelector('.list')?.innerText.includes('Governance')");
    const titles = () => page.evaluate<string[]>(TITLES);
    await page.go(`${url}?shop#/shop?refresh=`);
    await page.until(`location.search === '?shop' && ${SETTLED}`);
    const rows = ['Queue queue-a', 'Queue queue-b', 'Queue queue-c'];
    expect((await titles()).filter((title) => title.startsWith('Queue'))).toEqual(rows);
    expect((await titles()).filter((title) => title.startsWith('In '))).toEqual([
      'In queue-a',
      'In queue-b',
      'In queue-c',
    ]);
    await page.until("document.querySelectorAll('.u-over .event').length > 0");
    const said = await page.evaluate<string>("document.querySelector('.event').title");
    expect(said).toMatch(/^Jobs wait\n[1-9][0-9.]* of them$/);
    await page.evaluate("document.querySelector('.annotations button').click()");
    await page.until("document.querySelectorAll('.u-over .event').length === 0");
    await page.evaluate(AXE);
    expect(await page.evaluate<string[]>(VIOLATIONS)).toEqual([]);
    expect(await page.evaluate('location.hash')).toContain('note-Waiting=off');
    const filter = encodeURIComponent('queue!="queue-b"');
    await page.go(
      `${url}?narrow#/shop?refresh=&var-queue=queue-a&var-queue=queue-b&var-narrow=${filter}`,
    );
    await page.until(`location.search === '?narrow' && ${SETTLED}`);
    expect((await titles()).filter((title) => title.startsWith('Queue'))).toEqual(rows.slice(0, 2));
    const states = await page.evaluate<string[]>(
      "[...document.querySelectorAll('[data-panel]')].map((p) => p.ariaLabel + ' ' + p.dataset.state)",
    );
    expect(states).toContain('In queue-a done');
    expect(states).toContain('In queue-b empty');
  });

  it('finds dashboards by the keyboard', async () => {
    writeFileSync(at('g6.config.yaml'), 'spec: g6\nplans: g6-plans\n');
    await page.until("document.querySelectorAll('.list li').length === 2");
    await page.press('/');
    await page.until("document.activeElement.matches('.list input')");
    for (const letter of 'gover') await page.press(letter);
    await page.press('Enter');
    await page.until("document.querySelector('h1')?.textContent === 'Metrics Governance'");
    await page.until(SETTLED);
    const drawn = Object.values(await states());
    expect(drawn.filter((state) => state !== 'done')).toEqual([]);
  });

  it('follows a link of the header to another dashboard, and keeps the time range', async () => {
    await page.go(`${url}?link#/governance?refresh=&from=now-1h&to=now`);
    await page.until(`location.search === '?link' && ${SETTLED}`);
    const links = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.links a')].map((a) => a.textContent + ' ' + a.getAttribute('href'))",
    );
    expect(links).toEqual(['Bus Health #/bus_health?from=now-1h&to=now']);
    await page.evaluate("document.querySelector('.links a').click()");
    await page.until("document.querySelector('h1')?.textContent === 'Bus Health'");
  });
});
