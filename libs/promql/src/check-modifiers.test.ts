import { firstFault, type MarkedFault } from '../testing/marked-fault';

describe('a modifier of a selector', () => {
  it.each<MarkedFault>([
    [
      'rate(▸sum(x)[5m])',
      'only a selector can have a range; write a subquery, for example [5m:1m]',
    ],
    [
      'rate(▸rate(x[5m])[5m])',
      'only a selector can have a range; write a subquery, for example [5m:1m]',
    ],
    ['▸x[5m][5m]', 'only a selector can have a range; write a subquery, for example [5m:1m]'],
    ['▸5[5m]', 'only a selector can have a range; write a subquery, for example [5m:1m]'],
    ['▸"a"[5m]', 'only a selector can have a range; write a subquery, for example [5m:1m]'],
    ['▸(x)[5m]', 'only a selector can have a range; write a subquery, for example [5m:1m]'],
    ['▸"a"[5m:1m]', 'subquery is only allowed on instant vector, got string'],
    ['▸x[5m][1h:1m]', 'subquery is only allowed on instant vector, got range vector'],
    ['▸-x[5m:1m]', 'the range belongs to the last part only; put what it is for in parentheses'],
    [
      'max_over_time(▸a + b[5m:1m])',
      'the range belongs to the last part only; put what it is for in parentheses',
    ],
    [
      'rate(▸a + b[5m])',
      'the range belongs to the last part only; put what it is for in parentheses',
    ],
    ['x[▸0s]', 'a range and its step must be longer than nothing'],
    ['x[▸-5m]', 'a range and its step must be longer than nothing'],
    ['x[5m:▸0s]', 'a range and its step must be longer than nothing'],
  ])('has a range where none can be: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });

  it.each<MarkedFault>([
    [
      '▸sum(x) offset 5m',
      '"offset" can only follow a selector or a subquery; write it inside, after the selector',
    ],
    [
      '▸(x) offset 5m',
      '"offset" can only follow a selector or a subquery; write it inside, after the selector',
    ],
    [
      '▸5 offset 5m',
      '"offset" can only follow a selector or a subquery; write it inside, after the selector',
    ],
    [
      '▸a * 5 offset 5m',
      '"offset" can only follow a selector or a subquery; write it inside, after the selector',
    ],
    [
      '▸sum(x) @ 5',
      '"@" can only follow a selector or a subquery; write it inside, after the selector',
    ],
    ['▸x offset 5m offset 5m', '"offset" stands twice on the same selector'],
    ['▸a + b offset 5m offset 5m', '"offset" stands twice on the same selector'],
    ['▸x[5m] @ 5 @ 6', '"@" stands twice on the same selector'],
    ['▸x offset 5m @ 6 offset 5m', '"offset" stands twice on the same selector'],
  ])('has offset or @ where none can be: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });
});
