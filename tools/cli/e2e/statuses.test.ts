import { CliWorkspace } from './cli-workspace';

describe.each(['generate', 'verify'])('%s ends with the status', (command) => {
  let workspace: CliWorkspace;
  beforeEach(() => {
    workspace = new CliWorkspace();
  });
  afterEach(() => {
    workspace.remove();
  });

  const outcome = command === 'generate' ? 'nothing was written' : 'nothing was verified';

  /** Runs the command, which must end with a status, refuse its input and write nothing. */
  const refusal = async (status: number, ...args: string[]): Promise<string> => {
    const run = await workspace.run([command, ...args]);
    expect(run).toMatchObject({ status, stdout: '' });
    expect(workspace.has('dashboards/generated')).toBe(false);
    expect(run.stderr).toContain(outcome);
    return run.stderr.replace(`; ${outcome}\n`, '');
  };

  it('0 where nothing is wrong', async () => {
    expect(await workspace.run(['generate'])).toMatchObject({ status: 0, stderr: '' });
    expect(await workspace.run([command])).toMatchObject({ status: 0, stderr: '' });
  });

  it('0 where there are only warnings', async () => {
    workspace.write(
      'dashboards/spec/base.yml',
      'version: 1\nfamilies: {bus: {metrics: [{name: events, type: counter}]}, sse: }\n',
    );
    expect((await workspace.run(['generate'])).status).toBe(0);
    const { status, stderr } = await workspace.run([command]);
    expect(status).toBe(0);
    expect(stderr).toBe(
      'dashboards/spec/base.yml:2:35: warning: the counter "events" does not end in "_total" [counter-suffix]\n',
    );
  });

  it('2 for a spec that is unusable', async () => {
    workspace.write('dashboards/spec/base.yml', 'version: 1\nfamilies: {bus: {ownr: me}, sse: }\n');
    expect(await refusal(2)).toMatchInlineSnapshot(`
     "dashboards/spec/base.yml:2:18: error: unknown key "ownr"; known here: title, owner, recording_rules, metrics [unknown-key]
       hint: did you mean "owner"?
     1 error"
    `);
  });

  it('2 for a spec that is not there', async () => {
    expect(await refusal(2, '--spec', 'nowhere.yml')).toMatchInlineSnapshot(`
     "nowhere.yml: error: cannot be read: there is no such file or folder [file-unreadable]
       hint: the setting "spec", or --spec, names a file or a folder; init writes a first one
     1 error"
    `);
  });

  it('2 for plans that are unusable, also where another is asked for', async () => {
    workspace.write('dashboards/plans/sse/plan.yaml', 'slug: sse\n');
    expect(await refusal(2, '--only', 'bus')).toMatchInlineSnapshot(`
     "dashboards/plans/sse/plan.yaml:1:1: error: the key "families" is missing here [missing-key]
     1 error"
    `);
  });

  it('2 for a file of plans that is not there', async () => {
    expect(await refusal(2, '--plan', 'plans.yml')).toMatchInlineSnapshot(`
     "plans.yml: error: cannot be read: there is no such file or folder [file-unreadable]
     1 error"
    `);
  });

  it('3 for a family that the spec has not', async () => {
    workspace.plan('bus', 'bsu');
    expect(await refusal(3)).toMatchInlineSnapshot(`
     "dashboards/plans/bus/plan.yaml:2:12: error: the spec has no family "bsu" [plan-family-unknown]
       hint: did you mean "bus"?
     1 error"
    `);
  });

  it('4 for a slug that two plans have', async () => {
    workspace.write(
      'plans.yml',
      'dashboards: [{slug: a, families: [bus]}, {slug: a, families: [sse]}]\n',
    );
    expect(await refusal(4, '--plan', 'plans.yml')).toMatchInlineSnapshot(`
     "plans.yml:1:49: error: the slug "a" is already taken at plans.yml:1:21 [slug-duplicate]
     1 error"
    `);
  });

  it('5 for a slug that no plan has', async () => {
    expect(await refusal(5, '--only', 'bus,ses')).toMatchInlineSnapshot(`
     "slug: error: no plan has the slug "ses" [slug-unknown]
       hint: did you mean "sse"?
     1 error"
    `);
  });

  it('2 where errors of several kinds meet', async () => {
    workspace.plan('bus', 'bsu');
    expect(await refusal(2, '--only', 'ses')).toMatchInlineSnapshot(`
     "dashboards/plans/bus/plan.yaml:2:12: error: the spec has no family "bsu" [plan-family-unknown]
       hint: did you mean "bus"?
     slug: error: no plan has the slug "ses" [slug-unknown]
       hint: did you mean "sse"?
     2 errors"
    `);
  });

  it('2 if the output is not a folder', async () => {
    workspace.write('taken', '');
    for (const output of ['taken', 'taken/deeper']) {
      const { status, stderr } = await workspace.run([command, '--output', output]);
      if (command === 'generate') {
        expect(status).toBe(2);
        expect(stderr).toContain(`${output}: error: `);
      }
      expect(workspace.read('taken')).toBe('');
    }
  });
});

describe('verify ends with the status', () => {
  it('6 where a dashboard is not what would be generated', async () => {
    const workspace = new CliWorkspace();
    try {
      expect(await workspace.run(['verify'])).toEqual({
        status: 6,
        stdout: 'missing:bus\nmissing:manifest\nmissing:sse\n',
        stderr:
          '2 dashboards verified, drift found; regenerate with g6-dashboards generate, or undo the edit\n',
      });
      await workspace.run(['generate']);
      const path = 'dashboards/generated/bus.json';
      workspace.write(path, workspace.read(path).replace('sum(rate(', 'max(rate('));
      expect(await workspace.run(['verify'])).toMatchObject({
        status: 6,
        stdout: 'changed:bus:1\n',
      });
      expect((await workspace.run(['verify', '--verbose'])).stderr).toMatch(
        /^bus: the (?:query, type or unit differs of|file lacks) ".+"\n/,
      );
      expect(await workspace.run(['verify', '--only', 'sse'])).toMatchObject({ status: 0 });
    } finally {
      workspace.remove();
    }
  });
});

describe('any command ends with the status', () => {
  it('2, the path and what to do if it may not write', async () => {
    const workspace = new CliWorkspace();
    try {
      // The superuser may write anywhere, but not below a file.
      workspace.write('dashboards/generated', 'in the way');
      const { status, stderr } = await workspace.run(['generate']);
      expect(status).toBe(2);
      expect(stderr).toContain('dashboards/generated');
      expect(stderr).not.toContain('    at ');
    } finally {
      workspace.remove();
    }
  });

  it('1 and one line where the disk refuses to take more', () => {
    const workspace = new CliWorkspace();
    try {
      const { status, stdout, stderr } = workspace.runOnFullDisk(['generate']);
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toMatch(
        /^unexpected failure: dashboards\/generated\/bus\.json cannot be written: .* \[EFBIG\]\n$/,
      );
      expect(workspace.filesIn('dashboards/generated')).toEqual([]);
    } finally {
      workspace.remove();
    }
  });
});
