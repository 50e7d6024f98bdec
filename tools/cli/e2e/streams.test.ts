import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CliWorkspace } from './cli-workspace';

describe('what the command line prints', () => {
  let workspace: CliWorkspace;
  beforeEach(() => {
    workspace = new CliWorkspace();
  });
  afterEach(() => {
    workspace.remove();
  });

  const json = (text: string) => JSON.parse(text) as Record<string, unknown>;
  const BROKEN = 'version: 1\nfamilies: {bus: {ownr: me}, sse: }\n';

  it('goes to standard output for what was done', async () => {
    expect(await workspace.run(['generate'])).toEqual({
      status: 0,
      stdout:
        'bus: written\nsse: written\n2 dashboards: 2 written, 0 unchanged; manifest written\n',
      stderr: '',
    });
    expect((await workspace.run(['generate'])).stdout).toBe(
      '2 dashboards: 0 written, 2 unchanged; manifest unchanged\n',
    );
    workspace.write('plans.yml', 'slug: bus\nfamilies: [bus]\n');
    expect((await workspace.run(['generate', '--plan', 'plans.yml'])).stdout).toBe(
      'sse: removed, no plan asks for it\n1 dashboard: 0 written, 1 unchanged; manifest written\n',
    );
  });

  it('says what would be done in a dry run, which writes nothing', async () => {
    expect((await workspace.run(['generate', '--dry-run'])).stdout).toBe(
      'bus: would be written\nsse: would be written\n2 dashboards: 2 would be written, 0 unchanged; manifest would be written\n',
    );
    expect(workspace.has('dashboards/generated')).toBe(false);
    await workspace.run(['generate']);
    const before = workspace.filesIn('dashboards/generated');
    workspace.write('plans.yml', 'dashboards: [{slug: bus, families: [bus, sse]}]\n');
    const { stdout } = await workspace.run(['generate', '--dry-run', '--plan', 'plans.yml']);
    expect(stdout).toBe(
      'bus: would be written\nsse: would be removed, no plan asks for it\n1 dashboard: 1 would be written, 0 unchanged; manifest would be written\n',
    );
    expect(workspace.filesIn('dashboards/generated')).toEqual(before);
    expect(await workspace.run(['verify'])).toMatchObject({ status: 0 });
  });

  it('changes no file while a problem exists', async () => {
    await workspace.run(['generate']);
    const before = workspace.read('dashboards/generated/bus.json');
    workspace.write('dashboards/spec/base.yml', BROKEN);
    expect(await workspace.run(['generate'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'dashboards/spec/base.yml:2:18: error: unknown key "ownr"; known here: title, owner, recording_rules, metrics [unknown-key]\n' +
        '  hint: did you mean "owner"?\n' +
        '1 error; nothing was written\n',
    });
    expect(workspace.read('dashboards/generated/bus.json')).toBe(before);
  });

  it('is JSON on standard output where JSON is asked for', async () => {
    const generated = await workspace.run(['generate', '--json']);
    expect(generated).toMatchObject({ status: 0, stderr: '' });
    expect(json(generated.stdout)).toEqual({
      dryRun: false,
      problems: [],
      written: ['bus', 'sse'],
      unchanged: [],
      pruned: [],
      truncated: [],
      manifestWritten: true,
    });
    expect(json((await workspace.run(['verify', '--json'])).stdout)).toEqual({
      problems: [],
      checked: ['bus', 'sse'],
      tokens: [],
      drifts: [],
    });
    workspace.write('dashboards/generated/bus.json', '{');
    const drifted = await workspace.run(['verify', '--json']);
    expect(drifted.status).toBe(6);
    expect(json(drifted.stdout)).toMatchObject({
      tokens: ['unreadable:bus'],
      drifts: [{ slug: 'bus' }],
    });
  });

  it.each(['generate', 'verify'])('is JSON for the problems of %s too', async (command) => {
    workspace.write('dashboards/spec/base.yml', BROKEN);
    const { status, stdout, stderr } = await workspace.run([command, '--json']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    expect(json(stdout)['problems']).toEqual([
      {
        file: 'dashboards/spec/base.yml',
        line: 2,
        column: 18,
        code: 'unknown-key',
        severity: 'error',
        message: 'unknown key "ownr"; known here: title, owner, recording_rules, metrics',
        hint: 'did you mean "owner"?',
      },
    ]);
  });

  it('lists the titles behind the tokens where that is asked for', async () => {
    await workspace.run(['generate']);
    const path = 'dashboards/generated/bus.json';
    workspace.write(path, workspace.read(path).replace('sum(rate(', 'max(rate('));
    const { stdout } = await workspace.run(['verify'], { G6_DASHBOARD_DIFF_VERBOSE: '1' });
    expect(stdout.split('\n')).toEqual([
      'changed:bus:1',
      'DRIFT_DETAILS_BEGIN',
      '{"slug":"bus","changed_titles":["bus_total Rate (5m auto)"],"added_titles":[],"removed_titles":[]}',
      'DRIFT_DETAILS_END',
      '',
    ]);
  });

  it('has no colours where nobody sees them', async () => {
    workspace.write('dashboards/spec/base.yml', BROKEN);
    for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }]) {
      expect((await workspace.run(['generate'], env)).stderr).not.toContain('\u001b');
    }
  });

  it('may be read in part only', async () => {
    await workspace.run(['generate']);
    expect(workspace.runIntoClosedPipe(['inventory'])).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['>', 'stdout'],
    ['2>', 'stderr'],
  ])('fails with one line if %s is full', (redirection) => {
    const program = join(__dirname, '../../../libs/engine/bin/g6-dashboards.js');
    const script = `"$0" "$1" ${redirection === '>' ? 'coverage' : 'nonsense'} ${redirection} /dev/full`;
    const run = spawnSync('sh', ['-c', script, process.execPath, program], {
      cwd: workspace.root,
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    const message = 'standard output cannot be written: ENOSPC: no space left on device, write\n';
    expect(run.stderr).toBe(redirection === '>' ? message : '');
  });
});
