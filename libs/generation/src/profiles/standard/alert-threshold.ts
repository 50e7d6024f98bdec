import type { Metric } from '@g6/model';
import { firingAlerts, firingCount } from '@g6/promql';
import type { PanelDraft } from '../../panel-draft';
import type { DashboardPanelSource, SourceContext } from '../../panel-source';
import { queryLegend } from '../../query-legend';
import { joinSentences } from '../../sentences';
import { groupWatched, type WatchedQuery, watchedQueries } from '../../watched-queries';
import { queryKey, runbookLinks } from './alert-lines';
import { rateUnit, PLAIN, valueUnit } from './units';
import { sentence, wordsIn } from './words';

/** A graph of what an alert watches, if no other panel shows it. */
export const alertThresholdSource: DashboardPanelSource = {
  of: 'dashboard',
  name: 'alert_threshold',
  reason: 'An alert watches this, and no other panel shows it.',
  draft: (context) => {
    const shown = new Set(
      context.drafted
        .filter(({ type }) => type === 'timeseries' || type === 'state-timeline')
        .flatMap(({ queries }) => queries.map(({ expr }) => queryKey(expr))),
    );
    const hidden = watchedQueries(context).filter(({ expr }) => !shown.has(queryKey(expr)));
    return [...groupWatched(hidden, panelKey).values()].map((queries) =>
      draftWatched(queries, context),
    );
  },
};

/** Queries with the same key share a panel: the same query, or alerts of one name that are only counted. */
function panelKey({ expr, alerts }: WatchedQuery): string {
  const isMeasured = alerts.some(({ threshold }) => threshold !== undefined);
  return isMeasured ? queryKey(expr) : `firing ${alerts.map(({ alert }) => alert.name).join(' ')}`;
}

function draftWatched(queries: readonly WatchedQuery[], context: SourceContext): PanelDraft {
  const { metric, expr } = queries[0] as WatchedQuery;
  const alerts = queries.flatMap((query) => query.alerts);
  const thresholds = alerts.flatMap(({ threshold }) => threshold ?? []);
  const names = [...new Set(alerts.map(({ alert }) => alert.name))];
  const title = names.map((name) => sentence(wordsIn(name))).join(', ');
  const measured = thresholds.length > 0;
  const shown = measured ? expr : firingCount(firingAlerts(names));
  const legend = measured
    ? queryLegend(context.promql.analyze(expr).promql, title, context.index)
    : { template: 'Firing', manySeries: false };
  const links = runbookLinks(alerts);
  const texts = alerts.flatMap(({ alert }) => [alert.summary, alert.description]);
  return {
    source: 'alert_threshold',
    block: 'core',
    role: 'alert',
    title,
    type: 'timeseries',
    unit: measured
      ? unitOfWatched(
          metric,
          expr,
          thresholds.map(({ value }) => value),
        )
      : PLAIN,
    queries: [{ expr: shown, legend: legend.template }],
    description: joinSentences(
      ...new Set(texts),
      measured
        ? 'The value that the alert compares with its threshold'
        : 'How many instances of the alert fire; it compares no single value with a number',
    ),
    metric: metric.name,
    family: metric.family,
    manySeries: legend.manySeries,
    recognized: { as: 'alert', because: `the alert ${names.join(', ')} watches it` },
    ...(measured ? { thresholds } : {}),
    ...(links.length === 0 ? {} : { look: { links } }),
  };
}

/** The unit of what an alert watches, as far as its query tells. */
function unitOfWatched(metric: Metric, expr: string, limits: readonly number[]): string {
  if (/ \/ |\)\/|\/\(/.test(expr)) {
    return limits.every((limit) => limit >= 0 && limit <= 1) ? 'percentunit' : PLAIN;
  }
  if (/\bi?rate\(/.test(expr) && !expr.includes('histogram_quantile')) return rateUnit(metric);
  return /\b(?:time\(\)|timestamp\()/.test(expr) ? 's' : valueUnit(metric);
}
