import * as fc from 'fast-check';
import { arbitraryPromQl } from '../testing/arbitrary-promql';
import { expressionForm, isSameQuery, plainReferences } from './expression-form';
import { parsePromQl } from './parse-promql';

describe('expressionForm', () => {
  it.each([
    ['sum by (a) (x)', 'sum by(a)(x)'],
    ['sum(x)  by\n (a)', 'sum(x)by(a)'],
    ['x{b = "1",a=~"2"} / y # of y', 'x{a=~"2",b="1"}/y'],
    ["x{b='1', a=`2`,}", 'x{a="2",b="1"}'],
    ['x{a="b  c", a!="d"}', 'x{a!="d",a="b  c"}'],
    ['a / ignoring(b) group_left c', 'a/ignoring(b)group_left c'],
    ['rate(x{pod="$pod"}[$__rate_interval])', 'rate(x{pod="$pod"}[$__rate_interval])'],
    ['rate(x{pod="[[pod]]"}[${window}])', 'rate(x{pod="$pod"}[$window])'],
    ['x{}', 'x'],
    ['{__name__="x"}', '{__name__="x"}'],
    ['x{b="1", $more}', 'x{$more,b="1"}'],
    ['{"x.y", b="1"}', '{"x.y",b="1"}'],
    ['label_replace(x, "a", \'b  c\', "d", "")', 'label_replace(x,"a",\'b  c\',"d","")'],
  ])('of %s is %s', (expr, form) => {
    expect(expressionForm(expr)).toBe(form);
  });

  it.each([
    ['sum(x)', 'max(x)'],
    ['x{a="1"}', 'x{a=~"1"}'],
    ['x{a="b c"}', 'x{a="bc"}'],
    ['x[5m]', 'x[5m:]'],
    ['x{a="$b"}', 'x{a="${b:regex}"}'],
    ['x{a="${b}c"}', 'x{a="$bc"}'],
  ])('tells %s from %s', (left, right) => {
    expect(isSameQuery(left, right)).toBe(false);
  });

  it('has nothing to say of what does not parse', () => {
    expect(expressionForm('sum(')).toBeUndefined();
    expect(isSameQuery('sum(', 'sum (')).toBe(false);
    expect(isSameQuery('sum(', 'sum(')).toBe(true);
  });

  it('is its own form', () => {
    fc.assert(
      fc.property(arbitraryPromQl, (expr) => {
        fc.pre(parsePromQl(expr).errors.length === 0);
        const form = expressionForm(expr);
        expect(form).toBeDefined();
        expect(expressionForm(form!)).toBe(form);
      }),
      { numRuns: 300 },
    );
  });
});

it('spells references plainly where that keeps their name', () => {
  expect(plainReferences('${a} [[b]] ${c}d ${e:csv}')).toBe('$a $b ${c}d ${e:csv}');
});
