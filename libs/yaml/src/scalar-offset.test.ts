import * as fc from 'fast-check';
import { isMap, parseDocument, stringify, type Scalar } from 'yaml';
import { ScalarOffsets } from './scalar-offset';

/** The source text from the offset that is reported for a word of the value `a`. */
function sourceAt(text: string, word: string): string {
  const { value, scalar } = scalarOf(text);
  const offset = new ScalarOffsets(text, scalar).of(value.indexOf(word));
  return offset === undefined ? 'nowhere' : text.slice(offset, offset + word.length);
}

function scalarOf(text: string): { value: string; scalar: Scalar } {
  const { contents, errors } = parseDocument(text);
  expect(errors).toEqual([]);
  const node = isMap(contents) ? (contents.get('a', true) as Scalar) : undefined;
  return { value: node?.value as string, scalar: node as Scalar };
}

describe('ScalarOffsets', () => {
  it.each([
    ['plain', 'a: one two'],
    ['plain over lines', 'a: zero\n  one\n\n  two'],
    ['single-quoted', "a: 'it''s one two'"],
    ['single-quoted over lines', "a: 'zero\n\n  it''s one\n  two'"],
    ['double-quoted', 'a: "\\"zero\\" \\u00e9\\x41\\U0001f50e one two"'],
    ['double-quoted over lines', 'a: "zero \\\n  one\n\n  \\ttwo\\n"'],
    ['double-quoted with a kept blank', 'a: "zero\\ \n  one\\\\\n  two"'],
    ['literal', 'a: |\n    zero\n      one\n\n    two\n'],
    ['literal with an indicator', 'a: |2\n      zero\n    one\n  two\n'],
    ['literal with Windows breaks', 'a: |\r\n  zero\r\n  one\r\n  two\r\n'],
    ['folded', 'a: >\n  zero\n  one\n  two\n'],
    ['folded with deeper and empty lines', 'a: >-\n  zero\n\n    one\n   x\n  two\n'],
    ['folded below a comment', 'a: > # note\n  zero\n  one\n  two\n'],
  ])('finds a word again in a scalar that is %s', (_, text) => {
    expect(sourceAt(text, 'one')).toBe('one');
    expect(sourceAt(text, 'two')).toBe('two');
  });

  it('maps the end of the value to the end of what is written', () => {
    for (const text of [
      'a: sum(x',
      'a: "sum(x"',
      "a: 'sum(x'",
      'a: |\n  sum(x\n',
      'a: >\n  sum(x\n',
    ]) {
      const { value, scalar } = scalarOf(text);
      expect(new ScalarOffsets(text, scalar).of(value.length)).toBe(text.indexOf('sum(x') + 5);
    }
  });

  it('maps a folded break to the end of the line before it', () => {
    const text = 'a: >\n  one\n  two\n';
    expect(new ScalarOffsets(text, scalarOf(text).scalar).of(3)).toBe(text.indexOf('one') + 3);
  });

  it('points at every visible character of any text that YAML can write', () => {
    const words = fc.array(fc.stringMatching(/^[a-z(){}"'\\ é\n]{0,12}$/), { maxLength: 8 });
    const style = fc.constantFrom(
      'PLAIN' as const,
      'QUOTE_SINGLE' as const,
      'QUOTE_DOUBLE' as const,
      'BLOCK_LITERAL' as const,
      'BLOCK_FOLDED' as const,
    );
    fc.assert(
      fc.property(
        words,
        style,
        fc.integer({ min: 20, max: 60 }),
        (parts, defaultStringType, lineWidth) => {
          const text = stringify({ a: parts.join(' ') }, { defaultStringType, lineWidth });
          const { value, scalar } = scalarOf(text);
          const offsets = new ScalarOffsets(text, scalar);
          for (let at = 0; at < value.length; at++) {
            if (!/[a-z(){}]/.test(value.charAt(at))) continue;
            expect(text.charAt(offsets.of(at)!)).toBe(value.charAt(at));
          }
        },
      ),
    );
  });
});
