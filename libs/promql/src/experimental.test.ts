import { AnalyzedPromQl } from './promql-cache';

describe('experimentalUses', () => {
  it.each([
    ['sort_by_label(x, "a")', 'promql-experimental-functions', '"sort_by_label"'],
    ['limitk(5, x)', 'promql-experimental-functions', '"limitk"'],
    ['x + on (a) fill(0) y', 'promql-binop-fill-modifiers', '"fill"'],
    ['rate(x[5m] smoothed)', 'promql-extended-range-selectors', '"smoothed"'],
    ['x anchored', 'promql-extended-range-selectors', '"anchored"'],
    ['rate(x[5m * 2])', 'promql-duration-expr', 'a computed duration'],
    ['x offset -step()', 'promql-duration-expr', 'a computed duration'],
  ])('names the flag of %s', (expr, feature, what) => {
    const { faults, experimental } = new AnalyzedPromQl(expr);
    expect(faults).toEqual([]);
    expect(experimental).toMatchObject([{ feature, what }]);
  });

  it.each(['rate(x[5m])', 'x offset -5m', 'first_over_time(x[5m])', 'sort(limitk)', 'x{fill="a"}'])(
    'finds nothing in %s',
    (expr) => {
      expect(new AnalyzedPromQl(expr).experimental).toEqual([]);
    },
  );

  it('names each thing once', () => {
    const { experimental } = new AnalyzedPromQl('limitk(1, x) + limitk(2, y) + info(x)');
    expect(experimental.map(({ what }) => what)).toEqual(['"limitk"', '"info"']);
  });
});
