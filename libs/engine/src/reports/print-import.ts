import type { WrittenFile } from '@g6/import';
import { count, hasErrors, statusOf } from '@g6/problems';
import { type ImportReport, type ImportRequest, importRun } from '../run/import-run';
import { Printer, type Printout, type Shell } from './printer';
import { unifiedDiff } from './unified-diff';

/** Imports, and reports what was added. */
export async function printImport(request: ImportRequest, shell: Shell): Promise<Printout> {
  const printer = new Printer(shell);
  const report = await importRun(request);
  const { problems, files, added, known, panels, patched } = report;
  const dryRun = request.dryRun === true;
  if (shell.json === true) {
    const paths = files.map(({ path }) => path);
    printer.json({ dryRun, problems, written: paths, added, known, panels, patched });
    return printer.end(statusOf(problems));
  }
  printer.problems(problems);
  if (!hasErrors(problems)) printChanges(printer, report, dryRun);
  return printer.end(statusOf(problems));
}

function printChanges(printer: Printer, report: ImportReport, dryRun: boolean): void {
  const { files } = report;
  if (dryRun) printer.lines(...files.flatMap(diffLines));
  if (printer.detail === 'quiet') return;
  if (!dryRun) printWritten(printer, files);
  printer.notes(...importNotes(report, dryRun ? 'would be ' : ''));
  if (!dryRun && files.length > 0) {
    printer.notes(`generate the dashboards with ${printer.shell.generateCommand}`);
  }
}

/** Lists the files that an import wrote. */
export function printWritten(printer: Printer, files: readonly { readonly path: string }[]): void {
  printer.list(
    files.map(({ path }) => `${path}: written`),
    'file',
  );
}

/** What an import added, in words. */
export function importNotes(report: ImportReport, would = ''): string[] {
  const added = `${additionsIn(report)} ${would}added, ${count(report.known, 'metric')} known already`;
  if (report.patched === 0) return [added];
  const patched = `${report.patched} of ${count(report.panels, 'panel')}`;
  return [added, `${patched} need the key "grafana" for what no other key says`];
}

function diffLines({ path, before, text }: WrittenFile): string[] {
  return unifiedDiff({ path, before, after: text });
}

/** What was added, in numbers: metrics always, anything else if there is some. */
function additionsIn({ added }: ImportReport): string {
  const others = [
    ['recording rule', added.recordingRules],
    ['alert', added.alerts],
    ['plan', added.plans],
  ] as const;
  return [
    count(added.metrics.length, 'metric'),
    ...others
      .filter(([, names]) => names.length > 0)
      .map(([noun, names]) => count(names.length, noun)),
  ].join(', ');
}
