import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runProcess, startProcess } from './cli-process';

const FAMILIES = 60;
/** Some rounds end before the first write or after the last; so many tries to hit the middle. */
const MOST_ROUNDS = 80;

describe('an import that is killed', () => {
  let root = '';
  const at = (...names: string[]) => join(root, ...names);

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'g6-import-'));
    const names = Array.from({ length: FAMILIES }, (_, i) => [
      `fam${i}x_a`,
      `fam${i}x_b`,
      `fam${i}x_c`,
    ]);
    const lines = names.flat().map((name) => `# TYPE ${name} gauge\n${name} 1\n`);
    writeFileSync(at('exposition.txt'), lines.join(''));
    mkdirSync(at('before/spec'), { recursive: true });
    const spec =
      '# mine\nversion: 1\nfamilies:\n  fam0x:\n    metrics: # kept\n      - {name: fam0x_z, type: gauge}\n';
    writeFileSync(at('before/spec/base.yml'), spec);
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const args = (folder: string) => [
    ...['import', 'metrics', at('exposition.txt')],
    ...['--spec', at(folder, 'spec'), '--plans', at(folder, 'plans')],
  ];

  /** The text of each file of a workspace; temporary ones are no part of it. */
  function filesOf(folder: string): Map<string, string> {
    const entries = readdirSync(at(folder), { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
      .map((entry) => join(entry.parentPath, entry.name));
    return new Map(paths.map((path) => [relative(at(folder), path), readFileSync(path, 'utf8')]));
  }

  /** Starts an import, and kills it some milliseconds after its first write. */
  async function importAndKill(folder: string, delay: number): Promise<void> {
    const watcher = watch(at(folder, 'spec'));
    const child = startProcess(args(folder));
    const ended = once(child, 'exit');
    watcher.once('change', () => setTimeout(() => child.kill('SIGKILL'), delay));
    await ended;
    watcher.close();
  }

  it('leaves each file as it was or as it is to be, and the next run writes the rest', async () => {
    cpSync(at('before'), at('whole'), { recursive: true });
    expect((await runProcess(args('whole'))).status).toBe(0);
    const [before, whole] = [filesOf('before'), filesOf('whole')];
    expect(whole.size).toBeGreaterThan(FAMILIES / 2);
    let halves = 0;
    for (let round = 0; round < 5 || (halves === 0 && round < MOST_ROUNDS); round++) {
      cpSync(at('before'), at('killed'), { recursive: true });
      await importAndKill('killed', round % 10);
      const found = filesOf('killed');
      for (const [path, text] of found) expect([before.get(path), whole.get(path)]).toContain(text);
      if (found.size < whole.size) halves += 1;
      expect((await runProcess(args('killed'))).status).toBe(0);
      expect(filesOf('killed')).toEqual(whole);
      rmSync(at('killed'), { recursive: true });
    }
    expect(halves).toBeGreaterThan(0);
  });
});
