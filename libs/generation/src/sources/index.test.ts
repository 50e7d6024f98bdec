import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PANEL_SOURCES } from '.';
import * as automatic from './automatic';

const listed = PANEL_SOURCES;
const files = readdirSync(__dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.slice(0, -'.ts'.length))
  .filter((name) => name !== 'index' && name !== 'automatic');
const constantOf = (name: string) =>
  `${name.replace(/[-_](.)/g, (_, letter: string) => letter.toUpperCase())}Source`;

describe('the panel sources', () => {
  it('are listed in the index, each once and named after its constant', () => {
    const exported = Object.keys(automatic).filter((name) => name.endsWith('Source'));
    const constants = [...exported, ...files.map(constantOf)];
    expect(listed.map(({ name }) => constantOf(name)).sort()).toEqual(constants.sort());
  });

  it.each(listed)('$name has a test', ({ name }) => {
    expect(existsSync(join(__dirname, `${name.replaceAll('_', '-')}.test.ts`))).toBe(true);
  });

  it.each(files)('%s exports its source under its own name', async (file) => {
    const module = (await import(`./${file}`)) as Record<string, unknown>;
    expect(listed).toContain(module[constantOf(file)]);
  });
});
