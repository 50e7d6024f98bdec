import { checkPromQl } from './check-promql';
import { parsePromQl } from './parse-promql';
import {
  drawn,
  errorShare,
  failureShare,
  firingCount,
  guardedMean,
  nativeCountRate,
  newValuesOf,
  ratesOf,
  secondsSince,
  secondsUntil,
  shareBusy,
  shareNotFree,
  shareUsed,
  stableTop,
  valuesOf,
} from './spell-shapes';

const SPELLED: readonly (readonly [string, string])[] = [
  [
    stableTop(ratesOf('m_total', '5m', ['a']), 10),
    'sum by (a) (rate(m_total[5m])) and topk(10, sum by (a) (rate(m_total[5m] @ end())))',
  ],
  [stableTop(valuesOf('m', ['a'], 'avg'), 3), 'avg by (a) (m) and topk(3, avg by (a) (m @ end()))'],
  [drawn(secondsSince('m', [])), 'time() - max(m)'],
  [drawn(secondsUntil('m', ['a'])), 'min by (a) (m) - time()'],
  [drawn(shareUsed('u', 'w', ['a'])), 'sum by (a) (u) / sum by (a) (w)'],
  [drawn(shareNotFree('f', 'w', [])), '1 - sum(f) / sum(w)'],
  [
    drawn(shareBusy('c_total', { label: 'mode', value: 'idle' }, '5m', ['i'])),
    '1 - avg by (i) (rate(c_total{mode="idle"}[5m]))',
  ],
  [
    errorShare('m_total', 'code', { values: ['500', '503'] }, '5m'),
    '(sum(rate(m_total{code=~"500|503"}[5m])) or 0 * sum(rate(m_total[5m]))) / (sum(rate(m_total[5m])) > 0)',
  ],
  [
    failureShare('f_total', 'm_total', '5m'),
    '(sum(rate(f_total[5m])) or 0 * sum(rate(m_total[5m]))) / (sum(rate(m_total[5m])) > 0)',
  ],
  [nativeCountRate('h', '5m'), 'histogram_count(sum(rate(h[5m])))'],
  [guardedMean('h', '5m'), 'sum(rate(h_sum[5m])) / (sum(rate(h_count[5m])) > 0)'],
  [firingCount('ALERTS'), 'count(ALERTS) or vector(0)'],
  [newValuesOf('m', 'v'), 'count by (v) (m) unless count by (v) (m offset 1m)'],
];

it.each(SPELLED)('%s is valid PromQL', (expr, expected) => {
  expect(expr).toBe(expected);
  expect(checkPromQl(parsePromQl(expr))).toEqual([]);
});
