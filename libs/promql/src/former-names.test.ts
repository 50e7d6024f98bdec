import { checkPromQl } from './check-promql';
import { readFormerNames } from './former-names';
import { parsePromQl } from './parse-promql';

const FORMER: Record<string, readonly string[]> = {
  new: ['old'],
  new_bucket: ['old_bucket'],
  twice: ['once', 'first'],
  plain: ['dotted.name', 'on'],
  'dotted.now': ['plain_then'],
  'new:p95_5m': ['old:p95_5m'],
};

const read = (expr: string) => readFormerNames(parsePromQl(expr), (name) => FORMER[name] ?? []);

describe('readFormerNames', () => {
  it.each([
    ['a selector', 'new', 'new or old'],
    ['its matchers', 'new{a="b", c!~"d"}', 'new{a="b", c!~"d"} or old{a="b", c!~"d"}'],
    ['a function over a range', 'sum(rate(new[5m]))', 'sum(rate(new[5m]) or rate(old[5m]))'],
    [
      'buckets',
      'histogram_quantile(0.9, sum by (le) (rate(new_bucket{a=~"$a"}[$__rate_interval])))',
      'histogram_quantile(0.9, sum by (le) (rate(new_bucket{a=~"$a"}[$__rate_interval]) or rate(old_bucket{a=~"$a"}[$__rate_interval])))',
    ],
    ['an operand', 'new / other > 0', '(new or old) / other > 0'],
    ['both operands', 'new / new', '(new or old) / (new or old)'],
    ['a sign', '-new', '-(new or old)'],
    ['brackets', '(new) * 2', '(new or old) * 2'],
    ['an offset', 'sum(new offset 1h)', 'sum(new offset 1h or old offset 1h)'],
    [
      'an offset of a range',
      'rate(new[5m] offset 1h) > 1',
      '(rate(new[5m] offset 1h) or rate(old[5m] offset 1h)) > 1',
    ],
    ['a moment', 'new @ end()', 'new @ end() or old @ end()'],
    ['a range in brackets', 'rate((new[5m]))', 'rate((new[5m])) or rate((old[5m]))'],
    [
      'a subquery of a rate',
      'max_over_time(rate(new[5m])[1h:1m])',
      'max_over_time((rate(new[5m]) or rate(old[5m]))[1h:1m])',
    ],
    ['a subquery', 'rate(new[1h:1m])', 'rate(new[1h:1m]) or rate(old[1h:1m])'],
    [
      'a subquery of what keeps the names',
      'max_over_time((topk(5, new) > 1)[1h:1m] offset 1m)',
      'max_over_time((topk(5, new) > 1)[1h:1m] offset 1m) or max_over_time((topk(5, old) > 1)[1h:1m] offset 1m)',
    ],
    [
      'a subquery of two that keep their names',
      'max_over_time((new > twice)[1h:1m])',
      'max_over_time((new > twice)[1h:1m]) or max_over_time((new > once)[1h:1m]) or max_over_time((new > first)[1h:1m]) or ' +
        'max_over_time((old > twice)[1h:1m]) or max_over_time((old > once)[1h:1m]) or max_over_time((old > first)[1h:1m])',
    ],
    [
      'nested subqueries',
      'max_over_time(last_over_time(new[1h:1m])[1d:1h])',
      'max_over_time(last_over_time(new[1h:1m])[1d:1h]) or max_over_time(last_over_time(old[1h:1m])[1d:1h])',
    ],
    [
      'a subquery of a sum',
      'max_over_time(sum(new)[1h:1m])',
      'max_over_time(sum(new or old)[1h:1m])',
    ],
    [
      'further arguments',
      'predict_linear(new[1h], scalar(new))',
      'predict_linear(new[1h], scalar(new or old)) or predict_linear(old[1h], scalar(new or old))',
    ],
    [
      'the quantile before the range',
      'quantile_over_time(0.9, new[1h])',
      'quantile_over_time(0.9, new[1h]) or quantile_over_time(0.9, old[1h])',
    ],
    ['each former name', 'topk(5, twice)', 'topk(5, twice or once or first)'],
    [
      'a name that must be quoted',
      'plain{a="b"}',
      'plain{a="b"} or {"dotted.name", a="b"} or {__name__="on", a="b"}',
    ],
    ['empty braces', 'plain{}', 'plain{} or {"dotted.name"} or {__name__="on"}'],
    ['no braces', 'plain', 'plain or {"dotted.name"} or {__name__="on"}'],
    ['a quoted name', '{"dotted.now", a="b"}', '{"dotted.now", a="b"} or {"plain_then", a="b"}'],
    [
      'a name in a matcher',
      '{__name__="new", a="b"}',
      '{__name__="new", a="b"} or {__name__="old", a="b"}',
    ],
    ['a recorded series', 'new:p95_5m > 1', '(new:p95_5m or old:p95_5m) > 1'],
    [
      'the moment of a sample',
      'time() - timestamp(new)',
      'time() - (timestamp(new) or timestamp(old))',
    ],
    ['a line end', 'sum(new)\n', 'sum(new or old)\n'],
  ])('reads %s', (_, expr, expected) => {
    expect(read(expr)).toBe(expected);
    expect(checkPromQl(parsePromQl(expected))).toEqual([]);
  });

  it.each([
    ['absent(new{a="b"})', 'absent(new{a="b"}) and absent(old{a="b"})'],
    ['absent((new)) == 1', '(absent((new)) and absent((old))) == 1'],
    ['absent_over_time(new[5m])', 'absent_over_time(new[5m]) and absent_over_time(old[5m])'],
    ['absent(sum(new))', 'absent(sum(new or old))'],
  ])('calls a series absent that has no name: %s', (expr, expected) => {
    expect(read(expr)).toBe(expected);
  });

  it.each([
    'other',
    'sum(rate(other[5m]))',
    'new[5m]',
    '{__name__=~"new|x"}',
    'sum(new',
    '$new',
    'new$x',
  ])('leaves %s alone', (expr) => {
    expect(read(expr)).toBe(expr);
  });

  it('leaves comments and spaces where they are', () => {
    expect(read('sum( # all\n  rate(new[5m])\n)')).toBe(
      'sum( # all\n  rate(new[5m]) or rate(old[5m])\n)',
    );
  });
});
