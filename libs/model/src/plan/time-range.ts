/**
 * Times as Grafana reads them in a dashboard's range: relative ones (`now-6h`, `now-1d/d`), dates and
 * milliseconds since 1970. https://grafana.com/docs/grafana/latest/dashboards/use-dashboards/#time-units-and-relative-ranges
 */

const DAY = 24 * 3600;
/** Seconds in each unit of Grafana's date math; months and years on average, which is enough to compare. */
const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: DAY,
  w: 7 * DAY,
  M: 30.44 * DAY,
  Q: 91.3 * DAY,
  fQ: 91.3 * DAY,
  y: 365.25 * DAY,
  fy: 365.25 * DAY,
};

const RELATIVE = /^now(?:[+-]\d{0,9}(?:fQ|fy|[smhdwMyQ])|\/(?:fQ|fy|[smhdwMyQ]))*$/;
const STEP = /([+-])(\d*)(fQ|fy|[smhdwMyQ])|\/(fQ|fy|[smhdwMyQ])/g;
const DATE =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
const EPOCH_MS = /^\d{10,15}$/;

/** A time in seconds, either from now or since 1970; rounding makes it a span. */
interface GrafanaTime {
  readonly from: 'now' | 'epoch';
  readonly earliest: number;
  readonly latest: number;
}

/** Whether Grafana reads a text as a time. */
export function isGrafanaTime(text: string): boolean {
  return readTime(text) !== undefined;
}

/** Whether a range certainly ends no later than it begins; a date and a relative time are not compared. */
export function isReversedRange(from: string, to: string): boolean {
  const [start, end] = [readTime(from), readTime(to)];
  if (start?.from !== end?.from) return false;
  return start !== undefined && end !== undefined && start.earliest >= end.latest;
}

function readTime(text: string): GrafanaTime | undefined {
  if (RELATIVE.test(text)) return readRelative(text);
  const seconds = EPOCH_MS.test(text) ? Number(text) / 1000 : readDate(text);
  return seconds === undefined ? undefined : { from: 'epoch', earliest: seconds, latest: seconds };
}

/** `now-1d/d` starts a day ago and rounds to that day: down as a start, up as an end. */
function readRelative(text: string): GrafanaTime {
  let [earliest, latest] = [0, 0];
  for (const [, sign, count = '', unit = '', rounding] of text.matchAll(STEP)) {
    if (rounding !== undefined) {
      earliest -= UNITS[rounding] ?? 0;
      latest += UNITS[rounding] ?? 0;
      continue;
    }
    const offset = (count === '' ? 1 : Number(count)) * (UNITS[unit] ?? 0);
    earliest += sign === '-' ? -offset : offset;
    latest += sign === '-' ? -offset : offset;
  }
  return { from: 'now', earliest, latest };
}

function readDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year = 0, month = 0, day = 0] = match.map(Number);
  // Date.parse takes the 30th of February for the 2nd of March, and refuses impossible hours itself.
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined;
  const parsed = Date.parse(withZone(text));
  return Number.isNaN(parsed) ? undefined : parsed / 1000;
}

/** A time without a zone is the reader's own in Grafana; UTC stands in, the same on every machine. */
function withZone(text: string): string {
  const iso = text.replace(' ', 'T');
  return !iso.includes('T') || /(Z|[+-]\d\d:\d\d)$/.test(iso) ? iso : `${iso}Z`;
}
