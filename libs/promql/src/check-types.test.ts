import { firstFault, type MarkedFault } from '../testing/marked-fault';

describe('an expression whose types do not fit', () => {
  it.each<MarkedFault>([
    ['rate(▸x)', 'expected type range vector in call to function "rate", got instant vector'],
    ['rate(▸5)', 'expected type range vector in call to function "rate", got scalar'],
    ['rate(▸"x")', 'expected type range vector in call to function "rate", got string'],
    ['rate(▸sum(x))', 'expected type range vector in call to function "rate", got instant vector'],
    ['sum(▸x[5m])', 'expected type instant vector in aggregation expression, got range vector'],
    ['sum(▸5)', 'expected type instant vector in aggregation expression, got scalar'],
    ['abs(▸x[5m])', 'expected type instant vector in call to function "abs", got range vector'],
    ['vector(▸x)', 'expected type scalar in call to function "vector", got instant vector'],
    ['scalar(▸5)', 'expected type instant vector in call to function "scalar", got scalar'],
    ['topk(▸"5", x)', 'expected type scalar in aggregation parameter, got string'],
    ['topk(▸x, y)', 'expected type scalar in aggregation parameter, got instant vector'],
    ['count_values(▸5, x)', 'expected type string in aggregation parameter, got scalar'],
    ['quantile(▸"a", x)', 'expected type scalar in aggregation parameter, got string'],
    [
      'histogram_quantile(0.9, ▸x[5m])',
      'expected type instant vector in call to function "histogram_quantile", got range vector',
    ],
    [
      'label_replace(x, ▸1, "b", "c", "d")',
      'expected type string in call to function "label_replace", got scalar',
    ],
    [
      'predict_linear(▸x, 60)',
      'expected type range vector in call to function "predict_linear", got instant vector',
    ],
  ])('gives a function or an aggregation what it does not take: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });

  it.each<MarkedFault>([
    ['▸x[5m] + 1', 'binary expression must contain only scalar and instant vector types'],
    ['x + ▸"a"', 'binary expression must contain only scalar and instant vector types'],
    [
      '▸-"a"',
      'unary expression only allowed on expressions of type scalar or instant vector, got string',
    ],
    ['▸1 == 2', 'comparisons between scalars must use BOOL modifier'],
    ['▸time() > 5', 'comparisons between scalars must use BOOL modifier'],
    ['▸1 and x', 'set operator not allowed in binary scalar expression'],
    ['▸x or 1', 'set operator not allowed in binary scalar expression'],
    ['▸x + bool y', 'bool modifier can only be used on comparison operators'],
    ['▸x and bool y', 'bool modifier can only be used on comparison operators'],
    ['▸1 + on (a) x', 'vector matching only allowed between instant vectors'],
    ['▸x and on (a) group_left y', 'no grouping allowed for set operations'],
    ['▸x / on (a) group_left (a) y', 'label "a" must not occur in ON and GROUP clause at once'],
  ])('combines what cannot be combined: %s', (marked, message) => {
    expect(firstFault(marked)).toEqual([marked, message]);
  });
});
