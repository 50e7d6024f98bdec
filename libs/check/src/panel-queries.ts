import { isJsonObject } from '@g6/generation';
import type { LintDashboard, LintPanel } from '@g6/lint';
import { withoutComments } from '@g6/promql';
import type { TimeSpan } from '@g6/prometheus-api';
import type { Choice, ChosenValue } from './interpolate';
import { interpolate } from './interpolate';
import type { Choices } from './choose-values';
import { secondsOf } from './time';

/** How a run looks at the server. */
export interface CheckOptions {
  /** Seconds since 1970. */
  readonly now: number;
  /** How far back a metric is looked for, in seconds. */
  readonly lookback: number;
  /** Seconds between two samples. */
  readonly scrapeInterval: number;
}

/** A query as Grafana sends it. */
export interface SentQuery {
  readonly expr: string;
  readonly instant: boolean;
  readonly span: TimeSpan;
  /** Seconds between two points. */
  readonly step: number;
  /** A text that queries share which differ in nothing but presentation. */
  readonly key: string;
}

/** A query of a panel with the ways in which it is sent. */
export interface PanelQuery {
  readonly dashboard: LintDashboard;
  readonly panel: LintPanel;
  readonly refId: string;
  readonly legend: string;
  readonly all: SentQuery;
  /** With the first value of each variable; undefined if that is the same. */
  readonly first: SentQuery | undefined;
}

/** How many points a panel of ordinary width has. */
const POINTS = 1000;

/** The queries of the panels of a dashboard to Prometheus. */
export function panelQueries(
  dashboard: LintDashboard,
  span: TimeSpan,
  { all, first }: Choices,
  { scrapeInterval }: CheckOptions,
): PanelQuery[] {
  return dashboard.panels.flatMap((panel) =>
    targetsOf(panel).map((target) => {
      const { expr, legend, refId } = target;
      const time = { span: spanOfPanel(panel, span), scrapeInterval };
      const sent = (choice: Choice) => sentQuery(expr, target, panel, choice, time);
      const [withAll, withFirst] = [sent(all), sent(first)];
      const same = withAll.key === withFirst.key;
      const chosen = [...first.values()].every(({ values }) => values.length > 0);
      const other = same || !chosen ? undefined : withFirst;
      return { dashboard, panel, refId, legend, all: withAll, first: other };
    }),
  );
}

interface Target {
  readonly expr: string;
  readonly legend: string;
  readonly refId: string;
  readonly instant: boolean;
  readonly interval: string | undefined;
}

function targetsOf({ raw, queries, datasource }: LintPanel): Target[] {
  const targets: readonly unknown[] = Array.isArray(raw['targets']) ? raw['targets'] : [];
  return queries.flatMap((query, position) => {
    const type = (query.datasource ?? datasource)?.type;
    if (query.expr === undefined || query.expr.trim() === '') return [];
    if (type !== undefined && type !== 'prometheus') return [];
    const target = targets[position];
    const { instant, interval } = isJsonObject(target) ? target : {};
    return [
      {
        expr: query.expr,
        legend: query.legend ?? '__auto',
        refId: query.refId ?? '',
        instant: instant === true,
        interval: typeof interval === 'string' ? interval : undefined,
      },
    ];
  });
}

/** A panel can look at another time than its dashboard. */
function spanOfPanel({ raw }: LintPanel, span: TimeSpan): TimeSpan {
  const { timeFrom, timeShift } = raw;
  const length = typeof timeFrom === 'string' ? secondsOf(timeFrom) : undefined;
  const shift = typeof timeShift === 'string' ? (secondsOf(timeShift) ?? 0) : 0;
  const start = length === undefined ? span.start : span.end - length;
  return { start: start - shift, end: span.end - shift };
}

function sentQuery(
  expr: string,
  { instant, interval }: Target,
  { raw }: LintPanel,
  choice: Choice,
  { span, scrapeInterval }: { readonly span: TimeSpan; readonly scrapeInterval: number },
): SentQuery {
  const range = Math.round(span.end - span.start);
  const { maxDataPoints, interval: ofPanel } = raw;
  const points = typeof maxDataPoints === 'number' && maxDataPoints > 0 ? maxDataPoints : POINTS;
  const lowest = interval ?? (typeof ofPanel === 'string' ? ofPanel : '');
  const least = secondsOf(interpolate(lowest, choice).replace(/^>/, '')) ?? scrapeInterval;
  const step = Math.max(Math.ceil(range / points), least, 1);
  const globals = globalValues({ range, step, scrapeInterval, span });
  const resolved = interpolate(expr, new Map([...choice, ...globals]));
  const key = JSON.stringify([bareKey(resolved), instant, span.start, span.end, instant || step]);
  return { expr: resolved, instant, span, step, key };
}

/** The expression without comments and without spaces; those in strings count. */
function bareKey(expr: string): string {
  return withoutComments(expr).replace(STRING_OR_SPACE, (_, text?: string) => text ?? '');
}

const STRING_OR_SPACE = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|\s+/g;

interface Globals {
  readonly range: number;
  readonly step: number;
  readonly scrapeInterval: number;
  readonly span: TimeSpan;
}

/**
 * Grafana's own variables, see
 * https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables
 */
function globalValues({ range, step, scrapeInterval, span }: Globals): [string, ChosenValue][] {
  const rate = Math.max(step + scrapeInterval, 4 * scrapeInterval);
  const values = {
    __interval: `${step}s`,
    __interval_ms: String(step * 1000),
    __rate_interval: `${rate}s`,
    __rate_interval_ms: String(rate * 1000),
    __range: `${range}s`,
    __range_s: String(range),
    __range_ms: String(range * 1000),
    __from: String(span.start * 1000),
    __to: String(span.end * 1000),
  };
  return Object.entries(values).map(([name, value]) => [name, { values: [value], several: false }]);
}
