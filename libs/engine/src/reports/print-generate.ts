import { compareText, count, hasErrors, MOST_SHOWN, statusOf } from '@g6/problems';
import type { GenerateReport, GenerateRequest, Truncation } from '../run/generate-request';
import { generateRun } from '../run/generate-run';
import type { BasisReading } from '../run/load-workspace';
import { Printer, type Printout, type Shell } from './printer';

/** Generates dashboards and the manifest, and reports what was written. */
export function printGenerate(
  request: GenerateRequest,
  shell: Shell,
  loaded?: BasisReading,
): Printout {
  const printer = new Printer(shell);
  const report = generateRun(request, loaded);
  const { problems } = report;
  if (shell.json === true) printer.json({ dryRun: request.dryRun, ...report });
  else if (shell.format) {
    const subjects = [...report.written, ...report.unchanged].sort(compareText);
    printer.annotations(shell.format, problems, [], { name: 'generate', subjects });
  } else {
    printer.problems(problems);
    if (!hasErrors(problems)) printChanges(printer, report, request);
  }
  return printer.end(statusOf(problems));
}

function printChanges(printer: Printer, report: GenerateReport, request: GenerateRequest): void {
  const { written, unchanged, pruned, truncated } = report;
  printer.notes(...truncationLines(printer, truncated));
  const would = request.dryRun ? 'would be ' : '';
  const list = (lines: readonly string[]) => {
    printer.list(lines, 'dashboard');
  };
  if (printer.shell.replayed === true) {
    list([...written, ...unchanged].sort(compareText).map((slug) => `${slug}: generated`));
  } else list(written.map((slug) => `${slug}: ${would}written`));
  list(pruned.map((slug) => `${slug}: ${would}removed, no plan asks for it`));
  if (printer.detail === 'quiet') return;
  if (printer.shell.replayed === true) printer.lines(...whatThereIs(report, request));
  else printer.lines(...whatChanged(report, request, would));
}

/** The result of generation, whether or not it existed before. */
function whatThereIs({ written, unchanged }: GenerateReport, { scope }: GenerateRequest): string[] {
  if (scope === 'dashboards') return [];
  if (scope === 'manifest') return ['manifest generated'];
  return [`${count(written.length + unchanged.length, 'dashboard')} and the manifest generated`];
}

function whatChanged(report: GenerateReport, { scope }: GenerateRequest, would: string): string[] {
  const { written, unchanged } = report;
  const manifest = `manifest ${report.manifestWritten ? `${would}written` : 'unchanged'}`;
  const total = count(written.length + unchanged.length, 'dashboard');
  const counts = `${total}: ${written.length} ${would}written, ${unchanged.length} unchanged`;
  const summaries = {
    all: [`${counts}; ${manifest}`],
    // One task of many: the line of its dashboard says it all.
    dashboards: unchanged.map((slug) => `${slug}: unchanged`),
    manifest: [manifest],
  };
  return summaries[scope];
}

/** Lists the panels that the caps dropped: their titles, or for many dashboards their numbers. */
function truncationLines(printer: Printer, truncated: readonly Truncation[]): readonly string[] {
  const overTheCap = ({ slug, titles }: Truncation) =>
    `${slug}: over the cap, ${count(titles.length, 'automatic panel')} left out`;
  const full = truncated.flatMap((truncation) => [
    `${overTheCap(truncation)}:`,
    ...truncation.titles.map((title) => `  ${title}`),
  ]);
  if (printer.detail !== 'short' || full.length <= MOST_SHOWN)
    return printer.detail === 'quiet' ? [] : full;
  return printer.few(truncated.map(overTheCap), 'dashboard');
}
