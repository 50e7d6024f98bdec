import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess, startProcess } from './cli-process';

const COUNT = 40;
/** Each version of the spec makes another dashboard of every plan. */
const VERSIONS = ['first', 'second'] as const;
type Version = (typeof VERSIONS)[number];

describe('two versions of the same dashboards', () => {
  let root = '';
  const texts = new Map<Version, Map<string, string>>();
  const at = (name: string) => join(root, name);
  const args = (version: Version, output: string) => [
    'generate',
    '--spec',
    at(`${version}.yml`),
    '--plan',
    at('plans.yml'),
    '--output',
    at(output),
  ];

  const exportArgs = (version: Version, folder: string) => [
    'export',
    ...['--format', 'operator', '--out', at(folder)],
    ...args(version, folder).slice(1, 5),
  ];

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'g6-writing-'));
    const slugs = Array.from({ length: COUNT }, (_, i) => `d${i}`);
    const plans = slugs.map((slug) => `  - {slug: ${slug}, families: [f]}\n`);
    writeFileSync(at('plans.yml'), `dashboards:\n${plans.join('')}`);
    for (const version of VERSIONS) {
      const metrics = Array.from(
        { length: 20 },
        (_, i) =>
          `      - {name: m${i}_${version}, type: gauge, help: ${version}, labels: [l], alerts: [{alert: A${i}, expr: 'm${i}_${version} > 1'}]}\n`,
      );
      const spec = `version: 1\nfamilies:\n  f:\n    metrics:\n${metrics.join('')}`;
      writeFileSync(at(`${version}.yml`), spec);
      expect((await runProcess(args(version, version))).status).toBe(0);
      texts.set(version, readAll(version));
    }
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  /** The text of every dashboard in a folder. */
  function readAll(folder: string): Map<string, string> {
    const names = readdirSync(at(folder)).filter((name) => /^d\d+\.json$/.test(name));
    return new Map(names.map((name) => [name, readFileSync(join(at(folder), name), 'utf8')]));
  }

  /** Which version each dashboard of a folder is, whole and byte for byte; or neither. */
  function versionsIn(folder: string): (Version | undefined)[] {
    return [...readAll(folder)].map(([name, text]) =>
      VERSIONS.find((version) => texts.get(version)?.get(name) === text),
    );
  }

  it('are each old or new, whenever the process that replaces one by the other is killed', async () => {
    await runProcess(args('first', 'killed'));
    let mixed = 0;
    // Some rounds kill the process before or after it writes; go on until one hits the middle.
    for (let round = 0; round < 8 || (mixed === 0 && round < 80); round++) {
      const version = VERSIONS[(round + 1) % 2] as Version;
      await killWhileWriting(args(version, 'killed'), 'killed', round % 8);
      const found = versionsIn('killed');
      expect(found).toHaveLength(COUNT);
      expect(found).not.toContain(undefined);
      if (new Set(found).size > 1) mixed += 1;
    }
    expect(mixed).toBeGreaterThan(0);
    expect((await runProcess(args('second', 'killed'))).status).toBe(0);
    expect(new Set(versionsIn('killed'))).toEqual(new Set(['second']));
  });

  /** Starts a run, and kills it some milliseconds after its first write. */
  async function killWhileWriting(
    command: readonly string[],
    folder: string,
    delay: number,
  ): Promise<void> {
    const watcher = watch(at(folder));
    const child = startProcess(command);
    const ended = once(child, 'exit');
    watcher.once('change', () => setTimeout(() => child.kill('SIGKILL'), delay));
    await ended;
    watcher.close();
  }

  it.each(['rules', 'inventory', 'export'])('leave whole files when %s is killed', async (name) => {
    const files = (folder: string) => {
      mkdirSync(at(folder), { recursive: true });
      const names = readdirSync(at(folder)).filter((file) => !file.endsWith('.tmp'));
      return names.map((file) => readFileSync(join(at(folder), file), 'utf8'));
    };
    const command = (version: Version, folder: string) => {
      if (name === 'export') return exportArgs(version, folder);
      const out = name === 'rules' ? [] : ['--out', at(`${folder}/report`)];
      return [name, ...args(version, name === 'rules' ? folder : version).slice(1), ...out];
    };
    const whole = new Map<Version, readonly string[]>();
    for (const version of VERSIONS) {
      expect((await runProcess(command(version, `${name}-${version}`))).status).toBe(0);
      whole.set(version, files(`${name}-${version}`));
    }
    expect(whole.get('first')).not.toEqual(whole.get('second'));
    const folder = `${name}-killed`;
    await runProcess(command('first', folder));
    for (let round = 0; round < 6; round++) {
      const version = VERSIONS[(round + 1) % 2] as Version;
      await killWhileWriting(command(version, folder), folder, round % 3);
      const texts = files(folder);
      expect(texts).toHaveLength(whole.get('first')?.length ?? 0);
      for (const text of texts) expect([...whole.values()].flat()).toContain(text);
    }
    expect((await runProcess(command('second', folder))).status).toBe(0);
    expect(files(folder)).toEqual(whole.get('second'));
  });

  it('are whole when two runs write them at once, and no run fails', async () => {
    mkdirSync(at('shared'));
    for (let round = 0; round < 2; round++) {
      const runs = [...VERSIONS, ...VERSIONS].map((version) => runProcess(args(version, 'shared')));
      const statuses = (await Promise.all(runs)).map(({ status }) => status);
      expect(statuses).toEqual([0, 0, 0, 0]);
      const found = versionsIn('shared');
      expect(found).toHaveLength(COUNT);
      expect(found).not.toContain(undefined);
      expect(
        () => JSON.parse(readFileSync(at('shared/manifest.json'), 'utf8')) as unknown,
      ).not.toThrow();
    }
    const names = readdirSync(at('shared'));
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('are exported by two runs at once, and the next one finishes what they left', async () => {
    const read = (folder: string) =>
      readdirSync(at(folder)).map((name) => [name, readFileSync(join(at(folder), name), 'utf8')]);
    for (const version of VERSIONS) await runProcess(exportArgs(version, `exported-${version}`));
    const whole = VERSIONS.flatMap((version) => read(`exported-${version}`));
    expect(new Set(whole.map(([, text]) => text)).size).toBe(2 * (COUNT + 1));
    const runs = [...VERSIONS, ...VERSIONS].map((version) =>
      runProcess(exportArgs(version, 'exported')),
    );
    const results = await Promise.all(runs);
    for (const file of read('exported')) expect(whole).toContainEqual(file);
    expect(results.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    expect((await runProcess(exportArgs('second', 'exported'))).status).toBe(0);
    expect(read('exported')).toEqual(read('exported-second'));
  });

  it('can be pruned by two runs at once', async () => {
    await runProcess(args('first', 'pruned'));
    writeFileSync(at('few.yml'), 'dashboards:\n  - {slug: d0, families: [f]}\n');
    const few = args('first', 'pruned').map((arg) =>
      arg === at('plans.yml') ? at('few.yml') : arg,
    );
    const results = await Promise.all([runProcess(few), runProcess(few), runProcess(few)]);
    expect(results.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(readdirSync(at('pruned')).sort()).toEqual(['d0.json', 'manifest.json']);
  });
});
