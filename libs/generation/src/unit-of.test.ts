import { sampleSpec } from '../testing/sample-context';
import { specMetrics, type Metric } from '@g6/model';
import { unitOf, type Shown } from './unit-of';

function metric(name: string, changes: object = {}): Metric {
  return specMetrics(sampleSpec({ name, type: 'gauge', ...changes }))[0]!;
}

describe('unitOf', () => {
  it.each<[string, Shown, string]>([
    ['x_ms', 'value', 'ms'],
    ['x_ms', 'quantile', 'ms'],
    ['x_seconds', 'value', 's'],
    ['x_seconds', 'quantile', 's'],
    ['x_bytes', 'value', 'bytes'],
    ['x_bytes', 'quantile', 'bytes'],
    ['x_bytes_total', 'rate', 'Bps'],
    ['x_bytes_total', 'value', 'bytes'],
    ['x_ratio', 'value', 'percentunit'],
    ['x_percent', 'value', 'percent'],
    ['x_total', 'rate', 'short'],
    ['x', 'value', 'short'],
    ['items', 'value', 'short'],
    ['x_ms_ago', 'value', 'short'],
    ['kilobytes', 'value', 'short'],
  ])('of %s as a %s is %s', (name, shown, unit) => {
    expect(unitOf(metric(name), shown, 'auto')).toBe(unit);
  });

  it.each<[string, Shown, string]>([
    ['x_ms', 'quantile', 'ms'],
    ['x_ms', 'value', 'short'],
    ['x_seconds', 'quantile', 'short'],
    ['x_bytes_total', 'rate', 'short'],
    ['x_ratio', 'value', 'short'],
  ])('of %s as a %s was %s before', (name, shown, unit) => {
    expect(unitOf(metric(name), shown, 'legacy')).toBe(unit);
  });

  it("is the metric's own where it has one", () => {
    const own = metric('x_ms', { unit: 'rows' });
    expect([unitOf(own, 'value', 'auto'), unitOf(own, 'value', 'legacy')]).toEqual([
      'rows',
      'rows',
    ]);
  });
});
