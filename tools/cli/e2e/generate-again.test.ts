import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliWorkspace } from './cli-workspace';

const OUTPUT = 'dashboards/generated';
const MARK = 'what the last run said';

interface Remembered {
  report: { problems: unknown[] };
}

describe('generating again', () => {
  let workspace: CliWorkspace;
  let env: Record<string, string>;
  beforeEach(() => {
    workspace = new CliWorkspace();
    env = { XDG_CACHE_HOME: workspace.at('cache') };
  });
  afterEach(() => {
    workspace.remove();
  });

  const generate = (...args: string[]) => workspace.run(['generate', ...args], env);

  /** Has the record of the last run remember a warning, to tell a run that goes by it from others. */
  function markRecord(): void {
    const folder = workspace.at('cache/g6-dashboards');
    const path = join(folder, readdirSync(folder)[0] ?? '');
    const stored = JSON.parse(readFileSync(path, 'utf8')) as { record: string };
    const value = JSON.parse(stored.record) as Remembered;
    const place = { file: 'spec', line: 0, column: 0, code: 'label-undeclared' };
    value.report.problems = [{ ...place, severity: 'warning', message: MARK }];
    const record = JSON.stringify(value);
    const digest = createHash('sha256').update(record).digest('hex');
    writeFileSync(path, JSON.stringify({ digest, record }));
  }

  async function goesByRecord(...args: string[]): Promise<boolean> {
    const { status, stderr } = await generate(...args);
    expect(status).toBe(0);
    return stderr.includes(MARK);
  }

  it('prints what a run that does all its work prints', async () => {
    const reports = [['--json'], ['--verbose'], ['--quiet'], ['--format', 'junit'], []];
    await generate();
    for (const form of reports) {
      const again = await generate(...form);
      expect(again).toEqual(await generate('--no-cache', ...form));
      expect(again.status).toBe(0);
    }
  });

  it('goes by the record of the last run, unless it is told not to', async () => {
    await generate();
    markRecord();
    expect(await goesByRecord()).toBe(true);
    expect(await goesByRecord('--no-cache')).toBe(false);
    expect(await goesByRecord('--dry-run')).toBe(false);
    expect(await goesByRecord()).toBe(true);
    expect(await goesByRecord('--only', 'bus')).toBe(false);
  });

  it.each<[string, (workspace: CliWorkspace) => void, Record<string, string>]>([
    [
      'plan',
      (w) => {
        w.plan('bus', 'bus, sse');
      },
      {},
    ],
    [
      'setting',
      (w) => {
        w.write('g6.config.yaml', 'uidPrefix: acme-\n');
      },
      {},
    ],
    [
      'file',
      (w) => {
        w.write(`${OUTPUT}/bus.json`, '{}');
      },
      {},
    ],
    ['environment', () => undefined, { G6_DASHBOARD_DENSE: '1' }],
  ])('does all its work after another %s', async (_, change, more) => {
    await generate();
    markRecord();
    change(workspace);
    Object.assign(env, more);
    expect(await goesByRecord()).toBe(false);
    const { [`${OUTPUT}/manifest.json`]: _manifest, ...written } = workspace.everything();
    await generate('--no-cache');
    expect(workspace.everything()).toMatchObject(written);
    expect((await workspace.run(['verify'], env)).status).toBe(0);
  });

  it('keeps nothing where the environment names no folder for it', async () => {
    env = { XDG_CACHE_HOME: 'not/absolute' };
    expect((await generate()).status).toBe(0);
    expect((await generate()).status).toBe(0);
    expect(workspace.has('not')).toBe(false);
  });

  it('never keeps verify from looking for itself', async () => {
    await generate();
    workspace.plan('bus', 'sse');
    expect((await workspace.run(['verify'], env)).status).not.toBe(0);
  });
});
