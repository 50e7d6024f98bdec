import { scanLexically } from './lexical-scan';

describe('scanLexically', () => {
  it.each([
    ['# c\nx', '   \nx'],
    ['x # c', 'x    '],
    ['x # a # b\r\n+ y', 'x        \r\n+ y'],
    ['x{a="#"}', 'x{a="#"}'],
    ["x{a='#\\'#'} # c", "x{a='#\\'#'}    "],
    ['x{a=`#\n#`}#`', 'x{a=`#\n#`}  '],
    ['x{a="#\n# c', 'x{a="#\n   '],
    ['sum(x # "quoted"\n)', 'sum(x           \n)'],
  ])('blanks the comments of %j and nothing else', (expr, text) => {
    expect(scanLexically(expr).text).toBe(text);
  });

  it('finds the strings', () => {
    const expr = 'x{a="b", c=\'d\'} # "e"';
    const strings = scanLexically(expr).strings.map(({ from, to }) => expr.slice(from, to));
    expect(strings).toEqual(['"b"', "'d'"]);
  });
});
