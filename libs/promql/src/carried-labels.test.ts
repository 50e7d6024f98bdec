import { canCarryLabel } from './carried-labels';
import { parsePromQl } from './parse-promql';

const recorded = (series: string) => (series === 'h:p95_5m' ? ['job'] : undefined);

describe('canCarryLabel', () => {
  it.each([
    ['x > 1', true],
    ['sum by (a, b) (x) > 1', true],
    ['sum without (b) (x)', true],
    ['topk by (b) (3, x)', true],
    ['rate(x[5m]) / rate(y[5m])', true],
    ['1 - x', true],
    ['x > on (a, b) y', true],
    ['x > ignoring (b) y', true],
    ['sum(x) * on (b) group_right () y', true],
    ['sum by (b) (x) * on (b) group_left (a) y', true],
    ['sum(x) or y', true],
    ['x and sum(y)', true],
    ['absent(x{a="1"})', true],
    ['absent_over_time(x{a="1"}[5m])', true],
    ['label_replace(sum(x), "a", "", "", "")', true],
    ['count_values("a", x)', true],
    ['histogram_quantile(0.9, sum by (le, a) (rate(h_bucket[5m])))', true],
    ['max_over_time(x[1h:1m])', true],
    ['# by nothing\n(x offset 1h)', true],
    ['sum(x) > 1', false],
    ['sum by (b) (x)', false],
    ['sum without (a) (x)', false],
    ['sum(topk by (a) (3, x))', false],
    ['x > on (b) y', false],
    ['x > ignoring (a) y', false],
    ['sum(x) * on (b) group_left () y', false],
    ['sum(x) and y', false],
    ['sum(x) unless y', false],
    ['absent(x)', false],
    ['absent(x{a=~"1"})', false],
    ['vector(1)', false],
    ['time() > 5', false],
    ['1', false],
    ['h:p95_5m > 1', false],
    ['count_values("b", x)', false],
    ['histogram_quantile(0.9, sum by (le) (rate(h_bucket[5m])))', false],
  ])('of "a" in %j is %s', (expr, expected) => {
    expect(canCarryLabel(parsePromQl(expr), 'a', recorded)).toBe(expected);
  });

  it('knows that only series of Prometheus itself name the alert', () => {
    const carries = (expr: string) => canCarryLabel(parsePromQl(expr), 'alertname', recorded);
    expect([carries('x > 1'), carries('ALERTS > 0')]).toEqual([false, true]);
  });
});
