import { CliWorkspace } from './cli-workspace';
import { runProcess } from './cli-process';

describe('"-"', () => {
  let workspace: CliWorkspace;
  beforeEach(() => {
    workspace = new CliWorkspace();
  });
  afterEach(() => {
    workspace.remove();
  });
  const run = (input: string, ...args: string[]) =>
    runProcess(args, { cwd: workspace.root, input });

  it('is a spec on standard input, which makes the same dashboards as its file', async () => {
    const spec = workspace.read('dashboards/spec/base.yml');
    expect((await run('', 'generate')).status).toBe(0);
    expect(await run(spec, 'verify', '--spec', '-')).toMatchObject({
      status: 0,
      stdout: '2 dashboards verified, no drift\n',
    });
  });

  it('is a file of plans on standard input', async () => {
    const plans = 'dashboards: [{slug: one, families: [bus]}]\n';
    const { stdout } = await run(plans, 'generate', '--dry-run', '--plan', '-');
    expect(stdout).toMatch(/^one: would be written\n/);
  });

  it('is named <stdin> in problems', async () => {
    expect(await run('version: 1\n', 'lint', '--spec', '-')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        '<stdin>:1:1: error: the key "families" is missing here [missing-key]\n' +
        '1 error; nothing was checked\n',
    });
  });

  it('is an inventory on standard input, and a report on standard output', async () => {
    const { stdout: csv } = await run('', 'inventory', '--plans', 'dashboards/plans', '--out', '-');
    expect(csv).toMatch(/^slug,title,/);
    workspace.write('now.csv', csv.replace('bus_total', 'other'));
    const compared = await run(csv, 'inventory-diff', '-', 'now.csv', '--json-out', '-');
    expect(compared.status).toBe(7);
    expect(JSON.parse(compared.stdout)).toHaveProperty('renamed.0.slug', 'bus');
    expect(workspace.has('-')).toBe(false);
  });

  it('may take any time to arrive, and any length that a file may have', async () => {
    const spec = workspace.read('dashboards/spec/base.yml');
    const long = `${spec}${'# a line of many\n'.repeat(100_000)}`;
    expect(await run(long, 'generate', '--dry-run', '--spec', '-')).toMatchObject({ status: 0 });
  });

  it.each([
    [['--spec', '-', '--plan', '-'], 'standard input can be read once; only one option may be "-"'],
    [
      ['--output', '-'],
      "option '--output <dir>' argument '-' is invalid. It takes a folder; a folder of this name is \"./-\".",
    ],
  ])('is refused as %j', async (args, message) => {
    expect(await run('', 'generate', ...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: ${message}\n(--help shows what there is)\n`,
    });
  });
});
