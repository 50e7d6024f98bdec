import { isTooDense } from './density';

const fill = (text: string, length = 300_000) => text.repeat(length / text.length);

describe('isTooDense', () => {
  it.each([
    ['numbers', `a: [${fill('1,')}1]`],
    ['empty lines', fill('\n')],
    ['one key again and again', fill('a: 1\n')],
    ['a list', `a:\n${fill('- b\n')}`],
    ['brackets', fill('[')],
  ])('is true of %s', (_, text) => {
    expect(isTooDense(text)).toBe(true);
  });

  it('reads short texts however dense they are', () => {
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
  ])('is false of %s', (_, text) => {
    expect(isTooDense(text)).toBe(false);
  });
});
