import type { Command } from 'commander';
import { printVerify, ruleOptions, type ExitStatus } from '@g6/dashboards';
import {
  addCommonOptions,
  addFormatOption,
  requestOf,
  type CommonOptions,
} from '../common-options';
import { configOf } from '../setting-options';
import { print, progressLine, shellOf, type Terminal } from '../terminal';
import { addWatchOption, runWatching } from '../watch';

/** Adds `verify`: prove that what is on disk is what would be generated. */
export function addVerify(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  const command = program
    .command('verify')
    .summary('prove that what is on disk is what would be generated')
    .description(
      'Compares each dashboard with what would be generated, and never writes. Prints a token for ' +
        'each difference; moving or reordering panels is none.',
    );
  addWatchOption(addFormatOption(addCommonOptions(command)))
    .addHelpText('after', EXAMPLES)
    .action((options: CommonOptions) => {
      const output = () => [configOf(command).output];
      exit(runWatching(command, terminal, () => verify(options, command, terminal), output));
    });
}

const EXAMPLES = `
Tokens:
  missing:<slug>        the file is not there
  unreadable:<slug>     the file is not a dashboard
  hash:<slug>           it was generated from another spec
  changed:<slug>:<n>    panels with the same title and other content
  added:<slug>:<n>      panels that generation would add
  removed:<slug>:<n>    panels that generation would remove
  orphaned:<slug>       a generated file that no plan asks for
  edited:<slug>         something else was changed by hand

  The manifest stands among them as "manifest"; its counts are of dashboards.

Examples:
  $ g6-dashboards verify
  $ G6_DASHBOARD_DIFF_VERBOSE=1 g6-dashboards verify --only bus_health

Exit status: 0 no drift, 1 unexpected failure, 2 unusable input, 3 unknown family,
4 duplicate slug, 5 unknown slug, 6 drift.
`;

function verify(options: CommonOptions, command: Command, terminal: Terminal): ExitStatus {
  const progress = progressLine(terminal, 'verifying');
  const request = {
    ...requestOf(command, terminal),
    orphans: true,
    manifest: true,
    rules: ruleOptions(configOf(command), false),
    onProgress: progress.update,
  };
  const printout = printVerify(request, shellOf(terminal, options));
  progress.finish();
  return print(printout, terminal);
}
