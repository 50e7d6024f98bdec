import { checkPromQl } from './check-promql';
import { parsePromQl } from './parse-promql';

describe('checkPromQl', () => {
  it.each(['', '  ', '\n', '# only a comment', '  # a\n  # b\n'])(
    'refuses what is empty: %j',
    (expr) => {
      expect(checkPromQl(parsePromQl(expr))).toEqual([
        { code: 'promql-syntax', message: 'the expression is empty', from: 0, to: 0 },
      ]);
    },
  );

  it('tells the first fault of what does not parse, as syntax', () => {
    expect(checkPromQl(parsePromQl('sum( + rate(x) + }'))).toHaveLength(1);
    expect(checkPromQl(parsePromQl('sum('))).toMatchObject([{ code: 'promql-syntax' }]);
  });

  it('tells every fault of what parses, in the order of the text', () => {
    const faults = checkPromQl(parsePromQl('rate(x) + sum(5) + abs()'));
    expect(faults.map(({ code, from }) => [code, from])).toEqual([
      ['promql-type', 5],
      ['promql-type', 14],
      ['promql-type', 19],
    ]);
  });

  it.each(['(', '-'])('refuses %j nested so deep that a check would take minutes', (opening) => {
    const closing = opening === '(' ? ')' : '';
    const nested = (count: number) => opening.repeat(count) + 'x' + closing.repeat(count);
    expect(checkPromQl(parsePromQl(nested(1000)))).toEqual([]);
    const [fault] = checkPromQl(parsePromQl(nested(2_200)));
    expect(fault?.message).toBe('the expression nests more than 2000 levels deep here');
  });

  it('refuses what is longer than any expression that a person wrote, without a look at it', () => {
    const long = `x${' + x'.repeat(25_000)}`;
    expect(checkPromQl(parsePromQl(long))).toMatchObject([
      { message: 'the expression has 100001 characters; at most 100000 are checked' },
    ]);
  });

  it('finds the first fault of a long expression without mending it', () => {
    const long = `x${' + x'.repeat(2000)}`;
    expect(checkPromQl(parsePromQl(`${long} ) y`))).toMatchObject([
      { message: 'unexpected ")"', from: long.length + 1 },
    ]);
    expect(checkPromQl(parsePromQl(`sum(${long}`))).toMatchObject([
      { message: 'the expression ends too early; a ")" is missing' },
    ]);
    expect(checkPromQl(parsePromQl(`sum by (${'a,'.repeat(4000)}) (x`))).toMatchObject([
      { message: 'the expression ends too early; a ")" is missing' },
    ]);
  });

  it.each([
    'up',
    ':x',
    'a:b:c',
    'x{}',
    'x{a="b",}',
    "x{a='b'}",
    'x{a=`b\\d`}',
    '{a="b"}',
    '{a=~".+"}',
    '{a!=""}',
    '{a!~".*"}',
    '{__name__=~"x.+"}',
    '{"up"}',
    'x offset 5m',
    'x offset -5m',
    'x @ 1600000000',
    'x @ end() offset 5m',
    'x offset 5m @ 5.5',
    'x + y offset 5m',
    'x / x offset 1d',
    '-x offset 5m',
    'a % b @ 5 offset 1m',
    'a offset 5m / b offset 5m',
    'a and a offset 1h',
    'x[5m]',
    'rate(x[1h30m])',
    'rate(x[5m] offset 1h)',
    'rate(x[5m] @ 100)',
    'max_over_time(rate(x[5m])[1h:1m])',
    'max_over_time((a + b)[1h:])',
    '(x)[5m:1m]',
    'rate(x[1y2w3d4h5m6s7ms])',
    'sum by (bus) (x)',
    'sum(x) by (bus)',
    'SUM BY (bus) (x)',
    'sum by () (x)',
    'sum by (a,) (x)',
    'topk(5, x)',
    'topk(scalar(y), x)',
    'quantile(0.9, x)',
    'count_values("a", x)',
    'limitk(5, x)',
    'x / on (a) y',
    'x / on () y',
    'x / ignoring (a) group_left (b) y',
    'x * on (a) group_right () y',
    'x unless on (a) y',
    'x or vector(0)',
    'x == bool 1',
    '1 > bool 2',
    'x > 5',
    '2 ^ 3 ^ 2',
    '--x',
    'x atan2 y',
    'a-b',
    'a==-1',
    '1',
    '.5',
    '1e-3',
    '0x1F',
    'NaN',
    '-Inf',
    '"text"',
    '"\\"\\\\\\n\\x41\\u00e9\\U0001F50E\\101"',
    "'\\''",
    'histogram_quantile(0.95, sum by (le) (rate(x_bucket[5m])))\n',
    'label_replace(vector(1), "a", "$$1 \\"quoted\\"", "", "")',
    'label_join(x, "a", ",")',
    'round(x)',
    'round(x, 0.1)',
    'minute()',
    'pi()',
    'time() - x',
    'absent(sum(x))',
    'absent_over_time(x[5m])',
    'quantile_over_time(0.9, x[5m])',
    'predict_linear(x[1h], 3600)',
    'x # comment',
    '# "first\nx',
    'x\n\t+\r\n y',
    'x{a="é日本🔎\u00a0"}',
    'x # a\u00a0b',
    'x{a=~"b|c"}',
    'x{a=~"(?i)b|[[:alpha:]]"}',
    'x{a=~"\\\\d+"}',
    'x{a=~"(?P<n>b)"}',
    'x{a=~"b{2,5}"}',
    'x{a=~""}',
    'x{a=~"\\\\pL+"}',
    'x{a=~"b{,5}"}',
    'x{a=~"(|b)"}',
    'x{on="a",by="b",sum="c"}',
    'sum by (on, by) (x)',
    'sum',
    'rate(sum_total[5m])',
    'rate(x[$__rate_interval])',
    'increase(x[${__range}]) / $__interval_ms',
    'x[$__range:$__interval]',
  ])('accepts what Prometheus takes: %s', (expr) => {
    expect(checkPromQl(parsePromQl(expr))).toEqual([]);
  });
});
