import fc from 'fast-check';
import Papa from 'papaparse';
import { CsvReader, type CsvRecord } from './csv-records';

function read(text: string) {
  const reader = new CsvReader(text);
  const records: CsvRecord[] = [];
  for (let found = reader.next(); found; found = reader.next()) records.push(found);
  return { records, fault: reader.fault };
}

const linesOf = (text: string) => read(text).records.map(({ line, cells }) => [line, ...cells]);

describe('CsvReader', () => {
  const character = fc.constantFrom('a', ' ', '"', ',', '\r', '\n', '\t', 'é', '🔎', "'");
  const cell = fc.string({ unit: character, maxLength: 6 });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });

  it('reads what another library writes, whatever ends the lines', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('\r\n', '\n', '\r'), fc.boolean(), (some, newline, all) => {
        const text = Papa.unparse(some, { newline, quotes: all });
        expect(read(text).records.map(({ cells }) => cells)).toEqual(some);
        expect(read(text + newline)).toEqual(read(text));
      }),
    );
  });

  it('counts lines as an editor does, those inside of quotes included', () => {
    expect(linesOf('a,b\r\n"c\r\nd\ne",f\r\n\r\ng,h\ni,\rj,"k"')).toEqual([
      [1, 'a', 'b'],
      [2, 'c\r\nd\ne', 'f'],
      [6, 'g', 'h'],
      [7, 'i', ''],
      [8, 'j', 'k'],
    ]);
  });

  it('passes over blank lines, and keeps empty cells', () => {
    expect(linesOf('\n  \na\n,\n""\n')).toEqual([
      [3, 'a'],
      [4, '', ''],
    ]);
  });

  it.each([
    ['a,b\n"c\n', { line: 2, kind: 'open-quote' }],
    ['a,b\n"c""\n', { line: 2, kind: 'open-quote' }],
    ['a,b\nc,d"e\n', { line: 2, kind: 'quote-inside' }],
    ['a,b\n\n"c"d,e\n', { line: 3, kind: 'text-after-quote' }],
  ])('ends at broken quoting: %j', (text, fault) => {
    expect(read(`${text}f,g\n`)).toEqual({ records: [{ line: 1, cells: ['a', 'b'] }], fault });
  });
});
