import { expressionForm, variableQueryForm } from './expression-form';

describe('the form of an expression', () => {
  it.each([
    ['sum by (a) (x)', 'sum by(a)(x)'],
    ['sum(x)  by\n (a)', 'sum(x)by(a)'],
    ['x{b = "1",a=~"2"} / y # of y', 'x{a=~"2",b="1"}/y'],
    ['x{a="b  c", a!="d"}', 'x{a!="d",a="b  c"}'],
    ['a / ignoring(b) group_left c', 'a/ignoring(b)group_left c'],
    ['rate(x{pod="$pod"}[$__rate_interval])', 'rate(x{pod="$pod"}[$__rate_interval])'],
    ['x{}', 'x{}'],
  ])('of %s has its matchers in order and no needless spaces', (expr, form) => {
    expect(expressionForm(expr)).toBe(form);
  });

  it.each([
    ['sum(x)', 'max(x)'],
    ['x{a="1"}', 'x{a=~"1"}'],
    ['x{a="b c"}', 'x{a="bc"}'],
    ['x[5m]', 'x[5m:]'],
  ])('tells %s from %s', (left, right) => {
    expect(expressionForm(left)).not.toBe(expressionForm(right));
  });

  it('refuses what is no expression', () => {
    expect(() => expressionForm('sum(')).toThrow('this is no PromQL: sum(');
  });

  it('of a query for the values of a label keeps the label', () => {
    expect(variableQueryForm('label_values(up{b="1", a="2"}, pod)')).toBe(
      'label_values(up{a="2",b="1"},pod)',
    );
    expect(variableQueryForm(' metrics(up) ')).toBe('metrics(up)');
  });
});
