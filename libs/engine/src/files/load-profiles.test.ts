import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { STANDARD } from '@g6/generation';
import { loadProfiles } from './load-profiles';

const PROFILE = `{
  name: 'wall',
  meaning: 'what hangs on a wall',
  sources: [{ of: 'dashboard', name: 'clock', reason: 'It is late.', draft: () => {
    throw new Error('no clock');
  } }],
  completePlan: (plan) => plan,
  refine: (drafts) => drafts,
  reads: () => [],
  capped: false,
  divide: () => ({ blocks: [], previews: [], problems: [] }),
  layout: { panelWidth: WIDTH, panelHeight: 6, fillsLines: true },
  style: { valuesLegend: {}, singleLegend: {} },
}`;

describe('loadProfiles', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'g6-profiles-')));
  const before = process.cwd();
  beforeAll(() => {
    process.chdir(root);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(root, { recursive: true });
  });

  function write(path: string, text: string): string {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    return path;
  }
  const module = (path: string, width: number) =>
    write(path, `exports.profiles = [${PROFILE.replace('WIDTH', String(width))}];\n`);
  const place = () => ({ file: 'g6.config.yaml', line: 1, column: 11 });

  it('loads nothing unless a configuration asks for it', () => {
    expect(loadProfiles(undefined)).toEqual({ profiles: [], problems: [], files: [] });
  });

  it('loads a module, and watches the code next to it and below', () => {
    module('own/wall.js', 12);
    write('own/parts/width.mjs', '');
    write('own/README.md', '');
    write('own/node_modules/a/index.js', '');
    const { profiles, problems, files } = loadProfiles('own/wall.js');
    expect(problems).toEqual([]);
    expect(profiles).toMatchObject([{ name: 'wall', layout: { panelWidth: 12 } }]);
    expect([...files].sort()).toEqual(['own/parts/width.mjs', 'own/wall.js']);
  });

  it('watches a module at the top of a workspace alone', () => {
    write('other.js', '');
    expect(loadProfiles(module('top.js', 8)).files).toEqual(['top.js']);
  });

  it('loads a package', () => {
    write(
      'node_modules/@acme/walls/index.js',
      `exports.profiles = [${PROFILE.replace('WIDTH', '6')}];`,
    );
    const { profiles, files } = loadProfiles('@acme/walls');
    expect({ names: profiles.map(({ name }) => name), files }).toEqual({
      names: ['wall'],
      files: [],
    });
  });

  it('tells of an error in a profile where it came up', () => {
    const [profile = STANDARD] = loadProfiles(module('late.js', 8)).profiles;
    const [source] = profile.sources;
    const draft = source?.draft as unknown as () => void;
    let failure: unknown;
    try {
      draft();
    } catch (error) {
      failure = error;
    }
    expect(failure).toMatchObject({
      message: 'its panel source "clock" threw: Error: no clock',
      at: { file: 'late.js', line: 5, column: 11 },
    });
  });

  it.each([
    ['missing.js', undefined, 'g6.config.yaml:1:11 there is no file "missing.js"'],
    ['@acme/none', undefined, 'g6.config.yaml:1:11 there is no package "@acme/none"'],
    [
      'throws.js',
      'const nothing = null;\nnothing.at;\n',
      "throws.js:2:9 the module cannot be loaded: TypeError: Cannot read properties of null (reading 'at')",
    ],
    ['text.js', 'throw "no";\n', 'text.js:0:0 the module cannot be loaded: no'],
    [
      'none.js',
      '',
      'none.js:0:0 the module exports no "profiles", which has to be a list of profiles',
    ],
    [
      'taken.js',
      `exports.profiles = [{ ...${PROFILE.replace('WIDTH', '8')}, name: 'classic' }];\n`,
      'taken.js:0:0 the name "classic" of profiles[0] is taken',
    ],
  ])('ends in one problem with a place: %s', (name, text, expected) => {
    if (text !== undefined) write(name, text);
    const { profiles, problems } = loadProfiles(name, place);
    expect(profiles).toEqual([]);
    expect(
      problems.map(({ code, file, line, column, message }) => [
        code,
        `${file}:${line}:${column} ${message}`,
      ]),
    ).toEqual([['profiles-unusable', expected]]);
  });
});
