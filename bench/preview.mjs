/**
 * Measures the preview in a Chromium: first paint, until every visible panel has its data, memory of
 * the page, and from an edit to the screen, for the dashboards of this repository and for 1,000.
 *   npm run bench:preview
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { Chromium, findChromium } = createRequire(import.meta.url)('../tools/preview/dist/index.js');
const LOADED =
  "document.querySelector('[data-panel][data-state=done]') && performance.getEntriesByName('first-contentful-paint').length > 0";

const scratch = mkdtempSync(join(tmpdir(), 'g6-bench-preview-'));
const browser = Chromium.launch(findChromium());
try {
  for (const count of [15, 1000]) console.log(await measure(workspaceOf(count), count));
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

/** A workspace with the spec of this repository and so many plans. */
function workspaceOf(count) {
  const folder = join(scratch, String(count));
  cpSync(join(root, 'dashboards/spec'), join(folder, 'spec'), { recursive: true });
  const own = join(root, 'dashboards/plans');
  if (count === 15) cpSync(own, join(folder, 'plans'), { recursive: true });
  for (let i = 0; i < count && count > 15; i += 1) {
    mkdirSync(join(folder, 'plans', `copy_${i}`), { recursive: true });
    const text = `slug: copy_${i}\nfamilies: [bus]\n`;
    writeFileSync(join(folder, 'plans', `copy_${i}`, 'plan.yaml'), text);
  }
  writeFileSync(join(folder, 'g6.config.yaml'), 'spec: spec\nplans: plans\n');
  return folder;
}

async function measure(folder, count) {
  const program = join(root, 'libs/engine/bin/g6-dashboards.js');
  const server = spawn(process.execPath, [program, 'preview', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve) => {
    server.stdout.once('data', (text) => resolve(String(text).trim()));
  });
  const [slug] = readdirSync(join(folder, 'plans')).sort();
  const page = await browser.open(1280, 900);
  const started = performance.now();
  await page.go(`${url}#/${slug}?refresh=`);
  await page.until(LOADED);
  const panels = performance.now() - started;
  const paint = await page.evaluate(
    "performance.getEntriesByName('first-contentful-paint')[0].startTime",
  );
  await page.send('HeapProfiler.collectGarbage');
  const heap = await page.evaluate('performance.memory.usedJSHeapSize');
  const edited = performance.now();
  const plan = `slug: ${slug}\nfamilies: [bus]\ntitle: Edited\n`;
  writeFileSync(join(folder, 'plans', slug, 'plan.yaml'), plan);
  await page.until("document.querySelector('h1')?.textContent === 'Edited'");
  const edit = performance.now() - edited;
  server.kill();
  const ms = (time) => `${Math.round(time)} ms`;
  const memory = `${(heap / 1e6).toFixed(0)} MB`;
  return `${count} dashboards: first paint ${ms(paint)}, first panels ${ms(panels)}, heap ${memory}, edit to screen ${ms(edit)}`;
}
