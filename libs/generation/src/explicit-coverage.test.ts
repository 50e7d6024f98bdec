import { sampleSpec } from '../testing/sample-context';
import { PromQlCache } from '@g6/promql';
import { specMetrics } from '@g6/model';
import { ExplicitCoverage } from './explicit-coverage';

function coverageOf(...exprs: string[]): ExplicitCoverage {
  const panels = exprs.map((promql) => ({ promql }));
  const spec = sampleSpec({ name: 'own', type: 'gauge', panels });
  const written = specMetrics(spec).flatMap((metric) => metric.panels);
  return new ExplicitCoverage(written, new PromQlCache());
}

describe('ExplicitCoverage', () => {
  it.each([
    ['x', true],
    ['sum(rate(x[5m]))', true],
    ['y / on () group_left () x', true],
    ['{__name__="x"}', true],
    ['x{bus=~".*"}', true],
    ['sum(x) / sum(x{bus="a"})', true],
    ['{__name__="x", a="b"}', false],
    ['sum(x{bus!="a"})', false],
    ['absent(x)', false],
    ['absent_over_time(x[5m]) or y', false],
    ['max_over_time(x[1h:5m])', true],
    ['x_total', false],
    ['y{x="1"}', false],
    ['sum by (x) (y)', false],
    ['label_replace(y, "x", "x", "", "")', false],
    ['y # x', false],
  ])('shows all of x: %s %p', (expr, expected) => {
    expect(coverageOf(expr).shows('x')).toBe(expected);
  });

  it.each([
    ['sum(rate(x[5m]))', true],
    ['sum(irate(x[1m]))', true],
    ['sum ( rate ( x [5m] offset 1h ) )', true],
    ['sum(rate(x{a="b"}[5m]))', false],
    ['rate(\n  x[5m]\n)', true],
    ['rate(x[$__rate_interval])', true],
    ['y + rate(x[5m])', true],
    ['rate(sum(x)[5m:1m])', true],
    ['increase(x[5m])', false],
    ['x', false],
    ['rate(y[5m]) / x', false],
    ['rate(x_total[5m])', false],
    ['y{a="rate(x[5m])"}', false],
  ])('applies rate to all of x: %s %p', (expr, expected) => {
    expect(coverageOf(expr).rates('x')).toBe(expected);
  });

  it.each([
    ['sum by (bus) (rate(x[5m]))', true],
    ['sum(rate(x[5m]))by(bus)', true],
    ['sum by(bus,)(rate(x[5m]))', true],
    ['sum by (bus, bus) (x)', true],
    ['max by ("bus") (x)', true],
    ['SUM BY (bus) (x)', true],
    ['100 * (sum by (bus) (x) / sum by (bus) (y))', true],
    ['sum by (bus) (x{reason="full"})', false],
    ['sum by (bus, reason) (rate(x[5m]))', false],
    ['sum without (bus) (rate(x[5m]))', false],
    ['sum by (busy) (x)', false],
    ['sum by () (x)', false],
    ['sum(x)', false],
    ['sum by (bus) (y) + on () group_left () x', false],
    ['x # sum by (bus) (x)', false],
  ])('groups all of x by bus alone: %s %p', (expr, expected) => {
    expect(coverageOf(expr).groupsBy('x', 'bus')).toBe(expected);
  });

  it('counts the explicit panels of all metrics', () => {
    const coverage = coverageOf('sum(rate(a[5m]))', 'sum by (l) (b)');
    expect(coverage.rates('a')).toBe(true);
    expect(coverage.groupsBy('b', 'l')).toBe(true);
    expect(coverage.groupsBy('a', 'l')).toBe(false);
  });
});
