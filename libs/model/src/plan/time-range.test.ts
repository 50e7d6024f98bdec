import { isGrafanaTime, isReversedRange } from './time-range';

describe('isGrafanaTime', () => {
  it.each([
    'now',
    'now-6h',
    'now-d',
    'now/d',
    'now-1d/d',
    'now-1d/d+6h',
    'now/fy',
    'now-1fQ/fQ',
    '2026-01-31',
    '2026-01-31T10:00:00Z',
    '2026-01-31 10:00:00',
    '2026-01-31T10:00:00.123+02:00',
    '1767225600000',
  ])('accepts %s', (text) => {
    expect(isGrafanaTime(text)).toBe(true);
  });

  it.each([
    'yesterday',
    'now-6',
    'now - 6h',
    'now-6x',
    'now/2d',
    'NOW',
    '6h',
    '2026-02-30',
    '2026-01-31T25:00:00Z',
    '31.01.2026',
    '2026',
    '',
  ])('refuses %j', (text) => {
    expect(isGrafanaTime(text)).toBe(false);
  });
});

describe('isReversedRange', () => {
  it.each([
    ['now', 'now-6h'],
    ['now', 'now'],
    ['now-1d', 'now-24h'],
    ['2026-01-02', '2026-01-01T23:59:59Z'],
    ['1767225600000', '1767225599000'],
  ])('holds from %s to %s', (from, to) => {
    expect(isReversedRange(from, to)).toBe(true);
  });

  it.each([
    ['now-6h', 'now'],
    ['now/d', 'now/d'],
    ['now-1d/d', 'now-1d/d'],
    ['now-1y', 'now-1M'],
    ['now-6h', 'now+1h'],
    ['2026-01-01', '2026-01-02T00:00:00Z'],
    ['2026-01-01', 'now'],
    ['now', '2026-01-01'],
  ])('does not hold from %s to %s', (from, to) => {
    expect(isReversedRange(from, to)).toBe(false);
  });
});
