import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runProcess, type ProcessSetting } from './cli-process';

const dashboards = join(__dirname, '../../../dashboards');
const EPOCH = { SOURCE_DATE_EPOCH: '1700000000' };

describe('generating the committed dashboards', () => {
  let root = '';
  let first: Record<string, string> = {};
  const inputs = ['--spec', 'spec/base.yml', '--plans', 'plans'];

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'g6-determinism-'));
    for (const name of ['spec', 'plans']) {
      cpSync(join(dashboards, name), join(root, name), { recursive: true });
    }
    first = await generate('first', inputs, { cwd: root, env: EPOCH });
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  /** The bytes of every file that a run writes. */
  async function generate(name: string, args: readonly string[], setting: ProcessSetting) {
    const output = join(root, name);
    const { status, stderr } = await runProcess(['generate', ...args, '--output', output], setting);
    expect([status, stderr.includes('error')]).toEqual([0, false]);
    const files = readdirSync(output).sort();
    return Object.fromEntries(
      files.map((file) => [file, readFileSync(join(output, file)).toString('base64')]),
    );
  }

  it('gives the committed bytes, the time of the manifest aside', () => {
    const { 'manifest.json': _, ...files } = first;
    const committed = Object.keys(files).map((file) => [
      file,
      readFileSync(join(dashboards, 'generated', file)).toString('base64'),
    ]);
    expect(files).toEqual(Object.fromEntries(committed));
  });

  it.each<[string, Record<string, string>]>([
    ['time zone', { TZ: 'Pacific/Kiritimati' }],
    ['locale', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['locale without UTF-8', { LANG: 'C', LC_ALL: 'C' }],
    ['terminal', { FORCE_COLOR: '1', COLUMNS: '40' }],
  ])('gives the same bytes under another %s', async (_, env) => {
    const files = await generate('other', inputs, { cwd: root, env: { ...EPOCH, ...env } });
    expect(files).toEqual(first);
  });

  it('gives the same bytes from another folder, with absolute and with relative paths', async () => {
    const paths = (base: (name: string) => string) => [
      '--spec',
      base('spec/base.yml'),
      '--plans',
      base('plans'),
    ];
    const absolute = paths((name) => join(root, name));
    expect(await generate('absolute', absolute, { cwd: tmpdir(), env: EPOCH })).toEqual(first);
    const other = paths((name) => relative('/', join(root, name)));
    expect(await generate('relative', other, { cwd: '/', env: EPOCH })).toEqual(first);
  });

  it('gives the same bytes the second time, and leaves the time of the manifest alone', async () => {
    const later = { SOURCE_DATE_EPOCH: '1800000000' };
    expect(await generate('first', inputs, { cwd: root, env: later })).toEqual(first);
  });

  it('finds no drift in what it just generated', async () => {
    const args = ['verify', ...inputs, '--output', join(root, 'first')];
    const { status, stdout } = await runProcess(args, { cwd: root });
    expect([status, stdout]).toEqual([0, '15 dashboards verified, no drift\n']);
  });
});
