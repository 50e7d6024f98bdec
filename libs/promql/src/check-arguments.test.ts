import { firstFault, type MarkedFault } from '../testing/marked-fault';

describe('a call', () => {
  it.each<MarkedFault>([
    ['▸abs()', '"abs" takes 1 argument, got 0'],
    ['▸abs(x, y)', '"abs" takes 1 argument, got 2'],
    ['▸time(x)', '"time" takes 0 arguments, got 1'],
    ['▸minute(x, y)', '"minute" takes at most 1 argument, got 2'],
    ['▸label_join(x)', '"label_join" takes at least 3 arguments, got 1'],
    ['▸clamp(x, 1)', '"clamp" takes 3 arguments, got 2'],
    ['▸sum()', '"sum" takes 1 argument, got 0'],
    ['▸sum(x, y)', '"sum" takes 1 argument, got 2'],
    ['▸topk(x)', '"topk" takes 2 arguments, got 1'],
    ['▸count_values("a")', '"count_values" takes 2 arguments, got 1'],
  ])('has too few or too many arguments: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });
});
