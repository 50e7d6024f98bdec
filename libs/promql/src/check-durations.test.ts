import { firstFault, type MarkedFault } from '../testing/marked-fault';
import { checkPromQl } from './check-promql';
import { parsePromQl } from './parse-promql';

describe('a number or a duration', () => {
  it.each<MarkedFault>([
    ['x offset ▸300y', 'the duration 300y is out of range; the longest is 292y'],
    ['rate(x[▸99999y])', 'the duration 99999y is out of range; the longest is 292y'],
    ['rate(x[▸9.5e10])', 'the duration 9.5e10 is out of range; the longest is 292y'],
    ['x offset ▸inf', 'the duration inf is out of range; the longest is 292y'],
    [`▸${'9'.repeat(400)}`, 'the number is out of range'],
    ['▸0x1ffffffffffffffff', 'the number is out of range'],
    ['x @ ▸1e20', '"@" takes a time, and 1e20 is none'],
    ['x @ ▸-Inf', '"@" takes a time, and -Inf is none'],
    ['rate(x[▸1m/0])', 'the duration is divided by zero'],
    ['rate(x[▸step() % 0d])', 'the duration is divided by zero'],
    ['x > ▸0.9and y', '"0.9and" is neither a number nor a duration; write a space between them'],
  ])('is refused: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });

  it.each([
    'rate(x[-5m+35m])',
    'rate(x[-step()])',
    'rate(x[-2^2])',
    'rate(x[--5m])',
    'x offset -292y',
    'x @ 1e18',
    '0x7fffffffffffffff',
    '1e308',
    '5m + 1h30m',
    'Inf + NaN',
  ])('is taken: %s', (expr) => {
    expect(checkPromQl(parsePromQl(expr))).toEqual([]);
  });
});
