import type { Command } from 'commander';
import {
  driftDetails,
  driftTokens,
  EXIT,
  hasDrift,
  hasErrors,
  readEnvironment,
  statusOf,
  verifyRun,
  type ExitStatus,
  type VerifyReport,
} from '@g6/dashboards';
import { addCommonOptions, requestOf, type CommonOptions } from '../common-options';
import { printProblems } from '../print-problems';
import { progressLine, type Terminal } from '../terminal';

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
  addCommonOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((options: CommonOptions) => {
      exit(verify(options, command, terminal));
    });
}

const EXAMPLES = `
Tokens:
  missing:<slug>        the file is not there
  unreadable:<slug>     the file is no dashboard
  hash:<slug>           it was generated from another spec
  changed:<slug>:<n>    panels with the same title and other content
  added:<slug>:<n>      panels that generation would add
  removed:<slug>:<n>    panels that generation would remove
  orphaned:<slug>       a generated file that no plan asks for
  edited:<slug>         something else was changed by hand

Examples:
  $ g6-dashboards verify
  $ G6_DASHBOARD_DIFF_VERBOSE=1 g6-dashboards verify --only bus_health

Exit status: 0 no drift, 1 unexpected failure, 2 unusable input, 3 unknown family,
4 duplicate slug, 5 unknown slug, 6 drift.
`;

function verify(options: CommonOptions, command: Command, terminal: Terminal): ExitStatus {
  const progress = progressLine(terminal, 'verifying');
  const report = verifyRun({
    ...requestOf(command, terminal),
    orphans: true,
    onProgress: progress.update,
  });
  progress.finish();
  const failed = hasErrors(report.problems);
  if (options.json === true) printJson(report, terminal);
  else {
    printProblems(report.problems, terminal, 'nothing was verified');
    if (!failed) printTokens(report, terminal);
  }
  if (failed) return statusOf(report.problems);
  return report.drifts.some(hasDrift) ? EXIT.drift : EXIT.done;
}

function printJson(report: VerifyReport, { stdout }: Terminal): void {
  const { problems, checked, drifts } = report;
  const tokens = driftTokens(drifts);
  const json = { problems, checked, tokens, drifts: drifts.filter(hasDrift) };
  stdout.write(`${JSON.stringify(json, null, 2)}\n`);
}

function printTokens({ checked, drifts }: VerifyReport, { stdout, stderr, env }: Terminal): void {
  const tokens = driftTokens(drifts);
  for (const token of tokens) stdout.write(`${token}\n`);
  if (readEnvironment(env).verboseDrift) stdout.write(`${driftDetails(drifts).join('\n')}\n`);
  const count = `${checked.length} ${checked.length === 1 ? 'dashboard' : 'dashboards'} verified`;
  if (tokens.length === 0) stdout.write(`${count}, no drift\n`);
  else stderr.write(`${count}, drift found; regenerate, or take back the edit\n`);
}
