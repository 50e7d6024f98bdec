import fc from 'fast-check';
import { defuseFormula, restoreFormula } from './inventory-csv';

describe('defuseFormula', () => {
  it.each(['=cmd()', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '＝1'])('defuses %j', (cell) => {
    expect(defuseFormula(cell)).toBe(`'${cell}`);
  });

  it.each(['', 'sum(x)', '1-2', "'quoted'", 'a=b', '["=x"]'])('leaves %j alone', (cell) => {
    expect(defuseFormula(cell)).toBe(cell);
  });
});

describe('restoreFormula', () => {
  it('undoes exactly what was done, even if a cell starts with apostrophes of its own', () => {
    const start = fc.constantFrom('', "'", "''", '=', "'=", "''@", '\t');
    fc.assert(
      fc.property(start, fc.string(), (prefix, rest) => {
        const cell = prefix + rest;
        expect(restoreFormula(defuseFormula(cell))).toBe(cell);
      }),
    );
  });
});
