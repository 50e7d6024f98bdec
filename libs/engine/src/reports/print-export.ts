import { compareText, count, hasErrors, statusOf } from '@g6/problems';
import { type ExportReport, type ExportRequest, exportRun } from '../run/export-run';
import type { BasisReading } from '../run/load-workspace';
import { Printer, type Printout, type Shell } from './printer';

/** Exports dashboards or rules, and reports which files were written. */
export function printExport(request: ExportRequest, shell: Shell, loaded?: BasisReading): Printout {
  const printer = new Printer(shell);
  const report = exportRun(request, loaded);
  const { problems } = report;
  if (shell.json === true) printer.json({ dryRun: request.dryRun, ...report });
  else {
    printer.problems(problems);
    if (!hasErrors(problems)) printChanges(printer, report, request);
  }
  return printer.end(statusOf(problems));
}

function printChanges(printer: Printer, report: ExportReport, request: ExportRequest): void {
  const { written, unchanged, pruned, format } = report;
  const total = count(written.length + unchanged.length, 'file');
  if (printer.shell.replayed === true) {
    const paths = [...written, ...unchanged].sort(compareText);
    printer.list(
      paths.map((path) => `${path}: exported`),
      'file',
    );
    if (printer.detail !== 'quiet') printer.lines(`${format}: ${total} exported to ${request.out}`);
    return;
  }
  const would = request.dryRun ? 'would be ' : '';
  printer.list(
    written.map((path) => `${path}: ${would}written`),
    'file',
  );
  printer.list(
    pruned.map((path) => `${path}: ${would}removed, nothing asks for it`),
    'file',
  );
  if (printer.detail === 'quiet') return;
  printer.lines(
    `${format}: ${total}: ${written.length} ${would}written, ${unchanged.length} unchanged`,
  );
}
