import { tooDeepAt } from './nesting';

describe('tooDeepAt', () => {
  it.each([
    ['a: [b, {c: [d]}]', 3, undefined],
    ['a: [b, {c: [d]}]', 2, 11],
    ['[] [] [] {}', 1, undefined],
    [']]]]', 1, undefined],
    ['', 0, undefined],
    ['[', 0, 0],
  ])('looks at the brackets of %j, of which %d may be open', (text, most, expected) => {
    expect(tooDeepAt(text, most)).toBe(expected);
  });

  it('finds lists in lists without brackets', () => {
    expect(tooDeepAt(`a:\n  ${'- '.repeat(200)}b`, 9)).toBe(5);
    expect(tooDeepAt(`a:\n  ${'- '.repeat(199)}b`, 9)).toBeUndefined();
  });
});
