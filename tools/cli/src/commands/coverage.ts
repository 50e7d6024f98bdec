import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  COVERAGE_FORMATS,
  printCoverage,
  type CoverageFormat,
  type ExitStatus,
} from '@g6/dashboards';
import { addCommonOptions, requestOf, type CommonOptions } from '../common-options';
import { addDirOption, dashboardsFrom } from '../dashboards-source';
import { parsePath, reportFile } from '../option-values';
import { print, shellOf, type Terminal } from '../terminal';

interface CoverageOptions extends CommonOptions {
  readonly format: CoverageFormat;
  readonly failUnder?: number;
  readonly out?: string;
  readonly dir?: string;
}

/** Adds `coverage`: tell which metrics and alerts dashboards show. */
export function addCoverage(
  program: Command,
  terminal: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  const command = program
    .command('coverage')
    .summary('tell which metrics and alerts dashboards show')
    .description(
      'Finds the panels that show each metric and alert, by their queries: a histogram is shown by ' +
        'its series, and every metric by what is recorded from it. Looks at the generated files, or ' +
        'else, and where a spec or plans are named, at what they would generate.',
    );
  addDirOption(addCommonOptions(command))
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(COVERAGE_FORMATS)
        .default('text'),
    )
    .option(
      '--fail-under <percent>',
      'fail where less of the metrics, or of the alerts, is shown',
      parsePercent,
    )
    .option('--out <file>', 'write to this file; default and - are standard output', parsePath)
    .addHelpText('after', EXAMPLES)
    .action((options: CoverageOptions) => {
      exit(coverage(options, command, terminal));
    });
}

const EXAMPLES = `
Examples:
  $ g6-dashboards coverage
  $ g6-dashboards coverage --fail-under 95
  $ g6-dashboards coverage --format markdown --out coverage.md

Exit status: 0 done, 9 less is shown than --fail-under asks for, 2 unusable input,
3 unknown family, 4 duplicate slug, 5 unknown slug.
`;

function coverage(options: CoverageOptions, command: Command, terminal: Terminal): ExitStatus {
  const request = requestOf(command, terminal);
  const printout = printCoverage(
    {
      ...request,
      output: options.dir ?? request.output,
      from: dashboardsFrom(command),
      failUnder: options.failUnder,
    },
    { format: options.format, out: reportFile(options.out) },
    shellOf(terminal, options),
  );
  return print(printout, terminal);
}

function parsePercent(text: string): number {
  const percent = Number(text);
  if (text.trim() === '' || !(percent >= 0 && percent <= 100)) {
    throw new InvalidArgumentError('It must be a number from 0 to 100.');
  }
  return percent;
}
