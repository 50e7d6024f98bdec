import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { readCsv } from './csv-records';

const linesOf = (text: string) => readCsv(text).records.map(({ line, cells }) => [line, ...cells]);

describe('readCsv', () => {
  const character = fc.constantFrom('a', ' ', '"', ',', '\r', '\n', '\t', 'é', '🔎', "'");
  const cell = fc.string({ unit: character, maxLength: 6 });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });

  it('reads what another library writes, whatever ends the lines', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('\r\n', '\n'), fc.boolean(), (some, newline, quoted) => {
        const text = stringify(some, {
          record_delimiter: newline,
          quoted,
          quoted_empty: true,
          quoted_match: /[\r\n]/,
        });
        expect(readCsv(text).records.map(({ cells }) => cells)).toEqual(some);
        expect(readCsv(text.slice(0, -newline.length))).toEqual(readCsv(text));
      }),
    );
  });

  it('counts lines as an editor does, those inside of quotes included', () => {
    expect(linesOf('a,b\r\n"c\r\nd\ne",f\r\n\r\ng,h\r\ni,\r\nj,"k"')).toEqual([
      [1, 'a', 'b'],
      [2, 'c\r\nd\ne', 'f'],
      [6, 'g', 'h'],
      [7, 'i', ''],
      [8, 'j', 'k'],
    ]);
    expect(linesOf('a,b\rc,d\re,f')).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
      [3, 'e', 'f'],
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
    expect(readCsv(`${text}f,g\n`)).toEqual({ records: [{ line: 1, cells: ['a', 'b'] }], fault });
  });
});
