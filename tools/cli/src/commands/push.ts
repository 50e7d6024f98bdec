import { type Command, InvalidArgumentError } from 'commander';
import { type ExitStatus, GUARDED_STATES, type GuardedState, printPush } from '@g6/dashboards';
import { addCommonOptions } from '../common-options';
import { addLiveOptions, LIVE_ENVIRONMENT, type LiveOptions, liveRequestOf } from '../live-options';
import { parseNames } from '../option-values';
import { print, progressLine, shellOf, type Terminal } from '../terminal';

interface PushOptions extends LiveOptions {
  readonly overwrite?: readonly GuardedState[];
  readonly prune?: boolean;
  readonly message?: string;
  readonly dryRun?: boolean;
}

/** Adds `push`: write dashboards to a live Grafana. */
export function addPush(
  program: Command,
  terminal: Terminal,
  exit: (status: Promise<ExitStatus>) => void,
): void {
  const command = program
    .command('push')
    .summary('write dashboards to a live Grafana, and nothing over an edit')
    .description(
      'Writes the dashboards that differ, each with the version that was seen, so that an edit in ' +
        'Grafana is never lost. Folders are created; what somebody edited is refused. A push that ends ' +
        'early goes on where it ended.',
    );
  addLiveOptions(addCommonOptions(command))
    .option(
      '--overwrite <states>',
      `write these all the same, separated by commas: ${GUARDED_STATES.join(', ')}`,
      parseStates,
    )
    .option('--prune', 'remove dashboards that were pushed and that no plan asks for')
    .option('--message <text>', 'for the history of the dashboards (default: the git revision)')
    .option('--dry-run', 'say what would be done, and write nothing')
    .addHelpText('after', `${LIVE_ENVIRONMENT}${EXAMPLES}`)
    .action((options: PushOptions) => {
      exit(push(options, command, terminal));
    });
}

const EXAMPLES = `
Examples:
  $ g6-dashboards push --grafana https://grafana.example.org --dry-run
  $ g6-dashboards push --grafana https://grafana.example.org --folder Platform --prune
  $ g6-dashboards push --grafana http://localhost:3000 --only bus_health --overwrite edited

Exit status: 0 done, 1 unexpected failure, 2 unusable input or server, 3 unknown family,
4 duplicate slug, 5 unknown slug, 6 a dashboard was refused, 11 egress is frozen.
`;

async function push(
  options: PushOptions,
  command: Command,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { update, finish } = progressLine(terminal, 'pushing');
  const { overwrite = [], prune = false, dryRun = false, message } = options;
  const request = {
    ...liveRequestOf(command, options, terminal, update),
    ...{ overwrite, prune, dryRun, message },
  };
  const printout = await printPush(request, shellOf(terminal, options));
  finish();
  return print(printout, terminal);
}

function parseStates(list: string): GuardedState[] {
  return parseNames(list).map((name) => {
    const state = GUARDED_STATES.find((one) => one === name);
    if (state) return state;
    throw new InvalidArgumentError(`Write some of ${GUARDED_STATES.join(', ')}.`);
  });
}
