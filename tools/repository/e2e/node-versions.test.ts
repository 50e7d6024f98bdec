import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const REPOSITORY = join(__dirname, '../../..');
const PROGRAM = join(REPOSITORY, 'libs/engine/bin/g6-dashboards.js');
const PLAN = 'dashboards/plans/bus/plan.yaml';

/** The Node.js that runs the tests, and those that `scripts/ensure-node-binaries.mjs` installs. */
const BINARIES: Readonly<Record<string, string>> = {
  ...installedBinaries(),
  [process.version.slice(1)]: process.execPath,
};

describe.each(Object.entries(BINARIES))('the built command line on Node.js %s', (version, node) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'g6-node-'));
    write(
      'dashboards/spec/base.yml',
      'version: 1\nfamilies: {bus: {metrics: [{name: a_total, type: counter}]}}\n',
    );
    write(PLAN, 'slug: bus\nfamilies: [bus]\n');
    mkdirSync(join(folder, 'tmp'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const run = (
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    program = PROGRAM,
  ) => {
    const { NODE_OPTIONS: _, ...inherited } = process.env;
    const { status, stdout, stderr } = spawnSync(node, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...inherited, TMPDIR: join(folder, 'tmp'), ...env },
    });
    return { status, stdout, stderr };
  };

  it('runs on that version', () => {
    expect(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout).toBe(`v${version}\n`);
  });

  it('generates the committed dashboards and rules byte for byte, and finds no drift in them', () => {
    const committed = join(REPOSITORY, 'dashboards');
    cpSync(join(committed, 'spec'), join(folder, 'dashboards/spec'), { recursive: true });
    cpSync(join(committed, 'plans'), join(folder, 'dashboards/plans'), { recursive: true });
    rmSync(join(folder, dirname(PLAN)), { recursive: true });
    const { generated_at_unix: time } = readJson('dashboards/generated/manifest.json') as {
      generated_at_unix: number;
    };
    expect(run(['generate'], { SOURCE_DATE_EPOCH: String(time) }).status).toBe(0);
    expect(run(['rules']).status).toBe(0);
    for (const kind of ['generated', 'rules']) {
      expect(filesIn(join(folder, 'dashboards', kind))).toEqual(filesIn(join(committed, kind)));
    }
    expect(run(['verify']).status).toBe(0);
    expect(run(['rules', '--check']).status).toBe(0);
  });

  it.each([
    ['0 if all is well', 0, []],
    ['2 for a spec that is missing', 2, ['--spec', 'nowhere.yml']],
    ['5 for a slug that no plan has', 5, ['--only', 'ses']],
    ['2 for an option that does not exist', 2, ['--nonsense']],
  ])('ends with %s', (_, status, args) => {
    expect(run(['generate', ...args])).toMatchObject({ status });
  });

  it('ends with 3 for a family that the spec does not have', () => {
    write(PLAN, 'slug: bus\nfamilies: [bsu]\n');
    expect(run(['generate'])).toMatchObject({ status: 3 });
  });

  it('ends with 4 for a slug that two plans have', () => {
    const plan = '{slug: bus, families: [bus]}';
    write('plans.yml', `dashboards: [${plan}, ${plan}]\n`);
    expect(run(['generate', '--plan', 'plans.yml'])).toMatchObject({ status: 4 });
  });

  it('ends verify with 6 for a dashboard that has drifted', () => {
    expect(run(['generate']).status).toBe(0);
    write('dashboards/generated/bus.json', '{}\n');
    expect(run(['verify'])).toMatchObject({ status: 6 });
  });

  it('prints nothing but the version, and keeps what was compiled if this Node.js can', () => {
    expect(run(['--version'])).toEqual({ status: 0, stdout: `${ownVersion()}\n`, stderr: '' });
    const caches = readdirSync(join(folder, 'tmp'));
    expect(caches).toEqual(hasCompileCache(version) ? ['node-compile-cache'] : []);
  });

  it('runs without a place for the compile cache, and without the cache', () => {
    const nowhere = { TMPDIR: join(folder, PLAN) };
    expect(run(['generate'], nowhere)).toMatchObject({ status: 0, stderr: '' });
    const disabled = { NODE_DISABLE_COMPILE_CACHE: '1' };
    expect(run(['verify'], disabled)).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('gives its library to profiles of a workspace that has none, or says what to do', () => {
    const wall = "{ ...STANDARD_PROFILE, name: 'wall', meaning: 'a wall' }";
    write(
      'own/wall.cjs',
      `const { STANDARD_PROFILE } = require('@g6/dashboards');\nexports.profiles = [${wall}];\n`,
    );
    write(
      'own/wall.mjs',
      `import { STANDARD_PROFILE } from '@g6/dashboards';\nexport const profiles = [${wall}];\n`,
    );
    const generate = (module: string) => {
      write('g6.config.yaml', `profiles: own/${module}\nprofile: wall\n`);
      return run(['generate']);
    };
    expect(generate('wall.cjs')).toMatchObject({ status: 0, stderr: '' });
    const imported = generate('wall.mjs');
    if (hasSynchronousHooks(version)) expect(imported).toMatchObject({ status: 0, stderr: '' });
    else {
      expect(imported.status).toBe(2);
      expect(imported.stderr).toContain(
        'npm install --save-dev @g6/dashboards; or use Node.js 22.15',
      );
    }
  });

  it('is a library, too', () => {
    const library = JSON.stringify(join(REPOSITORY, 'libs/engine'));
    write('use.cjs', `console.log(typeof require(${library}).generateRun);`);
    expect(run([], {}, join(folder, 'use.cjs'))).toMatchObject({ status: 0, stdout: 'function\n' });
  });
});

function installedBinaries(): Record<string, string> {
  const script = join(REPOSITORY, 'scripts/ensure-node-binaries.mjs');
  const paths = execFileSync(process.execPath, [script], { encoding: 'utf8' }).split('\n');
  return Object.fromEntries(
    paths
      .filter((path) => path !== '')
      .map((path) => {
        const { version } = JSON.parse(
          readFileSync(join(dirname(path), '../package.json'), 'utf8'),
        ) as { version: string };
        return [version.replace(/^v/, ''), path];
      }),
  );
}

/** Tells whether a Node.js version has a compile cache, as 22.1 and later do. */
function hasCompileCache(version: string): boolean {
  return Number(version.split('.')[0]) >= 22;
}

/** Tells whether a Node.js version lets a program say where imports lead, as 22.15 and later do. */
function hasSynchronousHooks(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 15);
}

function ownVersion(): string {
  return (readJson('libs/engine/package.json') as { version: string }).version;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(REPOSITORY, path), 'utf8'));
}

/** The texts of the files in a folder by their names. */
function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
