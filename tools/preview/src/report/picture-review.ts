import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Chromium, type ChromiumPage, findChromium } from '../browser/chromium';
import { chromiumMissing, type Pictures, SETTLED } from '../browser/take-pictures';

interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where each side of each panel is in the page. */
const BOXES = `[...document.querySelectorAll('[data-picture]')].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { name: element.dataset.picture, x, y, width, height };
})`;

/** Writes a PNG of each changed panel before and after, `<slug>-<number>-before.png`. */
export async function pictureReview(html: string, folder: string): Promise<Pictures> {
  const path = findChromium();
  if (path === undefined) return { problems: [chromiumMissing()], written: [] };
  const scratch = mkdtempSync(join(tmpdir(), 'g6-review-'));
  const browser = Chromium.launch(path);
  try {
    const file = join(scratch, 'review.html');
    writeFileSync(file, html);
    const page = await browser.open(1280, 900);
    await page.go(`${pathToFileURL(file).href}?theme=light`);
    await page.until("document.querySelector('.review')");
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    await page.resize(1280, Math.max(900, height));
    await page.until(SETTLED);
    mkdirSync(folder, { recursive: true });
    const boxes = await page.evaluate<readonly Box[]>(BOXES);
    const written: string[] = [];
    for (const box of boxes) written.push(await writePicture(page, box, folder));
    return { problems: [], written };
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function writePicture(page: ChromiumPage, { name, ...box }: Box, folder: string) {
  const file = join(folder, `${name}.png`);
  writeFileSync(file, await page.screenshot(box));
  return file;
}
