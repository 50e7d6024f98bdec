import { densityOf } from './density';
import { denseAbove } from './density-bound';

const fill = (text: string, length = 300_000) => text.repeat(length / text.length);

function isTooDense(text: string): boolean {
  const most = denseAbove(text);
  return most !== undefined && densityOf(text, most).isTooDense;
}

describe('a text that is too dense', () => {
  it.each([
    ['numbers', `a: [${fill('1,')}1]`],
    ['empty lines', fill('\n')],
    ['one key again and again', fill('a: 1\n')],
    ['a list', `a:\n${fill('- b\n')}`],
    ['brackets', fill('[')],
    ['quotes', fill('"')],
    ['lines of blanks', fill('  \n')],
    ['lines of Windows', fill('\r\n')],
  ])('is true of %s', (_, text) => {
    expect(isTooDense(text)).toBe(true);
  });

  it('is not short texts however dense they are', () => {
    expect(isTooDense(fill('\n', 200_000))).toBe(false);
    expect(isTooDense(fill('\n', 200_001))).toBe(true);
  });

  it.each([
    ['metrics in flow style', fill('- {name: g6_total, type: counter, labels: [bus, region]}\n')],
    ['minified JSON', fill('{"name":"g6_total","type":"counter","labels":["bus","region"]},')],
    ['a long text of marks', `a: "${fill(',')}"`],
    ['a comment of marks', `# ${fill('#')}\na: 1`],
    ['a block of code', `a: |\n${fill('  }}}}}}}\n')}`],
    ['words', fill('a b c ')],
    ['a long list of short texts', `a:\n${fill('    - abc\n')}`],
    ['lines with little but their indentation', fill(`${' '.repeat(20)}- le\n`)],
  ])('is false of %s', (_, text) => {
    expect(isTooDense(text)).toBe(false);
  });
});
