import { count, hasErrors } from '@g6/problems';
import { type PullReport, type PullRequest, pullRun } from '../run/live/pull-run';
import { Printer, type Printout, type Shell } from './printer';
import { unifiedDiff } from './unified-diff';

/** Brings edits of a Grafana back to the spec and the plans, and prints what was written. */
export async function printPull(request: PullRequest, shell: Shell): Promise<Printout> {
  const printer = new Printer(shell);
  const report = await pullRun(request);
  const { problems, grafana, dashboards, pulled, files, status } = report;
  if (shell.json === true) {
    const written = files.map(({ path }) => path);
    printer.json({ problems, dryRun: request.dryRun, grafana, dashboards, pulled, written });
    return printer.end(status);
  }
  printer.problems(problems);
  if (!hasErrors(problems)) printPulled(printer, report, request);
  return printer.end(status);
}

function printPulled(
  printer: Printer,
  { grafana, dashboards, pulled, files }: PullReport,
  { dryRun }: PullRequest,
): void {
  if (dryRun) {
    printer.lines(
      ...files.flatMap(({ path, before, text }) => unifiedDiff({ path, before, after: text })),
    );
  } else {
    printer.list(
      pulled.map(
        ({ slug, file, line, column, key }) => `${file}:${line}:${column}: ${key}, ${slug}`,
      ),
      'value',
    );
  }
  if (printer.detail === 'quiet') return;
  const would = dryRun ? 'would be ' : '';
  const values = count(pulled.length, 'value');
  const compared = `${count(dashboards.length, 'dashboard')} compared with ${grafana}`;
  printer.notes(`${compared}: ${values} ${would}written to ${count(files.length, 'file')}`);
  if (files.length > 0 && !dryRun) {
    printer.notes(`generate the dashboards with ${printer.shell.generateCommand}`);
  }
}
