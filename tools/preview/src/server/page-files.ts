import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** The folder of the page, beside the bundle of this package. */
export const PAGE_FOLDER = join(__dirname, 'page');

/** The page itself; the style sheets that its components write have a nonce. */
export function pageWithNonce(nonce: string): string {
  const html = readFileSync(join(PAGE_FOLDER, 'index.html'), 'utf8');
  return html.replace('name="style-nonce" content=""', `name="style-nonce" content="${nonce}"`);
}

/** A file of the page with its type; undefined if the page has no such file. */
export function pageFile(
  path: string,
): { readonly type: string; readonly body: Buffer } | undefined {
  const name = path.slice(1);
  const type = TYPES[extname(name)];
  // Names have no separators, so nothing outside the folder is read.
  if (type === undefined || !/^[\w-]+(?:\.[\w-]+)+$/.test(name)) return undefined;
  try {
    return { type, body: readFileSync(join(PAGE_FOLDER, name)) };
  } catch {
    return undefined;
  }
}
