import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useTempFolder } from '@g6/dashboards/testing';
import { runCli } from './run-cli';

describe('outputs of the command line', () => {
  const started = process.cwd();
  const temporary = useTempFolder();
  beforeEach(() => {
    const root = temporary();
    mkdirSync(join(root, 'dashboards/plans/bus'), { recursive: true });
    mkdirSync(join(root, 'dashboards/spec'), { recursive: true });
    writeFileSync(join(root, 'dashboards/spec/base.yml'), SPEC);
    writeFileSync(join(root, 'dashboards/plans/bus/plan.yaml'), 'slug: bus\nfamilies: [bus]\n');
    process.chdir(root);
  });
  afterEach(() => {
    process.chdir(started);
  });

  it.each([
    [['generate', '--output', 'dashboards/plans'], 'it is the folder of the plans'],
    [['generate', '--output', 'dashboards/spec'], 'it is the folder of the spec'],
    [['generate', '--output', 'dashboards'], 'it contains the plans (dashboards/plans)'],
    [['rules', '--output', 'dashboards/plans/rules'], 'it is inside the folder of the plans'],
    [['inventory', '--out', 'dashboards/plans/a.csv'], 'it is in the folder of the plans'],
    [['coverage', '--out', 'dashboards/spec/base.yml'], 'it is the file of the spec'],
    [['lint', '--out', 'dashboards/spec/lint.txt'], 'it is in the folder of the spec'],
    [
      ['inventory-diff', 'a.csv', 'b.csv', '--json-out', 'dashboards/plans/a.json'],
      'it is in the folder of the plans',
    ],
  ])('refuses %j', async (args, reason) => {
    const { status, stderr } = await run(...args);
    expect(stderr).toContain(`error: nothing may be written here: ${reason}`);
    expect(stderr).toContain('[output-misplaced]');
    expect(status).toBe(2);
  });

  it('refuses a setting that leads out of the folder of the configuration', async () => {
    writeFileSync('g6.config.yaml', 'output: ../out\n');
    expect(await run('generate')).toEqual({
      status: 2,
      stderr: expect.stringContaining(
        'g6.config.yaml:1:9: error: "output" is "../out", which is outside the workspace [output-misplaced]',
      ) as string,
    });
  });

  it('goes wherever an option asks, as long as nobody writes there by hand', async () => {
    const elsewhere = join(temporary(), '../', 'misplaced-elsewhere');
    mkdirSync('work');
    process.chdir('work');
    const inputs = ['--spec', '../dashboards/spec/base.yml', '--plans', '../dashboards/plans'];
    expect(await run('generate', ...inputs, '--output', '../out')).toEqual({
      status: 0,
      stderr: '',
    });
    expect(existsSync('../out/bus.json')).toBe(true);
    expect(await run('rules', ...inputs, '--output', elsewhere, '--dry-run')).toMatchObject({
      status: 0,
    });
  });
});

const SPEC = `version: 1
families:
  bus:
    metrics:
      - {name: bus_total, type: counter}
`;

async function run(...args: string[]): Promise<{ status: number; stderr: string }> {
  let stderr = '';
  const status = await runCli(['node', 'g6-dashboards', ...args], {
    env: {},
    now: () => 0,
    stdout: { write: () => true },
    stderr: { write: (text: string) => (stderr += text) },
  });
  return { status, stderr };
}
