import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_IN_PROFILES } from '.';

const SOURCES = join(__dirname, '../sources');

/** The modules of a folder, with their tests told apart. */
function modulesIn(folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const tests = names.filter((name) => name.endsWith('.test.ts'));
  return { tests, modules: names.filter((name) => !tests.includes(name)) };
}

const nameOf = (constant: string) =>
  constant.replace(/Source$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The names of the panel sources that the modules of a folder export. */
async function exportedFrom(folder: string): Promise<string[]> {
  const loaded = await Promise.all(
    modulesIn(folder).modules.map(
      (name) => import(join(folder, name)) as Promise<Record<string, unknown>>,
    ),
  );
  const constants = loaded.flatMap((exported) => Object.keys(exported));
  return [...new Set(constants.filter((constant) => /^[a-z]\w*Source$/.test(constant)))].map(
    nameOf,
  );
}

describe.each(BUILT_IN_PROFILES)('the profile $name', ({ name, sources }) => {
  const folder = join(__dirname, name);
  const names = sources.map((source) => source.name);

  it('has each source once', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  it('lists every source of its folder', async () => {
    expect(names).toEqual(expect.arrayContaining(await exportedFrom(folder)));
  });

  it.each(names)('has a test of %s', (source) => {
    const test = `${source.replaceAll('_', '-')}.test.ts`;
    expect([...modulesIn(folder).tests, ...modulesIn(SOURCES).tests]).toContain(test);
  });

  it('gives a reason for every source', () => {
    expect(sources.filter(({ reason }) => !/^[A-Z].*\.$/.test(reason))).toEqual([]);
  });
});

it('lists every source that profiles share in one of them', async () => {
  const listed = BUILT_IN_PROFILES.flatMap(({ sources }) => sources.map(({ name }) => name));
  expect(listed).toEqual(expect.arrayContaining(await exportedFrom(SOURCES)));
});
