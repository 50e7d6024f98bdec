import { minuteOf, secondsOf, spanOf, spellSeconds } from './time';

const NOW = 1_800_000_000;

describe('times', () => {
  it.each([
    ['15s', 15],
    ['now-6h', 21_600],
    ['7d', 604_800],
    ['soon', undefined],
  ])('of %s have %s seconds', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  it.each([
    ['now-6h', 'now', { start: NOW - 21_600, end: NOW }],
    ['now-2d', 'now-1d', { start: NOW - 172_800, end: NOW - 86_400 }],
    ['2027-01-15T07:00:00Z', '2027-01-15T08:00:00Z', { start: NOW - 3600, end: NOW }],
    ['now', 'now', { start: NOW - 21_600, end: NOW }],
  ])('from %s to %s are a span', (from, to, span) => {
    expect(spanOf(from, to, NOW)).toEqual(span);
  });

  it('are spelled for people and for PromQL', () => {
    expect(minuteOf(NOW)).toBe('2027-01-15 08:00 UTC');
    expect([604_800, 5400, 61].map(spellSeconds)).toEqual(['7d', '90m', '61s']);
  });
});
