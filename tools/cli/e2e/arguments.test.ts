import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CliWorkspace } from './cli-workspace';

describe('the arguments of the command line', () => {
  let workspace: CliWorkspace;
  beforeAll(() => {
    workspace = new CliWorkspace();
  });
  afterAll(() => {
    workspace.remove();
  });

  it.each([
    ['an unknown command', ['generte'], "unknown command 'generte'\n(Did you mean generate?)"],
    [
      'an unknown option',
      ['generate', '--onyl', 'bus'],
      "unknown option '--onyl'\n(Did you mean --only?)",
    ],
    [
      'a misspelt option that is required',
      ['push', '--grafanna', 'http://grafana'],
      "unknown option '--grafanna'\n(Did you mean --grafana?)",
    ],
    [
      'a required option that is missing',
      ['check'],
      "required option '--prometheus <url>' not specified",
    ],
    ['an unknown option before the command', ['--dry', 'generate'], "unknown option '--dry'"],
    [
      'an argument too many',
      ['verify', 'bus'],
      "too many arguments for 'verify'. Expected 0 arguments but got 1.",
    ],
    [
      'both kinds of plans',
      ['generate', '--plan', 'a.yml', '--plans', 'b'],
      "option '--plan <file>' cannot be used with option '--plans <dir>'",
    ],
    [
      'an option without its value',
      ['generate', '--only'],
      "option '--only <slugs>' argument missing",
    ],
    [
      'an unknown way to find units',
      ['verify', '--unit-inference', 'lgacy'],
      "option '--unit-inference <mode>' argument 'lgacy' is invalid. Allowed choices are auto, legacy.",
    ],
    [
      'an empty list of slugs',
      ['generate', '--only', ' , '],
      "option '--only <slugs>' argument ' , ' is invalid. It names nothing; write names with commas between them.",
    ],
    [
      'an empty path',
      ['generate', '--output', ''],
      "option '--output <dir>' argument '' is invalid. It is empty; name a path.",
    ],
    ['a dry run of what never writes', ['verify', '--dry-run'], "unknown option '--dry-run'"],
  ])('end with status 2 for %s', async (_, args, message) => {
    expect(await workspace.run(args)).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: ${message}\n(--help shows what there is)\n`,
    });
    expect(workspace.has('dashboards/generated')).toBe(false);
  });

  it('take slugs with blanks around them, repeated or not', async () => {
    const { status, stdout } = await workspace.run([
      'generate',
      '--dry-run',
      '--only',
      ' sse , bus,,sse ',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('bus: would be written\nsse: would be written\n2 dashboards: ');
  });

  it('take a file of several plans, and one of a single plan', async () => {
    workspace.write(
      'plans.yml',
      'dashboards: [{slug: one, families: [bus]}, {slug: two, families: [sse]}]\n',
    );
    expect((await workspace.run(['generate', '--dry-run', '--plan', 'plans.yml'])).stdout).toMatch(
      /^one: would be written\ntwo: would be written\n/,
    );
    const single = await workspace.run([
      'generate',
      '--dry-run',
      '--plan',
      'dashboards/plans/bus/plan.yaml',
    ]);
    expect(single.stdout).toMatch(/^bus: would be written\n1 dashboard: /);
  });

  it('take a folder of specs', async () => {
    workspace.write('specs/bus.yml', 'version: 1\nfamilies: {bus: }\n');
    workspace.write('specs/sse.yaml', 'version: 1\nfamilies: {sse: }\n');
    expect(await workspace.run(['generate', '--dry-run', '--spec', 'specs'])).toMatchObject({
      status: 0,
    });
  });
});

describe('help', () => {
  const run = async (...args: string[]) => {
    const workspace = new CliWorkspace();
    try {
      return await workspace.run(args);
    } finally {
      workspace.remove();
    }
  };

  it('lists the commands, on standard output where it is asked for', async () => {
    const { status, stdout, stderr } = await run('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: g6-dashboards \[options\] \[command\]\n/);
    expect(stdout).toMatch(/^ {2}generate \[options\] .* write the dashboards of the plans$/m);
    expect(stdout).toMatch(/^ {2}verify \[options\] .* prove that what is on disk/m);
  });

  it('comes on standard error where a command is missing', async () => {
    const { status, stdout, stderr } = await run();
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: g6-dashboards /);
  });

  it.each(['generate', 'verify'])(
    'of %s has its options, examples and statuses',
    async (command) => {
      const { status, stdout } = await run(command, '--help');
      expect(status).toBe(0);
      for (const option of [
        '--spec <path>',
        '--plans <dir>',
        '--plan <file>',
        '--output <dir>',
        '--only <slugs>',
        '--unit-inference <mode>',
        '--json',
      ]) {
        expect(stdout).toContain(`  ${option} `);
      }
      expect(stdout).toContain(`\nExamples:\n  $ g6-dashboards ${command}\n`);
      expect(stdout).toMatch(/\nExit status: 0 .*, 1 unexpected failure, 2 unusable input,/);
      expect((await run('help', command)).stdout).toBe(stdout);
    },
  );

  it('tells the version of the program', async () => {
    expect(await run('--version')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
    });
  });
});

describe('npx', () => {
  it('finds the command line at the root of the workspace', () => {
    const root = join(__dirname, '../../..');
    const output = execFileSync(
      'npx',
      ['--no', 'g6-dashboards', 'verify', '--only', 'bus_health'],
      {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    expect(output).toBe('1 dashboard verified, no drift\n');
  });
});
