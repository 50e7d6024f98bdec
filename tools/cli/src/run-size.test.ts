import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { useTempFolder } from '@g6/dashboards/testing';
import { runCli } from './run-cli';

const folder = useTempFolder();

describe('the process', () => {
  it.each([
    [10, 'usual'],
    [201, 'large'],
    [2001, 'huge'],
  ])('is prepared for a run with %d plans: it is %s', async (plans, size) => {
    const silent = { write: () => undefined };
    const prepareFor = jest.fn();
    const terminal = { env: {}, now: () => 0, stdout: silent, stderr: silent, prepareFor };
    for (let index = 0; index < plans; index++) {
      mkdirSync(join(folder(), 'plans', String(index)), { recursive: true });
    }
    const args = ['generate', '--spec', join(folder(), 'spec'), '--plans', join(folder(), 'plans')];
    await runCli(['node', 'g6-dashboards', ...args, '--output', join(folder(), 'out')], terminal);
    expect(prepareFor.mock.calls).toEqual([[size]]);
  });
});
