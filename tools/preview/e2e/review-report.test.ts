import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Chromium } from '../src/browser/chromium';
import { SETTLED } from '../src/browser/take-pictures';
import { ensureChromium } from './ensure-chromium';
import { PROGRAM } from './started-preview';

const panel = (title: string, rest: string) => `          - {title: ${title}, ${rest}}`;
const SPEC = [
  'version: 1',
  'families:',
  '  bus:',
  '    metrics:',
  '      - name: bus_queue',
  '        type: gauge',
  '        labels: [bus]',
  '        panels:',
  panel('Stays', 'promql: sum(bus_queue)'),
  panel('Goes', 'promql: max(bus_queue)'),
  panel('Old name', 'promql: min(bus_queue)'),
  panel('Queried', 'promql: avg(bus_queue)'),
  panel('Measured', 'promql: count(bus_queue)'),
  panel('Late', 'promql: stddev(bus_queue)'),
  '',
];

/** The spec after edits of every kind. */
const EDITED = SPEC.filter((line) => !line.includes('Goes') && !line.includes('Late'))
  .map((line) =>
    line
      .replace('Old name', 'New name')
      .replace('avg(bus_queue)', '2 * avg(bus_queue)')
      .replace('count(bus_queue)', 'count(bus_queue), unit: s'),
  )
  .flatMap((line) =>
    line.includes('Stays') ? [SPEC.find((one) => one.includes('Late')) ?? '', line] : [line],
  )
  .flatMap((line) =>
    line.includes('Measured') ? [line, panel('Comes', 'promql: stdvar(bus_queue)')] : [line],
  );

interface ReviewJson {
  readonly dashboards: readonly {
    readonly panels: readonly { readonly kind: string; readonly title: string }[];
  }[];
}

/** What the page says of each panel: its kind and title, both sides, and the changes. */
const ARTICLES = `[...document.querySelectorAll('article')].map((article) => {
  const words = (element) => element.innerText.replace(/\\s+/g, ' ').trim();
  const [kind, ...title] = words(article.querySelector('h3')).split(' ');
  const sides = [...article.querySelectorAll('.side')].map(
    (side) => side.querySelector('[data-panel]')?.ariaLabel ?? '-',
  );
  const changes = [...article.querySelectorAll('.changes > div')].map(words);
  return [kind + ': ' + title.join(' '), ...sides, changes.join('; ')].join(' | ');
})`;

describe('a report on a change', () => {
  const root = mkdtempSync(join(tmpdir(), 'g6-report-'));
  const at = (name: string) => join(root, name);
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...args], { cwd: root, encoding: 'utf8' });

  beforeAll(() => {
    ensureChromium();
    writeFileSync(at('spec.yml'), SPEC.join('\n'));
    writeFileSync(at('plans.yml'), 'dashboards:\n  - {slug: bus, families: [bus]}\n');
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: root });
    const generate = ['generate', '--spec', 'spec.yml', '--plan', 'plans.yml', '--output', 'out'];
    expect(run(...generate).status).toBe(0);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'before');
    writeFileSync(at('spec.yml'), EDITED.join('\n'));
    expect(run(...generate).status).toBe(0);
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const report = (...args: readonly string[]) =>
    run(
      'report',
      '--base',
      'HEAD',
      '--spec',
      'spec.yml',
      '--plan',
      'plans.yml',
      '--output',
      'out',
      ...args,
    );

  it('says in Markdown what happened to each panel, the same on every run', () => {
    const { status, stdout } = report();
    expect(status).toBe(0);
    expect(stdout).toContain(
      'Panels: **1 removed**, **2 changed**, **1 renamed**, **1 added**, **1 moved** in 1 dashboard.',
    );
    expect(stdout).toContain('- `Goes` in `bus` is removed');
    expect(stdout).toContain('- `Queried` in `bus`: another query; it shows other values');
    expect(stdout).toContain('- `Measured` in `bus`: another unit from `short` to `s`');
    expect(stdout).toContain('- renamed: `Old name` → `New name`');
    expect(stdout).toContain('- moved: `Late`');
    expect(stdout).toContain('  - avg(bus_queue)\n  + 2 * avg(bus_queue)\n');
    expect(report().stdout).toBe(stdout);
  });

  it('says the same as JSON', () => {
    const { dashboards } = JSON.parse(report('--format', 'json').stdout) as {
      dashboards: { slug: string; panels: { kind: string; title: string }[] }[];
    };
    const [bus] = dashboards;
    expect(bus?.panels.map(({ kind, title }) => `${kind} ${title}`).sort()).toEqual([
      'added Comes',
      'changed Measured',
      'changed Queried',
      'moved Late',
      'removed Goes',
      'renamed New name',
    ]);
  });

  it('draws both states, and pictures that differ where the panels do', () => {
    const { status, stderr } = report(
      '--format',
      'html',
      '--out',
      'review.html',
      '--images',
      'pictures',
    );
    expect([status, stderr.includes('review.html written')]).toEqual([0, true]);
    const html = readFileSync(at('review.html'), 'utf8');
    // Whatever the page holds, its policy lets it load nothing.
    const [head = ''] = html.split('<style nonce=');
    expect(head).toContain("default-src 'none'; script-src 'sha256-");
    expect(head).not.toContain('src=');
    // Pictures are numbered in the order of the panels.
    const { dashboards } = JSON.parse(report('--format', 'json').stdout) as ReviewJson;
    const read = (name: string) => {
      const path = join(at('pictures'), name);
      return existsSync(path) ? readFileSync(path).toString('base64') : undefined;
    };
    const drawn = (dashboards[0]?.panels ?? []).map(({ kind, title }, i) => {
      const [before, after] = ['before', 'after'].map((side) => read(`bus-${i + 1}-${side}.png`));
      const sides = before === undefined ? 'after' : after === undefined ? 'before' : 'both';
      return `${kind} ${title}: ${sides === 'both' ? (before === after ? 'the same' : 'differ') : sides}`;
    });
    expect(drawn.sort()).toEqual([
      'added Comes: after',
      'changed Measured: differ',
      'changed Queried: differ',
      'moved Late: the same',
      'removed Goes: before',
      'renamed New name: differ',
    ]);
    expect(readdirSync(at('pictures'))).toHaveLength(10);
  });

  it('shows each change in the page, with what was and what is', async () => {
    const browser = Chromium.launch(ensureChromium());
    try {
      const page = await browser.open(1280, 3000);
      await page.go(`${pathToFileURL(at('review.html')).href}?theme=dark`);
      await page.until(SETTLED);
      const articles = await page.evaluate<string[]>(ARTICLES);
      expect(articles.sort()).toEqual([
        'added: Comes | - | Comes | ',
        'changed: Measured | Measured | Measured | unit short s',
        'changed: Queried | Queried | Queried | query avg(bus_queue) 2 * avg(bus_queue)',
        'moved: Late | Late | Late | ',
        'removed: Goes | Goes | - | ',
        'renamed: New name | Old name | New name | title Old name New name',
      ]);
      // Both states draw the same data, so that only the change shows.
      expect(await page.evaluate("document.querySelectorAll('[data-state=done]').length")).toBe(10);
    } finally {
      await browser.close();
    }
  });

  it('knows no revision that git does not know', () => {
    const { status, stderr } = run('report', '--base', 'v0', '--output', 'out');
    expect([status, stderr]).toEqual([2, expect.stringContaining('[revision-unknown]')]);
  });
});
