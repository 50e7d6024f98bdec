import { checkPromQl } from './check-promql';
import { parsePromQl } from './promql';

const faults = (expr: string) => checkPromQl(parsePromQl(expr));

describe('checkPromQl', () => {
  it.each([
    'up',
    'sum by (bus) (rate(x_total[5m]))',
    'histogram_quantile(0.95, sum by (le) (rate(x_bucket[5m])))\n',
    'rate(x_total[$__rate_interval])',
    'increase(x_total[${__range}]) / $__interval_ms',
    'max_over_time(rate(x_total[5m])[1h:1m])',
    '{job=~"a.+"}',
    '{__name__="up"}',
    '{"up"}',
    'x{a=~"(?i)b|[[:alpha:]]"}',
    'label_replace(vector(1), "a", "$$1 \\"quoted\\"", "", "")',
    'x unless on (a) y',
    '-x',
  ])('accepts %s', (expr) => {
    expect(faults(expr)).toEqual([]);
  });

  it.each([
    ['', 'promql-syntax', 'the expression is empty', 0],
    ['  ', 'promql-syntax', 'the expression is empty', 0],
    ['sum(', 'promql-syntax', 'the expression ends too early', 4],
    ['sum(x))', 'promql-syntax', 'unexpected ")"', 6],
    ['x{a="b', 'promql-syntax', 'the expression ends too early', 6],
    ['rate(x)', 'promql-type', 'expected type matrix in call to function "rate", got vector', 5],
    ['rate(sum(x)[5m])', 'promql-type', 'only a selector can have a range', 5],
    ['{job=~".*"}', 'promql-type', 'the selector matches every series', 0],
    ['{a!~".+",b=""}', 'promql-type', 'matches every series|non-empty matcher', 0],
    ['x{a=~"(b"}', 'promql-type', 'the regular expression is not valid: missing closing )', 2],
    ['x{a=~"(?=b)"}', 'promql-type', 'the regular expression is not valid', 2],
    ['x{a=~"[[:nope:]]"}', 'promql-type', 'the regular expression is not valid', 2],
    ['label_replace(x, "a-b", "", "", "")', 'promql-type', '"a-b" is not a label name', 17],
    ['1 and x', 'promql-type', 'set operator not allowed', 0],
    ['nope(x)', 'promql-syntax', 'unexpected', 4],
  ])('refuses %s', (expr, code, message, from) => {
    const [first] = faults(expr);
    expect(first).toMatchObject({ code, from });
    expect(first?.message.replace(/\W/g, ' ')).toMatch(
      new RegExp(
        message
          .split('|')
          .map((part) => part.replace(/\W/g, ' '))
          .join('|'),
      ),
    );
  });
});
