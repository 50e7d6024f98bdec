import { firstFault, type MarkedFault } from '../testing/marked-fault';

describe('an expression that is no PromQL', () => {
  it.each<MarkedFault>([
    ['sum(▸', 'the expression ends too early; a ")" is missing'],
    ['sum(x▸', 'the expression ends too early; a ")" is missing'],
    ['x +▸', 'the expression ends too early'],
    ['x{▸', 'the expression ends too early; a "}" is missing'],
    ['x{a="b"▸', 'the expression ends too early; a "}" is missing'],
    ['x[5m▸', 'the expression ends too early; a "]" is missing'],
    ['x[5m:▸', 'the expression ends too early; a "]" is missing'],
    ['x offset▸', 'the expression ends too early'],
    ['x @▸', 'the expression ends too early'],
    ['x and▸', 'the expression ends too early'],
    ['2 ^▸', 'the expression ends too early'],
    ['sum(x) by▸', 'the expression ends too early'],
    ['x / on (a) group_left▸', 'the expression ends too early'],
    ['(x▸', 'the expression ends too early; a ")" is missing'],
    ['sum(x{a=")"}▸', 'the expression ends too early; a ")" is missing'],
    ['a-b{▸', 'the expression ends too early; a "}" is missing'],
  ])('ends too early: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });

  it.each<MarkedFault>([
    ['sum(x)▸)', 'unexpected ")"'],
    ['▸* x', 'unexpected "*"'],
    ['x ▸y', 'unexpected "y"'],
    ['x{a=▸b}', 'unexpected "b"'],
    ['x{a=▸="b"}', 'unexpected "="'],
    ['x{▸="b"}', 'unexpected "="'],
    ['x{▸,}', 'unexpected ","'],
    ['x{▸1a="b"}', 'unexpected "1"'],
    ['x{a▸-b="c"}', 'unexpected "-"'],
    ['x{a▸~"b"}', 'unexpected "~"'],
    ['x[▸m]', 'unexpected "m"'],
    ['x[5▸x]', 'unexpected "x"'],
    ['x[5m:1m▸:1m]', 'unexpected ":1m"'],
    ['x ▸= 1', 'unexpected "="'],
    ['x ==▸= y', 'unexpected "="'],
    ['x ▸&& y', 'unexpected "&&"'],
    ['x ▸|| y', 'unexpected "||"'],
    ['not ▸x', 'unexpected "x"'],
    ['1▸..2', 'unexpected "..2"'],
    ['x▸;y', 'unexpected ";"'],
    ['▸é', 'unexpected "é"'],
    ['sum(▸,x)', 'unexpected ","'],
    ['5 ▸5', 'unexpected "5"'],
    ['x ▸bool == y', 'unexpected "bool"'],
    ['x ▸on (a) y', 'unexpected "on"'],
    ['sum by (a) ▸without (b) (x)', 'unexpected "without"'],
    ['sum(x) by ▸a', 'unexpected "a"'],
    ['x offset ▸m', 'unexpected "m"'],
    ['x @ ▸foo', 'unexpected "foo"'],
    ['x ▸atan3 y', 'unexpected "atan3"'],
  ])('has something where nothing can stand: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });

  it.each<MarkedFault>([
    ['x{a▸}', 'something is missing before "}"'],
    ['x{a=▸}', 'something is missing before "}"'],
    ['x{a="b" ▸c="d"}', 'something is missing before "c"'],
    ['x[▸]', 'something is missing before "]"'],
    ['▸[5m]', 'something is missing before "["'],
    ['sum by ▸bus (x)', 'something is missing before "bus"'],
    ['sum by (bus ▸(x)', 'something is missing before "("'],
    ['x / on ▸a y', 'something is missing before "a"'],
    ['(▸)', 'something is missing before ")"'],
    ['sum(x,▸)', 'something is missing before ")"'],
    ['rate(x[5m],▸)', 'something is missing before ")"'],
    ['x <▸> y', 'something is missing before ">"'],
    ['x{a="b"}▸{c="d"}', 'something is missing before "{"'],
    ['x % ▸% y', 'something is missing before "%"'],
  ])('lacks something: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });

  it.each<MarkedFault>([
    ['▸nope(x)', 'Prometheus has no function "nope"'],
    ['sum(▸up (x))', 'Prometheus has no function "up"'],
    ['▸x()', 'Prometheus has no function "x"'],
    [
      '▸holt_winters(x[5m], 0.5, 0.5)',
      'Prometheus has no function "holt_winters" any more; it is "double_exponential_smoothing" now',
    ],
  ])('calls a function that there is not: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });

  it.each<MarkedFault>([
    ['sum(x)▸\u00a0+ y', 'the blank here is the character U+00A0; write a plain space'],
    ['x▸\u2028', 'the blank here is the character U+2028; write a plain space'],
    ['▸\ufeffx', 'the blank here is the character U+FEFF; write a plain space'],
    ['x▸\u000b+ y', 'the blank here is the character U+000B; write a plain space'],
  ])('has a blank that only looks like a space: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });
});
