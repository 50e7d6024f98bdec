import type { Command } from 'commander';
import { hasErrors, loadConfig, type Config, type Problem } from '@g6/dashboards';

/** What a configuration says of an option; the rest of it has no option. */
const OPTION_KEYS = [
  'spec',
  'efficiency',
  'plans',
  'unitInference',
  'datasourceUid',
  'alertPreview',
  'job',
  'interval',
] as const satisfies readonly (keyof Config)[];

/**
 * Hands a command the configuration that is asked for, or that of the folder it was started in. What
 * the command line says wins. Gives back what is wrong with the configuration.
 */
export function applyConfig(command: Command): readonly Problem[] {
  if (!hasOption(command, 'config')) return [];
  const { config, problems } = loadConfig(command.getOptionValue('config') as string | undefined);
  if (hasErrors(problems)) return problems;
  for (const key of OPTION_KEYS) setUnlessGiven(command, key, config[key]);
  setUnlessGiven(command, 'output', command.name() === 'rules' ? config.rules : config.output);
  command.setOptionValueWithSource('settings', config, 'config');
  return problems;
}

function setUnlessGiven(command: Command, key: string, value: unknown): void {
  if (!hasOption(command, key) || value === undefined) return;
  if (command.getOptionValueSource(key) === 'cli') return;
  command.setOptionValueWithSource(key, value, 'config');
}

function hasOption(command: Command, key: string): boolean {
  return command.options.some((option) => option.attributeName() === key);
}
