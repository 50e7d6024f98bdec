import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AUTOMATIC_SOURCES, DASHBOARD_SOURCES, EXPLICIT_SOURCE, LAST_SOURCE } from '.';

const listed = [EXPLICIT_SOURCE, ...AUTOMATIC_SOURCES, LAST_SOURCE, ...DASHBOARD_SOURCES];
const files = readdirSync(__dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
  .map((name) => name.slice(0, -'.ts'.length));

describe('the panel sources', () => {
  it('are listed in the index, each once and named after its file', () => {
    const names = files.map((file) => file.replaceAll('-', '_')).sort();
    expect(listed.map(({ name }) => name).sort()).toEqual(names);
  });

  it.each(files)('%s has a test', (file) => {
    expect(existsSync(join(__dirname, `${file}.test.ts`))).toBe(true);
  });

  it.each(files)('%s exports its source under its own name', async (file) => {
    const camel = file.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const module = (await import(`./${file}`)) as Record<string, unknown>;
    expect(listed).toContain(module[`${camel}Source`]);
  });
});
