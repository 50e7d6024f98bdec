import { interpolate, interpolateTitle } from '../src/interpolate';

const VARIABLES = { one: 'a', many: ['b.c', 'd'] };

describe('the variables of a text', () => {
  it.each([
    ['x{l="$one"}', 'x{l="a"}'],
    ['x{l=~"$many"}', 'x{l=~"(b\\\\.c|d)"}'],
    ['${many:csv} ${many:pipe} [[one]]', 'b.c,d b.c|d a'],
    ['$other ${other}', '$other ${other}'],
  ])('are replaced in the query %s', (text, replaced) => {
    expect(interpolate(text, VARIABLES)).toBe(replaced);
  });

  it('read as words in a title', () => {
    expect(interpolateTitle('Of $many by ${one}', VARIABLES)).toBe('Of b.c + d by a');
  });
});
