import { AGGREGATES, COMPARE, POINTWISE, quantileOfBuckets, satisfies } from './promql-values';

describe('the values of PromQL', () => {
  it.each([
    ['round', [2.5], 3],
    ['round', [-2.5], -2],
    ['round', [7, 5], 5],
    ['clamp', [7, 0, 5], 5],
    ['clamp_min', [-1, 0], 0],
    ['clamp_max', [7, 5], 5],
    ['deg', [Math.PI], 180],
  ])('%s of %j is %d', (name, [value = NaN, ...more], result) => {
    expect(POINTWISE[name]?.(value, ...more)).toBe(result);
  });

  it.each([
    ['sum', 12],
    ['avg', 4],
    ['min', 1],
    ['max', 9],
    ['count', 3],
    ['group', 1],
    ['stdvar', 38 / 3],
  ])('%s of 1, 2 and 9 is %d', (name, result) => {
    expect(AGGREGATES[name]?.([1, 2, 9])).toBeCloseTo(result, 9);
  });

  it('compares', () => {
    expect(Object.entries(COMPARE).map(([sign, holds]) => [sign, holds(1, 1)])).toEqual([
      ['>', false],
      ['>=', true],
      ['<', false],
      ['<=', true],
      ['==', true],
      ['!=', false],
    ]);
  });

  it.each([
    [0.5, 1.5],
    [0.25, 1],
    [0.125, 0.5],
    [0.9, 2],
    [0, NaN],
  ])('finds the quantile %d of buckets', (quantile, result) => {
    const buckets = [
      { bound: Infinity, value: 4 },
      { bound: 1, value: 1 },
      { bound: 2, value: 3 },
    ];
    expect(quantileOfBuckets(quantile, buckets)).toBe(result);
  });

  it.each([
    ['=', 'a', true],
    ['!=', 'a', false],
    ['=~', 'a|b', true],
    ['=~', '[b-z]', false],
    ['!~', 'b.*', true],
  ] as const)(
    'tells whether a label with the value a satisfies %s"%s"',
    (operator, value, result) => {
      expect(satisfies({ label: 'l', operator, value }, { l: 'a' })).toBe(result);
    },
  );

  it('takes a missing label for the empty text', () => {
    expect(satisfies({ label: 'l', operator: '=', value: '' }, {})).toBe(true);
  });
});
