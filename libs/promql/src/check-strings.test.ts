import { unquote } from './promql';
import { firstFault, type MarkedFault } from '../testing/marked-fault';

describe('a string in an expression', () => {
  it.each<MarkedFault>([
    ['x{a=▸"b', 'the string that opens here is not closed'],
    ["x{a=▸'b", 'the string that opens here is not closed'],
    ['x{a=▸`b', 'the string that opens here is not closed'],
    ['▸"text', 'the string that opens here is not closed'],
    ['x{a="▸\\q"}', 'the string has no escape "\\q"; a backslash itself is written \\\\'],
    ['x{a="▸\\d+"}', 'the string has no escape "\\d"; a backslash itself is written \\\\'],
    ['x{a="▸\\\'"}', 'the string has no escape "\\\'"; a backslash itself is written \\\\'],
    ["x{a='▸\\\"'}", 'the string has no escape "\\""; a backslash itself is written \\\\'],
    ['x{a="▸\\xZZ"}', 'the string has no escape "\\x"; a backslash itself is written \\\\'],
    ['x{a="▸\\8"}', 'the string has no escape "\\8"; a backslash itself is written \\\\'],
    ['x{a="▸\\400"}', 'the string has no escape "\\4"; a backslash itself is written \\\\'],
    ['x{a="▸\\ud800"}', 'the string has no escape "\\ud800"; a backslash itself is written \\\\'],
    [
      'x{a="▸\\U00110000"}',
      'the string has no escape "\\U00110000"; a backslash itself is written \\\\',
    ],
  ])('is not closed, or has an escape that Go has not: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });
});

describe('unquote', () => {
  it.each([
    ['"\\xc3\\xa9\\n"', 'é\n'],
    ['"a\\\\xff"', 'a\\xff'],
    ['"\\303\\251\\u00e9\\x41"', 'ééA'],
    ['"\\xff"', '\ufffd'],
    ["'\\''", "'"],
    ['`\\xff`', '\\xff'],
  ])('reads %s as Go does', (literal, value) => {
    expect(unquote(literal)).toBe(value);
  });
});
