import { withFilters } from '../src/server/ad-hoc-filters';

describe('the filters of a user', () => {
  it.each([
    ['rate(a[5m]) / b{x="y"}', ['job="api"'], 'rate(a{job="api"}[5m]) / b{x="y", job="api"}'],
    ['a{job="web"}', ['job!="api"'], 'a{job="web", job!="api"}'],
    ['a', ['b="c", d=~"e.*"', ''], 'a{b="c", d=~"e.*"}'],
    ['a', [' '], 'a'],
    ['a +', ['b="c"'], 'a +'],
  ])('are in every selector of %s', (expr, filters, expected) => {
    expect(withFilters(expr, filters)).toBe(expected);
  });

  it.each(['b', '} or up{', 'b="c', 'b="c"} > 1 or vector(1) #'])('are not %s', (filter) => {
    expect(withFilters('a', [filter])).toBeUndefined();
  });
});
