import { parsePromQl } from './parse-promql';
import { durationSeconds, splitComparison } from './split-comparison';

const split = (expr: string) => splitComparison(parsePromQl(expr));

describe('splitComparison', () => {
  it.each([
    ['x > 5', 'x', '>', 5],
    ['5 > x', 'x', '<', 5],
    ['5m <= time() - x', 'time() - x', '>=', 300],
    ['sum(rate(x[5m])) / 2 >= -1e3', 'sum(rate(x[5m])) / 2', '>=', -1000],
    ['((x != (1 + 2) * 3))', 'x', '!=', 9],
    ['x{a=">"} == 0x10', 'x{a=">"}', '==', 16],
    ['x\n  < 2 ^ 3\n', 'x', '<', 8],
  ])('takes %j apart', (expr, value, operator, threshold) => {
    expect(split(expr)).toEqual({ value, operator, threshold });
  });

  it.each([
    'x',
    'x > y',
    'x > bool 1',
    '1 > 2',
    'x > 1 and y > 2',
    'x > NaN',
    'vector(1) > y',
    '-x',
  ])('finds no plain threshold in %s', (expr) => {
    expect(split(expr)).toBeUndefined();
  });
});

describe('durationSeconds', () => {
  it.each([
    ['90s', 90],
    ['1h30m', 5400],
    ['500ms', 0.5],
    ['1w', 604_800],
  ])('reads %s', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each(['', '5', 'm', '5 m'])('refuses %j', (text) => {
    expect(durationSeconds(text)).toBeUndefined();
  });
});
