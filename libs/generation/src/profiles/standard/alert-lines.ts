/** The thresholds of alerts on the panels that show what the alerts watch. */
import type { WrittenLink } from '@g6/model';
import { bareExpression } from '@g6/promql';
import type { PanelDraft, Threshold } from '../../panel-draft';
import type { SourceContext } from '../../panel-source';
import { groupWatched, watchedQueries, type WatchingAlert } from '../../watched-queries';

/**
 * A query without its windows, spaces and comments. A panel and an alert show the same although the panel takes
 * the window that suits its range, and the alert one that suits its patience.
 */
export function queryKey(expr: string): string {
  return bareExpression(expr).replace(/\[[^[\]]*\]/g, '[]');
}

/** Draws the thresholds of alerts on the graphs that show their queries, and links their runbooks. */
export function withAlertLines(
  drafts: readonly PanelDraft[],
  context: SourceContext,
): readonly PanelDraft[] {
  const watched = groupWatched(watchedQueries(context), ({ expr }) => queryKey(expr));
  return watched.size === 0 ? drafts : drafts.map((draft) => withLines(draft, watched));
}

function withLines(draft: PanelDraft, watched: ReturnType<typeof groupWatched>): PanelDraft {
  if (draft.type !== 'timeseries' || draft.look?.thresholds !== undefined) return draft;
  const keys = [...new Set(draft.queries.map(({ expr }) => queryKey(expr)))];
  const alerts = keys.flatMap((key) => watched.get(key) ?? []).flatMap((query) => query.alerts);
  const thresholds = distinct(alerts.flatMap(({ threshold }) => threshold ?? []));
  if (thresholds.length === 0) return draft;
  return { ...draft, thresholds, ...withRunbooks(draft, alerts) };
}

function distinct(thresholds: readonly Threshold[]): Threshold[] {
  const keyOf = ({ value, color }: Threshold) => `${value} ${color}`;
  return [...new Map(thresholds.map((threshold) => [keyOf(threshold), threshold])).values()];
}

function withRunbooks({ look }: PanelDraft, alerts: readonly WatchingAlert[]) {
  const links = runbookLinks(alerts);
  return links.length === 0 ? {} : { look: { ...look, links: [...(look?.links ?? []), ...links] } };
}

/** A link to the runbook of each alert that has one. */
export function runbookLinks(alerts: readonly Pick<WatchingAlert, 'alert'>[]): WrittenLink[] {
  const byUrl = new Map(
    alerts.flatMap(({ alert: { name, runbookUrl } }) =>
      runbookUrl === undefined
        ? []
        : [[runbookUrl, { title: `Runbook of ${name}`, url: runbookUrl, new_tab: true }] as const],
    ),
  );
  return [...byUrl.values()];
}
