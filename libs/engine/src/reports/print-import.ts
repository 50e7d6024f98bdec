import type { WrittenFile } from '@g6/import';
import { count, hasErrors, statusOf } from '@g6/problems';
import { type ImportReport, type ImportRequest, importRun } from '../run/import-run';
import { Printer, type Printout, type Shell } from './printer';
import { unifiedDiff } from './unified-diff';

/** Imports, and reports what was added. */
export async function printImport(request: ImportRequest, shell: Shell): Promise<Printout> {
  const printer = new Printer(shell);
  const report = await importRun(request);
  const { problems, files, added, known } = report;
  const dryRun = request.dryRun === true;
  if (shell.json === true) {
    const paths = files.map(({ path }) => path);
    printer.json({ dryRun, problems, written: paths, added, known });
    return printer.end(statusOf(problems));
  }
  printer.problems(problems);
  if (!hasErrors(problems)) printChanges(printer, report, dryRun);
  return printer.end(statusOf(problems));
}

function printChanges(printer: Printer, report: ImportReport, dryRun: boolean): void {
  const { files, added, known } = report;
  if (dryRun) printer.lines(...files.flatMap(diffLines));
  if (printer.detail === 'quiet') return;
  if (!dryRun)
    printer.list(
      files.map(({ path }) => `${path}: written`),
      'file',
    );
  const kinds = [
    count(added.metrics.length, 'metric'),
    added.plans.length === 0 ? [] : count(added.plans.length, 'plan'),
  ].flat();
  const would = dryRun ? 'would be ' : '';
  const summary = `${kinds.join(', ')} ${would}added, ${count(known, 'metric')} known already`;
  printer.notes(summary);
  if (!dryRun && files.length > 0) {
    printer.notes(`generate the dashboards with ${printer.shell.generateCommand}`);
  }
}

function diffLines({ path, before, text }: WrittenFile): string[] {
  return unifiedDiff({ path, before, after: text });
}
