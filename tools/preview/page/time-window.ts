import { dateMath, type DateTime, dateTime, rangeUtil, type TimeRange } from '@grafana/data';
import { now } from './clock';

/** A time range as it is written: Grafana's notation, or milliseconds since 1970. */
export interface TimeWindow {
  readonly from: string;
  readonly to: string;
}

/** Ranges to choose from. */
export const QUICK_RANGES: readonly (TimeWindow & { readonly text: string })[] = [
  { from: 'now-15m', to: 'now', text: 'Last 15 minutes' },
  { from: 'now-1h', to: 'now', text: 'Last 1 hour' },
  { from: 'now-3h', to: 'now', text: 'Last 3 hours' },
  { from: 'now-6h', to: 'now', text: 'Last 6 hours' },
  { from: 'now-12h', to: 'now', text: 'Last 12 hours' },
  { from: 'now-24h', to: 'now', text: 'Last 24 hours' },
  { from: 'now-2d', to: 'now', text: 'Last 2 days' },
  { from: 'now-7d', to: 'now', text: 'Last 7 days' },
  { from: 'now-30d', to: 'now', text: 'Last 30 days' },
];

/** The range of a window at this moment; the last six hours if it cannot be read. */
export function rangeOf({ from, to }: TimeWindow): TimeRange {
  const start = parse(from, false) ?? dateTime(now() - 6 * 3_600_000);
  const end = parse(to, true) ?? dateTime(now());
  return { from: start, to: end, raw: { from: start, to: end } };
}

/** Whether a text is a time. */
export function isTime(text: string): boolean {
  return parse(text, false) !== undefined;
}

function parse(text: string, roundUp: boolean): DateTime | undefined {
  const moment = /^\d+$/.test(text)
    ? dateTime(Number(text))
    : dateMath.toDateTime(text, { roundUp, now: now() });
  return moment?.isValid() === true ? moment : undefined;
}

/** How a window reads. */
export function describeWindow({ from, to }: TimeWindow): string {
  const quick = QUICK_RANGES.find((one) => one.from === from && one.to === to);
  if (quick) return quick.text;
  if (from.startsWith('now') || to.startsWith('now')) {
    return rangeUtil.describeTimeRange({ from, to }).replace(/^now-(\S+) to now$/, 'Last $1');
  }
  const range = rangeOf({ from, to });
  const sameDay = range.from.format('YYYY-MM-DD') === range.to.format('YYYY-MM-DD');
  return `${range.from.format('YYYY-MM-DD HH:mm')} to ${range.to.format(sameDay ? 'HH:mm' : 'YYYY-MM-DD HH:mm')}`;
}

/** A window twice as long around the same middle. */
export function zoomedOut(window: TimeWindow): TimeWindow {
  const { from, to } = rangeOf(window);
  const length = to.valueOf() - from.valueOf();
  const middle = from.valueOf() + length / 2;
  const end = Math.min(middle + length, now());
  return { from: String(Math.round(end - 2 * length)), to: String(Math.round(end)) };
}

/** How often Prometheus is taken to scrape, in seconds. */
const SCRAPE = 15;
/** The most points that a line gets. */
const MOST_POINTS = 360;

/** The step of a range query in whole seconds, for a chart of a width in pixels. */
export function stepOf({ from, to }: TimeRange, width: number, least = SCRAPE): number {
  const seconds = (to.valueOf() - from.valueOf()) / 1000;
  const points = Math.max(30, Math.min(MOST_POINTS, width / 2));
  return Math.max(least, Math.round(rangeUtil.roundInterval((seconds / points) * 1000) / 1000));
}

/** The values of Grafana's own variables for a range and a step. */
export function intervalVariables({ from, to }: TimeRange, step: number): Record<string, string> {
  const seconds = Math.max(1, Math.round((to.valueOf() - from.valueOf()) / 1000));
  return {
    __interval: `${step}s`,
    __interval_ms: String(step * 1000),
    __rate_interval: `${Math.max(step + SCRAPE, 4 * SCRAPE)}s`,
    __range: `${seconds}s`,
    __range_s: String(seconds),
    __range_ms: String(seconds * 1000),
    __from: String(from.valueOf()),
    __to: String(to.valueOf()),
  };
}
