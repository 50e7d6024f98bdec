import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PictureOptions, Problem } from '@g6/dashboards';
import { servePreview } from '../server/serve-preview';
import { Chromium, type ChromiumPage, findChromium } from './chromium';

/** The moment at which synthetic data is drawn, so that pictures are the same on every run. */
const MOMENT = 1_767_268_800_000;
/** The tallest picture, in pixels. */
const TALLEST = 16_000;

/** True when no panel waits for data any more. */
export const SETTLED =
  "document.querySelector('[data-ready]') && " +
  "document.querySelectorAll('[data-panel][data-state=loading]').length === 0";

/** A promise of the page that what it has decided to draw is drawn. */
const DRAWN =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))';

/** The pictures that were taken, or why there are none. */
export interface Pictures {
  readonly problems: readonly Problem[];
  readonly written: readonly string[];
}

/** The problem that there is no browser. */
export function chromiumMissing(): Problem {
  return {
    file: 'chromium',
    line: 0,
    column: 0,
    code: 'chromium-missing',
    severity: 'error',
    message: 'no Chromium or Chrome is installed, which draws the pictures',
    hint: 'install one, for example with apt-get install chromium, or set CHROME_PATH',
  };
}

/** Takes a picture of each dashboard, as tall as the dashboard is. */
export async function takePictures(options: PictureOptions): Promise<Pictures> {
  const path = findChromium();
  if (path === undefined) return { problems: [chromiumMissing()], written: [] };
  const { source, prometheus, folder, slugs } = options;
  const server = await servePreview({ source, prometheus, port: 0 });
  const browser = Chromium.launch(path);
  try {
    const page = await browser.open(options.width, 900);
    // Axes of time would else differ from machine to machine.
    await page.send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' });
    mkdirSync(folder, { recursive: true });
    const written: string[] = [];
    for (const slug of slugs) {
      const file = join(folder, `${slug}.png`);
      writeFileSync(file, await pictureOf(page, slug, server.url, options));
      written.push(file);
      options.onProgress?.(written.length, slugs.length);
    }
    return { problems: [], written };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function pictureOf(
  page: ChromiumPage,
  slug: string,
  url: string,
  { theme, width, prometheus, range }: PictureOptions,
): Promise<Buffer> {
  const search = new URLSearchParams({ theme, picture: '' });
  if (prometheus === undefined) search.set('now', String(MOMENT));
  const settings = new URLSearchParams({ refresh: '', ...range });
  await page.resize(width, 900);
  await page.go('about:blank');
  await page.go(`${url}?${search.toString()}#/${slug}?${settings.toString()}`);
  await page.until("document.querySelector('[data-ready]')");
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.resize(width, Math.min(TALLEST, height));
  await page.until(SETTLED);
  await page.evaluate(DRAWN);
  return page.screenshot();
}
