import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { useTempFolder } from '@g6/dashboards/testing';
import { runCli } from './run-cli';

const folder = useTempFolder();

describe('the memory of a run', () => {
  it.each([
    [10, 0],
    [2001, 1],
  ])('with %d plans is saved %d times', async (plans, times) => {
    const silent = { write: () => undefined };
    const saveMemory = jest.fn();
    const terminal = { env: {}, now: () => 0, stdout: silent, stderr: silent, saveMemory };
    for (let index = 0; index < plans; index++) {
      mkdirSync(join(folder(), 'plans', String(index)), { recursive: true });
    }
    const args = ['generate', '--spec', join(folder(), 'spec'), '--plans', join(folder(), 'plans')];
    await runCli(['node', 'g6-dashboards', ...args, '--output', join(folder(), 'out')], terminal);
    expect(saveMemory).toHaveBeenCalledTimes(times);
  });
});
