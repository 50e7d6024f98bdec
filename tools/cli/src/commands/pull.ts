import { type Command, Option } from 'commander';
import { type ExitStatus, printPull } from '@g6/dashboards';
import { addCommonOptions } from '../common-options';
import { addLiveOptions, LIVE_ENVIRONMENT, type LiveOptions, liveRequestOf } from '../live-options';
import { print, progressLine, shellOf, type Terminal } from '../terminal';

interface PullOptions extends LiveOptions {
  readonly overwrite?: 'conflict';
  readonly dryRun?: boolean;
}

/** Adds `pull`: bring edits that were made in Grafana back to the spec and the plans. */
export function addPull(
  program: Command,
  terminal: Terminal,
  exit: (status: Promise<ExitStatus>) => void,
): void {
  const command = program
    .command('pull')
    .summary('bring edits that were made in Grafana back to the spec and the plans')
    .description(
      'Writes what somebody edited in Grafana to its place in the spec or the plan: titles, ' +
        'descriptions, queries, legends, units, thresholds and limits by their keys, the rest of a ' +
        'panel as a merge patch. Comments and formatting stay; what has no place is reported.',
    );
  addLiveOptions(addCommonOptions(command))
    .addOption(
      new Option(
        '--overwrite <state>',
        'take what Grafana has where both sides changed, too',
      ).choices(['conflict']),
    )
    .option('--dry-run', 'print a diff, and write nothing')
    .addHelpText('after', `${LIVE_ENVIRONMENT}${EXAMPLES}`)
    .action((options: PullOptions) => {
      exit(pull(options, command, terminal));
    });
}

const EXAMPLES = `
Examples:
  $ g6-dashboards pull --grafana https://grafana.example.org --dry-run
  $ g6-dashboards pull --grafana http://localhost:3000 --only bus_health

Exit status: 0 done, 1 unexpected failure, 2 unusable input or server, 3 unknown family,
4 duplicate slug, 5 unknown slug, 6 something of an edit was left in Grafana, 11 egress is frozen.
`;

async function pull(
  options: PullOptions,
  command: Command,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { update, finish } = progressLine(terminal, 'comparing');
  const request = {
    ...liveRequestOf(command, options, terminal, update),
    overwriteConflicts: options.overwrite === 'conflict',
    dryRun: options.dryRun === true,
  };
  const printout = await printPull(request, shellOf(terminal, options));
  finish();
  return print(printout, terminal);
}
