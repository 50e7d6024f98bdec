import { Option, type Command } from 'commander';
import {
  INVENTORY_COLUMNS,
  INVENTORY_FORMATS,
  printInventory,
  type ExitStatus,
  type InventoryFormat,
} from '@g6/dashboards';
import { addCommonOptions, requestOf, type CommonOptions } from '../common-options';
import { addDirOption, dashboardsFrom } from '../dashboards-source';
import { parseNames, parsePath, reportFile } from '../option-values';
import { print, shellOf, type Terminal } from '../terminal';

interface InventoryOptions extends CommonOptions {
  readonly format: InventoryFormat;
  readonly out?: string;
  readonly filterSource?: readonly string[];
  readonly columns?: readonly string[];
  readonly dir?: string;
}

/** Adds `inventory`: list every panel of the dashboards. */
export function addInventory(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  const command = program
    .command('inventory')
    .summary('list every panel of the dashboards')
    .description(
      'Writes a row for every panel of the generated dashboards, in slug then panel order. Given a ' +
        'spec or plans, it lists what they would generate, and reads no generated file.',
    );
  addDirOption(addCommonOptions(command))
    .addOption(
      new Option('--format <format>', 'form of the inventory')
        .choices(INVENTORY_FORMATS)
        .default('csv'),
    )
    .option('--out <file>', 'write to this file; default and - are standard output', parsePath)
    .option(
      '--filter-source <names>',
      'only panels of these sources, separated by commas',
      parseNames,
    )
    .option('--columns <names>', `columns: ${INVENTORY_COLUMNS.join(', ')}`, parseNames)
    .addHelpText('after', EXAMPLES)
    .action((options: InventoryOptions) => {
      exit(inventory(options, command, terminal));
    });
}

const EXAMPLES = `
Examples:
  $ g6-dashboards inventory --out inventory.csv
  $ g6-dashboards inventory --format jsonl --columns slug,title,panel_uuid,query_uuid
  $ g6-dashboards inventory --filter-source spec,auto_rate --only bus_health

A cell that a spreadsheet would run as a formula is written with an apostrophe before it.

Exit status: 0 done, 2 unusable input, 3 no dashboards or panels, 5 unknown slug.
`;

function inventory(options: InventoryOptions, command: Command, terminal: Terminal): ExitStatus {
  const request = requestOf(command, terminal);
  const printout = printInventory(
    {
      ...request,
      output: options.dir ?? request.output,
      from: dashboardsFrom(command),
      format: options.format,
      columns: options.columns,
      sources: options.filterSource,
      out: reportFile(options.out),
    },
    shellOf(terminal, options),
  );
  return print(printout, terminal);
}
