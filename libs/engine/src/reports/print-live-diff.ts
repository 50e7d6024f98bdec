import { driftDetails } from '@g6/dashboard-files';
import type { LiveComparison } from '@g6/live-grafana';
import { type Annotation, count, hasErrors, NO_PLACE } from '@g6/problems';
import { type LiveDiffReport, liveDiffRun } from '../run/live/live-diff-run';
import type { LiveRequest } from '../run/live/live-request';
import { liveJson, liveLines, liveTokens } from './live-words';
import { Printer, type Printout, type Shell } from './printer';

/** Compares the dashboards with those of a Grafana, and prints how they differ. */
export async function printLiveDiff(request: LiveRequest, shell: Shell): Promise<Printout> {
  const printer = new Printer(shell);
  const report = await liveDiffRun(request);
  const { problems, grafana, dashboards, status } = report;
  const tokens = dashboards.flatMap(liveTokens);
  if (shell.json === true) {
    const checked = dashboards.map(({ slug }) => slug);
    const differing = dashboards.filter(({ state }) => state !== 'same').map(liveJson);
    printer.json({ problems, grafana, checked, tokens, dashboards: differing });
  } else if (shell.format) {
    const found = dashboards.flatMap((one) => annotationsOf(one, grafana));
    const subjects = dashboards.map(({ slug }) => slug);
    printer.annotations(shell.format, problems, found, { name: 'diff', subjects });
  } else {
    printer.problems(problems, 'nothing was compared');
    if (!hasErrors(problems)) printDifferences(printer, report, tokens);
  }
  return printer.end(status);
}

function printDifferences(
  printer: Printer,
  { dashboards, grafana }: LiveDiffReport,
  tokens: readonly string[],
): void {
  const { verboseDrift = false } = printer.shell;
  const drifts = dashboards.map(({ drift }) => drift);
  printer.lines(...tokens, ...(verboseDrift ? driftDetails(drifts) : []));
  const compared = `${count(dashboards.length, 'dashboard')} compared with ${grafana}`;
  if (tokens.length === 0) {
    if (printer.detail !== 'quiet') printer.lines(`${compared}, no difference`);
    return;
  }
  printer.notes(...printer.few(dashboards.flatMap(liveLines), 'difference'));
  const states = new Set(dashboards.map(({ state }) => state));
  printer.notes(`${compared}, differences found; ${remedy(states)}`);
}

function remedy(states: ReadonlySet<LiveComparison['state']>): string {
  if (states.has('edited')) return 'pull brings edits here, push brings the rest there';
  return states.has('conflict') || states.has('foreign')
    ? 'push writes what is missing or behind, and the others with --overwrite'
    : 'push brings them there';
}

function annotationsOf(found: LiveComparison, grafana: string): Annotation[] {
  const { slug, uid, reason } = found;
  return liveTokens(found).map((token) => ({
    file: `${grafana.replace(/\/$/, '')}/d/${uid}`,
    ...NO_PLACE,
    severity: 'error',
    rule: token.split(':', 1)[0] ?? token,
    message: `${token}: the dashboard in Grafana is not the one that would be pushed`,
    ...(reason === undefined ? {} : { hint: reason }),
    subject: slug,
  }));
}
