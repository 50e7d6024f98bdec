import { Option, type Command } from 'commander';
import type { DashboardsFrom } from '@g6/dashboards';
import { parseFolder } from './option-values';
import { generationAttributes } from './setting-options';

/** Adds `--dir`, the folder of generated dashboards that a report reads. */
export function addDirOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--dir <dir>',
      'read the generated dashboards of this folder (default: that of --output)',
    )
      .argParser(parseFolder)
      .conflicts(attributes(command)),
  );
}

/** Where a report finds dashboards: naming a spec or plans means those that they would generate. */
export function dashboardsFrom(command: Command): DashboardsFrom {
  const given = attributes(command).some((name) => command.getOptionValueSource(name) === 'cli');
  return given ? 'memory' : 'files';
}

function attributes(command: Command): string[] {
  return [...generationAttributes(command), 'plan'];
}
