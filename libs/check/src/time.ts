import type { TimeSpan } from '@g6/prometheus-api';

const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 7 * 86_400,
  M: 30 * 86_400,
  y: 365 * 86_400,
};

/** The seconds of a Grafana duration such as `15s` or `now-6h`; undefined if it is none. */
export function secondsOf(text: string): number | undefined {
  const [, count, unit = ''] = /^(?:now-)?([0-9]{1,9})([smhdwMy])/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (UNITS[unit] ?? 0);
}

/** The time span of a dashboard, whose ends are relative to now or moments. */
export function spanOf(from: string, to: string, now: number): TimeSpan {
  const end = momentOf(to, now) ?? now;
  const start = momentOf(from, now) ?? end - 6 * 3600;
  return start < end ? { start, end } : { start: end - 6 * 3600, end };
}

function momentOf(text: string, now: number): number | undefined {
  if (/^now(?:\/[smhdwMy])?$/.test(text)) return now;
  const ago = text.startsWith('now-') ? secondsOf(text) : undefined;
  if (ago !== undefined) return now - ago;
  const time = /^[0-9]{4}-/.test(text) ? Date.parse(text) : Number(text);
  return Number.isNaN(time) ? undefined : time / 1000;
}

/** A moment for people, to the minute: `2026-11-03 14:10 UTC`. */
export function minuteOf(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A duration for people and for PromQL: `7d`, `90m`. */
export function spellSeconds(seconds: number): string {
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
  ] as const) {
    if (seconds >= size && seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${Math.ceil(seconds)}s`;
}
