import { CliWorkspace } from './cli-workspace';

describe('export as a process', () => {
  const workspace = new CliWorkspace();
  afterAll(() => {
    workspace.remove();
  });

  it('writes a form, says what it wrote, and is verified', async () => {
    const args = ['export', '--format', 'configmap', '--out', 'deploy', '--label', 'team=bus'];
    expect(await workspace.run(args)).toMatchObject({
      status: 0,
      stdout:
        'g6-bus.yaml: written\ng6-sse.yaml: written\nconfigmap: 2 files: 2 written, 0 unchanged\n',
      stderr: '',
    });
    expect(workspace.read('deploy/g6-bus.yaml')).toContain('team: bus');
    expect(await workspace.run(args)).toMatchObject({
      status: 0,
      stdout: 'configmap: 2 files: 0 written, 2 unchanged\n',
    });
    expect(await workspace.run(['verify', '--output', 'deploy'])).toMatchObject({
      status: 0,
      stdout: '2 dashboards verified, no drift\n',
    });
    workspace.write(
      'deploy/g6-bus.yaml',
      workspace.read('deploy/g6-bus.yaml').replaceAll('bus_total Rate', 'Mine'),
    );
    const drifted = await workspace.run(['verify', '--output', 'deploy'], {
      G6_DASHBOARD_DIFF_VERBOSE: '1',
    });
    expect(drifted.status).toBe(6);
    expect(drifted.stdout).toMatch(
      /^added:bus:2\nremoved:bus:2\nDRIFT_DETAILS_BEGIN\n\{"slug":"bus"/,
    );
  });

  it.each([
    [['export', '--out', 'x'], "error: required option '--format <format>' not specified"],
    [
      ['export', '--format', 'yaml', '--out', 'x'],
      "error: option '--format <format>' argument 'yaml' is invalid.",
    ],
    [
      ['export', '--format', 'configmap', '--out', 'x', '--label', 'team'],
      "error: option '--label <key=value>' argument 'team' is invalid. Write it as key=value.",
    ],
    [
      ['export', '--format', 'resource', '--out', 'dashboards/plans'],
      'dashboards/plans: error: nothing may be written here: it is the folder of the plans',
    ],
    [
      ['export', '--format', 'perses', '--out', 'x', '--namespace', 'n'],
      '--namespace: error: it does not apply to the format perses',
    ],
  ])('refuses %j and writes nothing', async (args, message) => {
    const { status, stderr } = await workspace.run(args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(workspace.has('x')).toBe(false);
  });
});
