import { Command } from 'commander';
import { DEFAULT_CONFIG, SETTING_ENTRIES } from '@g6/dashboards';
import { addSettingOptions, configOf } from './setting-options';
import { createWholeProgram } from './every-command';

const silent = { write: () => undefined };
const terminal = { env: {}, now: () => 0, stdout: silent, stderr: silent };
const program = createWholeProgram(terminal, () => undefined);
const flags = SETTING_ENTRIES.flatMap(([key, { flag }]) =>
  (flag?.commands ?? []).map((command) => ({ key, name: flag?.name, command })),
);

function parse(name: string, ...args: string[]): Command {
  const command = addSettingOptions(new Command(name)).exitOverride();
  command.configureOutput({ writeErr: () => undefined });
  return command.parse(args, { from: 'user' });
}

describe('options of settings', () => {
  it.each(flags)('$command has $name for $key', ({ name, command }) => {
    const found = program.commands.find((one) => one.name() === command);
    expect(found?.options.map(({ long }) => long)).toContain(name);
  });

  it('leave the default of a setting that is not given', () => {
    expect(configOf(parse('rules'))).toEqual(DEFAULT_CONFIG);
  });

  it('set what their command means by them', () => {
    expect(configOf(parse('rules', '--output', 'out', '--interval', '1m'))).toEqual({
      ...DEFAULT_CONFIG,
      rules: 'out',
      interval: '1m',
    });
    expect(configOf(parse('generate', '--output', 'out', '--alert-preview'))).toEqual({
      ...DEFAULT_CONFIG,
      output: 'out',
      alertPreview: true,
    });
  });

  it.each([
    ['--interval', 'often'],
    ['--spec', ' '],
    ['--unit-inference', 'old'],
    ['--datasource-uid', ''],
  ])('refuse %s "%s"', (...args) => {
    expect(() => parse('rules', ...args)).toThrow(/is invalid/);
  });
});
