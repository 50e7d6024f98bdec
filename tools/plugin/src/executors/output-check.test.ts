import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputCheck } from './output-check';

describe('OutputCheck', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'g6-outputs-')));
  const before = process.cwd();
  const nxJson = {
    plugins: [{ plugin: '@g6/plugin', options: { plans: 'boards/plans', spec: 'metrics' } }],
  };
  beforeAll(() => {
    mkdirSync(join(root, 'boards/plans'), { recursive: true });
    symlinkSync(join(root, 'boards/plans'), join(root, 'link'));
    process.chdir(root);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(root, { recursive: true });
  });

  const refusals = (options: Record<string, string>) =>
    new OutputCheck(root, nxJson)
      .problems(options)
      .map(
        ({ file, message }) => `${file}: ${message.replace('nothing may be written here: ', '')}`,
      );

  it.each([
    [{ output: '../out' }, '../out: it is outside the workspace'],
    [{ rules: 'boards/plans' }, 'boards/plans: it is the folder of the plans'],
    [{ rules: 'metrics/rules' }, 'metrics/rules: it is inside the folder of the spec (metrics)'],
    [{ output: 'link' }, 'link: it is the folder of the plans'],
    [{ output: 'boards' }, 'boards: it contains the plans (boards/plans)'],
    [{ out: '../inventory.csv' }, '../inventory.csv: it is outside the workspace'],
    [{ out: '/tmp/inventory.csv' }, '/tmp/inventory.csv: it is an absolute path'],
    [{ jsonOut: 'metrics/diff.json' }, 'metrics/diff.json: it is in the folder of the spec'],
  ])('refuses %j', (options, refusal) => {
    expect(refusals(options)).toEqual([refusal]);
  });

  it('lets an output lie anywhere else in the workspace', () => {
    const options = { output: 'boards/out', rules: 'boards/rules', out: 'boards/a.csv' };
    expect(refusals({ ...options, jsonOut: 'diff.json' })).toEqual([]);
  });
});
