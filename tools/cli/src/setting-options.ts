import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  type Config,
  CONFIG_FILES,
  DEFAULT_CONFIG,
  describeDefault,
  type Field,
  fits,
  type Flag,
  hasErrors,
  loadConfig,
  type Problem,
  type Setting,
  SETTING_ENTRIES,
  STANDARD_INPUT,
  type SettingKey,
} from '@g6/dashboards';
import { parseFolder, parseInput, parseNames, parsePath } from './option-values';

/** Where a command keeps the configuration of its file. */
const CONFIGURATION = 'configuration';

/** Adds `--config`, and the options of all settings that the command takes. */
export function addSettingOptions(command: Command): Command {
  command.option(
    '--config <file>',
    `settings (default: the nearest ${CONFIG_FILES[0]} or nx.json, from this folder upwards)`,
    parsePath,
  );
  for (const [, setting, flag] of settingFlags(command)) {
    command.addOption(settingOption(setting, flag));
  }
  return command;
}

/** Loads the configuration behind the options of a command, and returns its problems. */
export function loadConfiguration(command: Command): readonly Problem[] {
  if (!command.options.some(({ long }) => long === '--config')) return [];
  if (readsStandardInputTwice(command)) {
    command.error('error: standard input can be read once; only one option may be "-"');
  }
  const { config, problems } = loadConfig(command.getOptionValue('config') as string | undefined);
  if (!hasErrors(problems)) command.setOptionValueWithSource(CONFIGURATION, config, 'config');
  return problems;
}

function readsStandardInputTwice(command: Command): boolean {
  const options: readonly unknown[] = Object.values(command.opts());
  const files: readonly unknown[] = command.processedArgs;
  return [...options, ...files].filter((value) => value === STANDARD_INPUT).length > 1;
}

/** The configuration of a command: its options win over the file. */
export function configOf(command: Command): Config {
  const file = command.getOptionValue(CONFIGURATION) as Config | undefined;
  const given = settingFlags(command)
    .map(([key, , flag]) => [key, attributeOf(flag)] as const)
    .filter(([, attribute]) => command.getOptionValueSource(attribute) === 'cli')
    .map(([key, attribute]) => [key, command.getOptionValue(attribute) as unknown]);
  return { ...(file ?? DEFAULT_CONFIG), ...Object.fromEntries(given) } as Config;
}

/** The names of the options that decide what is generated: naming one means to generate. */
export function generationAttributes(command: Command): string[] {
  const isOutput = ({ becomes }: Setting) => becomes === 'output';
  return settingFlags(command)
    .filter(([, setting]) => !isOutput(setting))
    .map(([, , flag]) => attributeOf(flag));
}

function settingFlags(command: Command): (readonly [SettingKey, Setting, Flag])[] {
  const name = command.name();
  return SETTING_ENTRIES.flatMap(([key, setting]) => {
    const { flag } = setting;
    return flag?.commands.some((one) => one === name) === true ? [[key, setting, flag]] : [];
  });
}

function attributeOf({ name }: Flag): string {
  return new Option(name).attributeName();
}

function settingOption(setting: Setting, flag: Flag): Option {
  const { name, argument, help = setting.meaning } = flag;
  const flags = argument === undefined ? name : `${name} ${argument}`;
  if (setting.kind === 'switch') return new Option(flags, help);
  const literal = 'default' in setting ? setting.default : undefined;
  const isFile = setting.kind === 'path' && argument !== '<dir>';
  const meaning = isFile ? `${help}, or - for standard input` : help;
  const byDefault = literal === undefined ? ` (default: ${describeDefault(setting) ?? ''})` : '';
  const option = new Option(flags, `${meaning}${byDefault}`);
  if (literal !== undefined) option.default(literal);
  return setting.kind === 'choice'
    ? option.choices(setting.choices)
    : option.argParser<unknown>(parserOf(setting, argument));
}

function parserOf(setting: Field, argument: string | undefined): (text: string) => unknown {
  switch (setting.kind) {
    case 'path':
      return argument === '<dir>' ? parseFolder : parseInput;
    case 'list':
      return parseNames;
    case 'count':
      return (text) => parsed(setting, Number(text), text);
    default:
      return (text) => parsed(setting, text, text);
  }
}

function parsed(field: Field, value: unknown, text: string): unknown {
  if (fits(field, value)) return value;
  const refusal = 'refusal' in field ? field.refusal : undefined;
  throw new InvalidArgumentError(refusal?.replace('{value}', JSON.stringify(text)) ?? '');
}

/** The options for paths as they were given: whoever generates needs them again. */
export function givenPaths(command: Command): string[] {
  const { spec, plans } = configOf(command);
  return Object.entries({ config: command.getOptionValue('config') as unknown, spec, plans })
    .filter(([name]) => command.getOptionValueSource(name) === 'cli')
    .map(([name, path]) => `--${name} ${shellWord(String(path))}`);
}

/** A word as a shell takes it for one. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
