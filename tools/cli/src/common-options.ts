import { Option, type Command } from 'commander';
import {
  ANNOTATION_FORMATS,
  outputProblems,
  placeOfProfiles,
  type Problem,
  readEnvironment,
  runRequest,
  type RunRequest,
} from '@g6/dashboards';
import { parseInput, parseNames } from './option-values';
import { addSettingOptions, configOf } from './setting-options';
import type { Terminal } from './terminal';

/** Options of every command that reads the spec and the plans, besides the settings. */
export interface CommonOptions {
  readonly config?: string;
  readonly plan?: string;
  readonly only?: readonly string[];
  readonly json?: boolean;
  readonly format?: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
}

/** Adds the options of every command that reads the spec and the plans. */
export function addCommonOptions(command: Command): Command {
  return addWholeOptions(command).option(
    '--only <slugs>',
    'these dashboards only, separated by commas',
    parseNames,
  );
}

/** Adds the same for a command whose result is that of the whole spec. */
export function addWholeOptions(command: Command): Command {
  return addReportOptions(
    addSettingOptions(command).addOption(
      new Option('--plan <file>', 'one file of plans instead, or - for standard input')
        .argParser(parseInput)
        .conflicts('plans'),
    ),
  );
}

/** Adds the options that say how much a command prints of its outcome, and in which form. */
export function addReportOptions(command: Command): Command {
  return command
    .option('--json', 'print the outcome as JSON')
    .addOption(new Option('--verbose', 'list everything, however long').conflicts('quiet'))
    .option('--quiet', 'print errors and differences only');
}

/** Adds `--format`, for a command whose outcome is a list of faults. */
export function addFormatOption(command: Command): Command {
  return command.addOption(
    new Option('--format <format>', 'form of the outcome, for people or for a pipeline')
      .choices(['text', ...ANNOTATION_FORMATS])
      .default('text')
      .conflicts('json'),
  );
}

/** The request of a run that a command line asks for. */
export function requestOf(command: Command, { env }: Terminal): RunRequest {
  const { plan, only, config } = command.opts<CommonOptions>();
  return runRequest(configOf(command), readEnvironment(env), {
    placeOfProfiles: (module) => placeOfProfiles(config, module),
    ...(plan === undefined ? {} : { plans: { file: plan } }),
    only,
  });
}

/** Finds what a command would write in the way of the plans and the spec. */
export function misplacedOutputs(command: Command, terminal: Terminal): readonly Problem[] {
  const given = command.opts<{ readonly out?: string; readonly jsonOut?: string }>();
  const isExport = command.name() === 'export';
  const { out, jsonOut } = isExport ? {} : given;
  const { output, rules } = configOf(command);
  const written: Readonly<Record<string, readonly string[]>> = {
    generate: [output],
    rules: [rules],
    init: [output, rules],
    export: given.out === undefined ? [] : [given.out],
  };
  return outputProblems(
    {
      folders: written[command.name()] ?? [],
      files: [out, jsonOut].flatMap((path) => (path === undefined || path === '-' ? [] : [path])),
    },
    requestOf(command, terminal),
  );
}
