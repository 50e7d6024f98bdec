import { Option, type Command } from 'commander';
import type { DashboardsFrom } from '@g6/dashboards';

/** Options that say how dashboards are made; naming one means that they are to be made. */
const GENERATION_OPTIONS = [
  'spec',
  'efficiency',
  'plans',
  'plan',
  'unitInference',
  'datasourceUid',
];

/** Adds `--dir`, the folder of generated dashboards that a report reads. */
export function addDirOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--dir <dir>',
      'read the generated dashboards of this folder (default: that of --output)',
    ).conflicts(GENERATION_OPTIONS),
  );
}

/** Tells whether a report reads generated files, or builds dashboards from what it was given. */
export function dashboardsFrom(command: Command): DashboardsFrom {
  const given = GENERATION_OPTIONS.some((name) => command.getOptionValueSource(name) === 'cli');
  return given ? 'memory' : 'files';
}
