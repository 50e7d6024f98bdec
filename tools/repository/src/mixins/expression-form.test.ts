import { expressionForm, variableQueryForm } from './expression-form';

describe('the form of an expression', () => {
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
