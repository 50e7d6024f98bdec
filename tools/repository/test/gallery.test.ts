import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const GALLERY = join(ROOT, 'docs/gallery');
const digests = JSON.parse(readFileSync(join(GALLERY, 'digests.json'), 'utf8')) as Record<
  string,
  string
>;

/** The digest of everything that an example's pictures show, as the command that draws them takes it. */
function digestOf(example: string): string {
  const folder = join(ROOT, 'examples', example);
  const dashboards = readdirSync(join(folder, 'dashboards')).filter((name) =>
    name.endsWith('.json'),
  );
  const files = ['metrics.prom', ...dashboards.sort().map((name) => join('dashboards', name))];
  const hash = createHash('sha256');
  for (const name of files) hash.update(readFileSync(join(folder, name), 'utf8'));
  return hash.digest('hex');
}

describe('the pictures of the gallery', () => {
  const pictures = readdirSync(GALLERY).filter((name) => name.endsWith('.png'));

  it.each(Object.entries(digests))('of %s show it as it is', (example, drawn) => {
    // If this fails: npm run gallery, and look at the pictures.
    expect(drawn).toBe(digestOf(example));
  });

  it('are of every example, and all on the page', () => {
    const examples = readdirSync(join(ROOT, 'examples'), { withFileTypes: true });
    const names = examples.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(Object.keys(digests).sort()).toEqual(names.sort());
    const page = readFileSync(join(ROOT, 'docs/gallery.md'), 'utf8');
    expect(pictures.filter((name) => !page.includes(`gallery/${name}`))).toEqual([]);
  });

  it('are fit for a repository', () => {
    const bytes = pictures.reduce((sum, name) => sum + statSync(join(GALLERY, name)).size, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(3 * 1024 * 1024);
  });
});
