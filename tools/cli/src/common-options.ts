import { Option, type Command } from 'commander';
import {
  CONFIG_FILE,
  DEFAULT_CONFIG,
  generationOptions,
  readEnvironment,
  type Config,
  type RunRequest,
  type UnitInference,
} from '@g6/dashboards';
import { parseNames, parsePath } from './option-values';
import type { Terminal } from './terminal';

/** Options that every command takes, as the parser gives them. */
export interface CommonOptions {
  /** The configuration that stands behind the options; see `applyConfig`. */
  readonly settings?: Config;
  readonly spec: string;
  readonly efficiency?: string;
  readonly plans: string;
  readonly plan?: string;
  readonly output: string;
  readonly only?: readonly string[];
  readonly unitInference: UnitInference;
  readonly datasourceUid?: string;
  readonly alertPreview?: boolean;
  readonly json?: boolean;
}

/** Where a command writes, unless it is told. */
interface OutputDefault {
  readonly output: string;
  /** What lies in that folder. */
  readonly holds: string;
}

const GENERATED: OutputDefault = { output: DEFAULT_CONFIG.output, holds: 'generated files' };

/** Adds the options that every command takes, with the same defaults. */
export function addCommonOptions(command: Command, { output, holds } = GENERATED): Command {
  addConfigOption(command)
    .option(
      '--spec <path>',
      'metrics spec: a YAML file or a folder of them',
      parsePath,
      DEFAULT_CONFIG.spec,
    )
    .option(
      '--efficiency <file>',
      'efficiency catalogue (default: efficiency.yml beside the spec)',
      parsePath,
    )
    .addOption(
      new Option('--plans <dir>', 'folder of plans, <slug>/plan.yaml')
        .argParser(parsePath)
        .default(DEFAULT_CONFIG.plans),
    )
    .addOption(
      new Option('--plan <file>', 'one file of plans instead')
        .argParser(parsePath)
        .conflicts('plans'),
    );
  return addOutputOption(command, { output, holds })
    .option('--only <slugs>', 'these dashboards only, separated by commas', parseNames)
    .addOption(
      new Option('--unit-inference <mode>', 'how units of automatic panels are found')
        .choices(['auto', 'legacy'])
        .default('auto'),
    )
    .option('--datasource-uid <uid>', 'fix the datasource instead of offering a variable')
    .option('--alert-preview', 'add a graph of what each alert watches to every dashboard')
    .option('--json', 'print the outcome as JSON');
}

/** Adds `--config`, the file of settings that other options win over. */
export function addConfigOption(command: Command): Command {
  return command.option(
    '--config <file>',
    `settings (default: ${CONFIG_FILE} in this folder, if any)`,
    parsePath,
  );
}

/** Adds `--output`, the folder that a command writes to, or looks into. */
export function addOutputOption(command: Command, { output, holds } = GENERATED): Command {
  return command.option('--output <dir>', `folder of the ${holds}`, parsePath, output);
}

/** Turns parsed options into what the library is told. */
export function runRequest(options: CommonOptions, terminal: Terminal): RunRequest {
  return {
    spec: { spec: options.spec, efficiency: options.efficiency },
    plans: options.plan === undefined ? { folder: options.plans } : { file: options.plan },
    output: options.output,
    only: options.only,
    options: generationOptions(
      {
        ...(options.settings ?? DEFAULT_CONFIG),
        unitInference: options.unitInference,
        datasourceUid: options.datasourceUid,
        alertPreview: options.alertPreview === true,
      },
      readEnvironment(terminal.env).density,
    ),
  };
}
