import { hasErrors, statusOf } from '@g6/problems';
import { generateRun, type GenerateReport, type GenerateRequest } from '../run/generate-run';
import type { BasisReading } from '../run/load-workspace';
import { count, Printer, type Printout, type Shell } from './printer';

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
  else {
    printer.problems(problems);
    if (!hasErrors(problems)) printChanges(printer, report, request);
  }
  return printer.end(statusOf(problems));
}

function printChanges(printer: Printer, report: GenerateReport, request: GenerateRequest): void {
  const { written, unchanged, pruned, truncated } = report;
  for (const { slug, titles } of truncated) {
    const panels = count(titles.length, 'automatic panel');
    printer.notes(`${slug}: over the cap, ${panels} left out:`, ...titles.map((t) => `  ${t}`));
  }
  const would = request.dryRun ? 'would be ' : '';
  printer.lines(
    ...written.map((slug) => `${slug}: ${would}written`),
    ...pruned.map((slug) => `${slug}: ${would}removed, no plan asks for it`),
  );
  const manifest = `manifest ${report.manifestWritten ? `${would}written` : 'unchanged'}`;
  const total = count(written.length + unchanged.length, 'dashboard');
  const counts = `${total}: ${written.length} ${would}written, ${unchanged.length} unchanged`;
  const summaries = {
    all: [`${counts}; ${manifest}`],
    // One task of many: the line of its dashboard says it all.
    dashboards: unchanged.map((slug) => `${slug}: unchanged`),
    manifest: [manifest],
  };
  printer.lines(...summaries[request.scope]);
}
