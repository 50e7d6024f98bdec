import type { PushAction, PushedDashboard } from '@g6/live-grafana';
import { count } from '@g6/problems';
import { type PushReport, type PushRequest, pushRun } from '../run/live/push-run';
import { liveJson, liveLines, liveTokens } from './live-words';
import { Printer, type Printout, type Shell } from './printer';

/** Writes the dashboards that differ to a Grafana, and prints what became of each. */
export async function printPush(request: PushRequest, shell: Shell): Promise<Printout> {
  const printer = new Printer(shell);
  const report = await pushRun(request);
  const { problems, grafana, found, dashboards, status } = report;
  if (shell.json === true) {
    const tokens = found.flatMap(liveTokens);
    const differing = found.filter(({ state }) => state !== 'same').map(liveJson);
    printer.json({
      ...{ problems, dryRun: request.dryRun, grafana, tokens },
      found: differing,
      dashboards,
    });
  } else {
    printer.problems(problems, dashboards.length === 0 ? undefined : 'the push ended early');
    if (dashboards.length > 0) printPushed(printer, report, request);
  }
  return printer.end(status);
}

function printPushed(
  printer: Printer,
  { found, dashboards, grafana }: PushReport,
  { dryRun }: PushRequest,
): void {
  printer.notes(...printer.few(found.flatMap(liveLines), 'difference'));
  const would = dryRun ? 'would be ' : '';
  const lines = dashboards.filter(({ action }) => action !== 'unchanged');
  const important = lines.filter(({ action }) => ['refused', 'failed'].includes(action));
  const others = lines.filter((one) => !important.includes(one));
  printer.list(
    others.map((one) => lineOf(one, would)),
    'dashboard',
  );
  // Whoever is refused has to hear of it, however many there are.
  printer.lines(...important.map((one) => lineOf(one, '')));
  if (printer.detail === 'quiet') return;
  const counts = ACTIONS.flatMap((action) => {
    const number = dashboards.filter((one) => one.action === action).length;
    return number === 0 ? [] : [`${number} ${LEFT.has(action) ? '' : would}${action}`];
  });
  printer.lines(`${count(dashboards.length, 'dashboard')} at ${grafana}: ${counts.join(', ')}`);
}

const ACTIONS: readonly PushAction[] = [
  'created',
  'updated',
  'removed',
  'unchanged',
  'refused',
  'failed',
  'skipped',
];
const LEFT: ReadonlySet<PushAction> = new Set(['unchanged', 'refused', 'failed', 'skipped']);

function lineOf({ slug, action, reason }: PushedDashboard, would: string): string {
  const why = reason === undefined ? '' : `, ${reason}`;
  return `${slug}: ${LEFT.has(action) ? '' : would}${action}${why}`;
}
