import type { Command } from 'commander';
import { printGenerate, printProblems, readEnvironment, type ExitStatus } from '@g6/dashboards';
import {
  addCommonOptions,
  addFormatOption,
  requestOf,
  type CommonOptions,
} from '../common-options';
import { print, progressLine, shellOf, type Terminal } from '../terminal';
import { cacheFolder } from '../cache-folder';
import { addWatchOption, runWatching } from '../watch';

interface GenerateOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly cache: boolean;
}

/** Adds `generate`: write the dashboards of the plans. */
export function addGenerate(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  const command = program
    .command('generate')
    .summary('write the dashboards of the plans')
    .description(
      'Writes a dashboard for each plan, and the manifest. Files that would not change are left ' +
        'alone; a run without --only removes generated files that no plan asks for any more. Digests ' +
        'of what the last run read and left, kept in the cache folder of the user, show whether ' +
        'there is anything to do.',
    );
  addWatchOption(addFormatOption(addCommonOptions(command)))
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--no-cache', 'generate everything, even if nothing has changed since the last run')
    .addHelpText('after', EXAMPLES)
    .action((options: GenerateOptions) => {
      exit(runWatching(command, terminal, () => generate(options, command, terminal)));
    });
}

const EXAMPLES = `
Examples:
  $ g6-dashboards generate
  $ g6-dashboards generate --only bus_health,governance
  $ g6-dashboards generate --watch
  $ g6-dashboards generate --spec metrics/ --plan plans.yml --output out --dry-run

Exit status: 0 done, 1 unexpected failure, 2 unusable input, 3 unknown family,
4 duplicate slug, 5 unknown slug.
`;

function generate(options: GenerateOptions, command: Command, terminal: Terminal): ExitStatus {
  const { sourceDateEpoch, problems } = readEnvironment(terminal.env);
  if (problems.length > 0) {
    return print(printProblems(problems, shellOf(terminal, options)), terminal);
  }
  const progress = progressLine(terminal, 'generating');
  const request = {
    ...requestOf(command, terminal),
    scope: 'all',
    now: sourceDateEpoch ?? terminal.now(),
    dryRun: options.dryRun === true,
    records: options.cache ? cacheFolder(terminal.env) : undefined,
    onProgress: progress.update,
  } as const;
  const printout = printGenerate(request, shellOf(terminal, options));
  progress.finish();
  return print(printout, terminal);
}
