import { firstFault } from '../testing/marked-fault';
import { checkPromQl } from './check-promql';
import { parsePromQl } from './parse-promql';
import { DEEPEST, labelsIn, visitNodes } from './promql';

const faultsOf = (expr: string) => checkPromQl(parsePromQl(expr));

describe('what the official grammar does not read, and Prometheus does', () => {
  it.each([
    'offset',
    'offset offset 5m',
    'sum(offset{on="a"}) by (offset)',
    'x != offset',
    'rate(offset[5m])',
    'max_over_time(x[1+(STep()-5)*2])',
    'x offset STEP()',
    'min_of(1, 2) + max_of(3, time())',
    'foo offset -min_of(10s, +max_of(step() ^ 2, 2))',
    '1. + 0X1f + 0x_1F',
    'sum by (a:b, :c, "d:e") (a:b)',
    'x * on (a:b) group_left (c:d) y',
  ])('%s', (expr) => {
    expect(faultsOf(expr)).toEqual([]);
  });

  it('keeps labels with a colon as they are written', () => {
    const promql = parsePromQl('sum by (a:b) (x)');
    const labels: string[] = [];
    visitNodes(promql, 'GroupingLabels', (node) => labels.push(...labelsIn(promql, node)));
    expect(labels).toEqual(['a:b']);
  });

  it('still takes offset for a modifier where it can be one', () => {
    expect(firstFault('x offset▸')).toEqual(['x offset▸', 'the expression ends too early']);
    expect(faultsOf('x offset y')).toMatchObject([{ code: 'promql-syntax' }]);
  });

  it('reads a chain of any operator up to the deepest tree', () => {
    for (const operator of ['+', ' or ', ' > bool ']) {
      const chain = (count: number) => Array<string>(count).fill('x').join(operator);
      expect(faultsOf(chain(1500))).toEqual([]);
      expect(faultsOf(chain(9000))).toMatchObject([
        { message: `the expression nests more than ${DEEPEST} levels deep here` },
      ]);
    }
  });
});
