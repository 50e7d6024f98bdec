import type { Command } from 'commander';
import {
  generateRun,
  hasErrors,
  readEnvironment,
  statusOf,
  type ExitStatus,
  type GenerateReport,
} from '@g6/dashboards';
import { addCommonOptions, requestOf, type CommonOptions } from '../common-options';
import { printProblems } from '../print-problems';
import { progressLine, type Terminal } from '../terminal';

interface GenerateOptions extends CommonOptions {
  readonly dryRun?: boolean;
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
        'alone; a run without --only removes generated files that no plan asks for any more.',
    );
  addCommonOptions(command)
    .option('--dry-run', 'say what would be written, and write nothing')
    .addHelpText('after', EXAMPLES)
    .action((options: GenerateOptions) => {
      exit(generate(options, command, terminal));
    });
}

const EXAMPLES = `
Examples:
  $ g6-dashboards generate
  $ g6-dashboards generate --only bus_health,governance
  $ g6-dashboards generate --spec metrics/ --plan plans.yml --output out --dry-run

Exit status: 0 done, 1 unexpected failure, 2 unusable input, 3 unknown family,
4 duplicate slug, 5 unknown slug.
`;

function generate(options: GenerateOptions, command: Command, terminal: Terminal): ExitStatus {
  const progress = progressLine(terminal, 'generating');
  const dryRun = options.dryRun === true;
  const report = generateRun({
    ...requestOf(command, terminal),
    scope: 'all',
    now: readEnvironment(terminal.env).sourceDateEpoch ?? terminal.now(),
    dryRun,
    onProgress: progress.update,
  });
  progress.finish();
  if (options.json === true) {
    terminal.stdout.write(`${JSON.stringify({ dryRun, ...report }, null, 2)}\n`);
  } else {
    printProblems(report.problems, terminal);
    if (!hasErrors(report.problems)) printReport(report, dryRun, terminal);
  }
  return statusOf(report.problems);
}

function printReport(report: GenerateReport, dryRun: boolean, { stdout, stderr }: Terminal): void {
  const { written, unchanged, pruned, truncated, manifestWritten } = report;
  for (const { slug, titles } of truncated) {
    const panels = titles.length === 1 ? '1 automatic panel' : `${titles.length} automatic panels`;
    stderr.write(`${slug}: over the cap, ${panels} left out:\n`);
    for (const title of titles) stderr.write(`  ${title}\n`);
  }
  const would = dryRun ? 'would be ' : '';
  for (const slug of written) stdout.write(`${slug}: ${would}written\n`);
  for (const slug of pruned) stdout.write(`${slug}: ${would}removed, no plan asks for it\n`);
  const counts = `${written.length} ${would}written, ${unchanged.length} unchanged`;
  const manifest = manifestWritten ? `${would}written` : 'unchanged';
  const total = written.length + unchanged.length;
  stdout.write(
    `${total} ${total === 1 ? 'dashboard' : 'dashboards'}: ${counts}; manifest ${manifest}\n`,
  );
}
