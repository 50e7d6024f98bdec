import { Option, type Command } from 'commander';
import {
  configCandidates,
  type ExitStatus,
  type PreviewRequest,
  printReview,
  REVIEW_FORMATS,
  type ReviewFormat,
} from '@g6/dashboards';
import { requestOf } from '../common-options';
import { parsePath } from '../option-values';
import { addSettingOptions, configOf, loadConfiguration } from '../setting-options';
import { print, shellOf, type Terminal } from '../terminal';

interface ReportOptions {
  readonly base?: string;
  readonly config?: string;
  readonly format: ReviewFormat;
  readonly out?: string;
  readonly images?: string;
}

/** Adds `report`: say what changed in the dashboards, for a reviewer. */
export function addReport(
  program: Command,
  terminal: Terminal,
  exit: (status: Promise<ExitStatus>) => void,
): void {
  const command = program
    .command('report')
    .summary('say what changed in the dashboards since a git revision, for a reviewer')
    .description(
      'Compares the generated dashboards with those at a git revision, panel by panel: removed, ' +
        'changed, renamed, added and moved. The weightiest changes come first. HTML and images show ' +
        'both states side by side and need the package @g6/preview.',
    );
  addSettingOptions(command)
    .addOption(
      new Option('--plan <file>', 'one file of plans instead')
        .argParser(parsePath)
        .conflicts('plans'),
    )
    .option(
      '--base <revision>',
      'compare with this git revision (default: merge base with the default branch)',
    )
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(REVIEW_FORMATS)
        .default('markdown'),
    )
    .option('--out <file>', 'write to this file instead of standard output', parsePath)
    .option('--images <dir>', 'write a picture of each changed panel before and after', parsePath)
    .addHelpText('after', EXAMPLES)
    .action((options: ReportOptions) => {
      exit(report(options, command, terminal));
    });
}

const EXAMPLES = `
Examples:
  $ g6-dashboards report --base origin/main
  $ g6-dashboards report --base v1.2.0 --format html --out review.html
  $ g6-dashboards report --format json --images pictures

Exit status: 0 done, whatever changed, 1 unexpected failure, 2 unusable input.
`;

async function report(
  { base, config, format, out, images }: ReportOptions,
  command: Command,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { output, metaKey } = configOf(command);
  const readRequest = (): PreviewRequest => ({
    problems: loadConfiguration(command),
    request: requestOf(command, terminal),
    files: configCandidates(config),
  });
  const request = { output, metaKey, base, cwd: '.' };
  const printout = await printReview(
    request,
    { format, out, images, readRequest },
    shellOf(terminal),
  );
  return print(printout, terminal);
}
