import { join } from 'node:path';
import {
  dashboardFileName,
  type Drift,
  driftDetails,
  driftTokens,
  hasDrift,
} from '@g6/dashboard-files';
import { type Annotation, count, EXIT, hasErrors, NO_PLACE, statusOf } from '@g6/problems';
import type { BasisReading } from '../run/load-workspace';
import type { RunRequest } from '../run/run-request';
import type { VerifyReport, VerifyRequest } from '../run/verify-request';
import { orphanDrift, verifyManifestRun, verifyRun } from '../run/verify-run';
import { Printer, type Printout, type Shell } from './printer';

/** Compares dashboards with what would be generated, and reports the drift. */
export function printVerify(request: VerifyRequest, shell: Shell, loaded?: BasisReading): Printout {
  return printReport(verifyRun(request, loaded), shell, request.output);
}

/** Compares the manifest alone with what would be written, and reports the drift. */
export function printVerifyManifest(
  request: RunRequest,
  shell: Shell,
  loaded?: BasisReading,
): Printout {
  return printReport(
    verifyManifestRun(request, loaded),
    shell,
    request.output,
    'manifest verified',
  );
}

/** Reports the drift of a file whose plan is gone; a file that was not generated has none. */
export function printOrphan(
  { output, slug, metaKey }: { output: string; slug: string; metaKey: string },
  shell: Shell,
): Printout {
  const drifts = [orphanDrift(output, slug, metaKey)];
  return printReport({ problems: [], checked: [slug], drifts }, shell, output);
}

function printReport(
  report: VerifyReport,
  shell: Shell,
  output: string,
  verified = `${count(report.checked.length, 'dashboard')} verified`,
): Printout {
  const printer = new Printer(shell);
  const { problems, checked, drifts } = report;
  const drifted = drifts.filter(hasDrift);
  const tokens = driftTokens(drifts);
  if (shell.json === true) printer.json({ problems, checked, tokens, drifts: drifted });
  else if (shell.format) {
    const found = drifted.flatMap((drift) => driftAnnotations(drift, output, shell));
    const subjects = drifts.map(({ slug }) => slug);
    printer.annotations(shell.format, problems, found, { name: 'verify', subjects });
  } else {
    printer.problems(problems, 'nothing was verified');
    if (!hasErrors(problems)) printTokens(printer, tokens, report, verified);
  }
  if (hasErrors(problems)) return printer.end(statusOf(problems));
  return printer.end(drifted.length > 0 ? EXIT.drift : EXIT.done);
}

function printTokens(
  printer: Printer,
  tokens: readonly string[],
  { drifts }: VerifyReport,
  verified: string,
): void {
  const { verboseDrift = false } = printer.shell;
  printer.lines(...tokens, ...(verboseDrift ? driftDetails(drifts) : []));
  if (tokens.length === 0) {
    if (printer.detail !== 'quiet') printer.lines(`${verified}, no drift`);
    return;
  }
  if (printer.detail === 'all') printer.notes(...drifts.flatMap(driftedTitles));
  printer.notes(`${verified}, drift found; ${remedy(printer.shell, drifts)}`);
}

/** The panels that a drift is about, one in each line. */
function driftedTitles({ slug, changed, added, removed }: Drift): string[] {
  const lines = (what: string, titles: readonly string[]) =>
    titles.map((title) => `${slug}: ${what} "${title}"`);
  return [
    ...lines('the query, type or unit differs of', changed),
    ...lines('the file lacks', added),
    ...lines('the file alone has', removed),
  ];
}

function driftAnnotations(drift: Drift, output: string, shell: Shell): Annotation[] {
  const file = join(output, dashboardFileName(drift.slug));
  return driftTokens([drift]).map((token) => ({
    file,
    ...NO_PLACE,
    severity: 'error',
    rule: token.split(':', 1)[0] ?? token,
    message: `${token}: the file is not what would be generated`,
    hint: remedy(shell, [drift]),
    subject: drift.slug,
  }));
}

function remedy({ generateCommand }: Shell, drifts: readonly Drift[]): string {
  const drifted = drifts.filter(hasDrift);
  if (!drifted.every(({ orphaned }) => orphaned)) {
    return `regenerate with ${generateCommand}, or undo the edit`;
  }
  const slugs = drifted.map(({ slug }) => slug).join(', ');
  return `no plan asks for ${slugs}: delete the file, or let ${generateCommand} do so`;
}
