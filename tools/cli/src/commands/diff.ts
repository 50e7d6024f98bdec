import type { Command } from 'commander';
import { type ExitStatus, printLiveDiff } from '@g6/dashboards';
import { addCommonOptions, addFormatOption } from '../common-options';
import { addLiveOptions, LIVE_ENVIRONMENT, type LiveOptions, liveRequestOf } from '../live-options';
import { print, progressLine, shellOf, type Terminal } from '../terminal';

/** Adds `diff`: compare dashboards with those of a live Grafana. */
export function addDiff(
  program: Command,
  terminal: Terminal,
  exit: (status: Promise<ExitStatus>) => void,
): void {
  const command = program
    .command('diff')
    .summary('compare dashboards with those of a live Grafana')
    .description(
      'Compares what would be pushed with what Grafana has and with what was pushed last, so that an ' +
        'edit there is told from a change here. What Grafana fills in is no difference. Never writes.',
    );
  addLiveOptions(addFormatOption(addCommonOptions(command)))
    .addHelpText('after', `${TOKENS}${LIVE_ENVIRONMENT}${EXAMPLES}`)
    .action((options: LiveOptions) => {
      exit(diff(options, command, terminal));
    });
}

const TOKENS = `
Tokens:
  missing:<slug>        Grafana has no such dashboard
  behind:<slug>         the spec or a plan changed since the last push
  edited:<slug>         somebody edited it in Grafana since the last push
  conflict:<slug>       both, or nothing tells what was pushed last
  foreign:<slug>        something else has its uid, or looks after it
  orphaned:<slug>       it was pushed, and no plan asks for it
  hash:<slug>           it was generated from another spec
  changed:<slug>:<n>    panels with the same title and other content
  added:<slug>:<n>      panels that a push would add
  removed:<slug>:<n>    panels that a push would remove
`;

const EXAMPLES = `
Examples:
  $ g6-dashboards diff --grafana https://grafana.example.org
  $ g6-dashboards diff --grafana http://localhost:3000 --only bus_health --verbose

Exit status: 0 no difference, 1 unexpected failure, 2 unusable input or server, 3 unknown family,
4 duplicate slug, 5 unknown slug, 6 differences, 11 egress is frozen.
`;

async function diff(
  options: LiveOptions,
  command: Command,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { update, finish } = progressLine(terminal, 'comparing');
  const request = liveRequestOf(command, options, terminal, update);
  const printout = await printLiveDiff(request, shellOf(terminal, options));
  finish();
  return print(printout, terminal);
}
