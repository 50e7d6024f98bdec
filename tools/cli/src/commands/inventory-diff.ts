import type { Command } from 'commander';
import { printInventoryDiff, type ExitStatus, type InventorySides } from '@g6/dashboards';
import { addSettingOptions, configOf } from '../setting-options';
import { parseFolder, parseInput, parsePath, reportFile } from '../option-values';
import { print, shellOf, type Terminal } from '../terminal';

interface InventoryDiffOptions {
  readonly base?: string | true;
  readonly dir?: string;
  readonly jsonOut?: string;
  readonly json?: boolean;
}

/** Adds `inventory-diff`: tell which panels two inventories do not share. */
export function addInventoryDiff(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  const command = program
    .command('inventory-diff')
    .summary('tell which panels were added, removed or renamed')
    .description(
      'Compares two inventories, CSV or JSONL each, or with --base the generated dashboards with ' +
        'those at a git revision. A panel is renamed where its panel_uuid, or its query_uuid where ' +
        'both inventories have that column, stayed the same.',
    )
    .argument('[previous]', 'the inventory before, or - for standard input', parseInput)
    .argument('[current]', 'the inventory now, or - for standard input', parseInput);
  addSettingOptions(command)
    .option(
      '--base [revision]',
      'compare with this git revision (default: merge base with the default branch)',
    )
    .option('--dir <dir>', 'with --base, read this folder (default: that of --output)', parseFolder)
    .option(
      '--json-out <file>',
      'also write the difference to this file, as JSON; - is --json',
      parsePath,
    )
    .option('--json', 'print the difference as JSON, uncut')
    .addHelpText('after', EXAMPLES);
  command.action((previous: string | undefined, current: string | undefined) => {
    const options = command.opts<InventoryDiffOptions>();
    const sides = sidesOf(previous, current, options, command);
    const { jsonOut, json } = options;
    // Standard output holds either the text or the JSON.
    const shell = shellOf(terminal, { json: json === true || jsonOut === '-' });
    exit(print(printInventoryDiff(sides, reportFile(jsonOut), shell), terminal));
  });
}

const EXAMPLES = `
Examples:
  $ g6-dashboards inventory-diff before.csv after.csv
  $ g6-dashboards inventory-diff before.jsonl after.csv --json-out diff.json
  $ g6-dashboards inventory-diff --base origin/main

Exit status: 0 no difference, 7 differences, 2 input that is not an inventory.
`;

function sidesOf(
  previous: string | undefined,
  current: string | undefined,
  { base, dir }: InventoryDiffOptions,
  command: Command,
): InventorySides {
  if (base === undefined) {
    if (previous !== undefined && current !== undefined) return { previous, current };
    return command.error('error: name two inventories, or compare with a git revision by --base');
  }
  if (previous !== undefined) {
    return command.error('error: name two inventories or --base, not both');
  }
  const { output, metaKey } = configOf(command);
  return {
    output: dir ?? output,
    base: base === true ? undefined : base,
    metaKey,
    cwd: '.',
  };
}
