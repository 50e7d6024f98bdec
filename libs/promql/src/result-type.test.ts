import { parsePromQl } from './parse-promql';
import { PromQlCache } from './promql-cache';
import { resultType } from './result-type';

describe('resultType', () => {
  it.each([
    ['x', 'instant vector'],
    ['x offset 5m', 'instant vector'],
    ['-(x @ 5)', 'instant vector'],
    ['sum(x)', 'instant vector'],
    ['vector(1)', 'instant vector'],
    ['x > 1', 'instant vector'],
    ['1 + 2', 'scalar'],
    ['-time()', 'scalar'],
    ['scalar(x) * 2', 'scalar'],
    ['x[5m]', 'range vector'],
    ['(x[5m] offset 1h)', 'range vector'],
    ['rate(x[5m])[30m:1m] @ end()', 'range vector'],
    ['("a")', 'string'],
    ['# c\nx[5m]', 'range vector'],
  ])('of %j is %s', (expr, type) => {
    expect(resultType(parsePromQl(expr))).toBe(type);
  });
});

describe('the result of a query', () => {
  it.each([
    [
      'x[5m]',
      'the result is a range vector; apply a function such as rate or max_over_time to it, or drop the range',
    ],
    ['# c\n"text"', 'the result is a string; write an expression that gives numbers'],
  ])('is refused if nothing can use it: %j', (expr, message) => {
    expect(new PromQlCache().analyze(expr).faults).toMatchObject([
      { code: 'promql-type', message },
    ]);
  });
});
