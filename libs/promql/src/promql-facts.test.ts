import { promQlFacts } from './promql-facts';
import { parsePromQl } from './parse-promql';

/** The facts of an expression, as plain values. */
function factsOf(expr: string) {
  const { reads, rates, groupings, computesQuantile } = promQlFacts(parsePromQl(expr));
  return {
    reads: [...reads],
    rates: [...rates],
    groupings: groupings.map(
      ({ labels, metrics }) => `${labels.join(',')}: ${[...metrics].join(',')}`,
    ),
    computesQuantile,
  };
}

const NOTHING = { reads: [], rates: [], groupings: [], computesQuantile: false };

describe('promQlFacts', () => {
  it.each([
    'sum by (bus) (rate(a_total{k=~"$k"}[5m]))',
    'sum(rate(a_total{k=~"$k"}[5m])) by (bus)',
    'SUM BY(bus)(rate(a_total{k=~"$k"}[5m]))',
    'sum\n  by (bus,) # the bus\n  (\n    rate( a_total { k =~ "$k" } [ 5m ] )\n  )',
    "sum by (bus) (rate({__name__='a_total', k=~'$k'}[5m]))",
    'sum by (bus) (rate({"a_total", k=~"$k"}[5m]))',
    'sum by (bus) ((rate((a_total{k=~"$k"}[300s]))))',
  ])('reads the same off %j', (expr) => {
    expect(factsOf(expr)).toEqual({
      reads: ['a_total'],
      rates: ['a_total'],
      groupings: ['bus: a_total'],
      computesQuantile: false,
    });
  });

  it('tells which metrics are shown in full', () => {
    const shown = (expr: string) => [...promQlFacts(parsePromQl(expr)).shows];
    expect(
      shown('a + b{k="x"} + c{k=~"$k"} + d{k=~".*"} + absent(e) + rate(f{k!=""}[5m])'),
    ).toEqual(['a', 'c', 'd']);
    expect(shown('sum(a{k="x"}) / sum(a)')).toEqual(['a']);
  });

  it('does not take names in texts, labels and comments for metrics', () => {
    expect(factsOf('x{k="rate(a_total[5m])", a_total="b"} # sum by (bus) (a_total)')).toEqual({
      ...NOTHING,
      reads: ['x'],
    });
    expect(factsOf('label_replace(x, "a_total", "b_total", "c_total", "")').reads).toEqual(['x']);
  });

  it('does not take part of a name for the name', () => {
    expect(factsOf('rate(a_total_more[5m]) + a_total:p95_5m').reads).toEqual([
      'a_total_more',
      'a_total:p95_5m',
    ]);
  });

  it('tells which metrics a rate is applied to', () => {
    expect(factsOf('rate(a[5m]) / irate(b[5m]) + increase(c[5m]) + d').rates).toEqual(['a', 'b']);
    expect(factsOf('rate(sum(a)[5m:1m] offset 1h)').rates).toEqual(['a']);
    expect(factsOf('sum(rate_limit) + rate').rates).toEqual([]);
  });

  it('lists every grouping with what it groups', () => {
    expect(
      factsOf('sum by (x, y) (a) / on (x) max by (x) (b + c) - sum without (z) (d) - sum(e)')
        .groupings,
    ).toEqual(['x,y: a', 'x: b,c']);
    expect(factsOf('max by (x) (sum by (x, y) (a))').groupings).toEqual(['x: a', 'x,y: a']);
    expect(factsOf('sum by () (a)').groupings).toEqual([': a']);
  });

  it('tells a quantile that is computed from one that is recorded', () => {
    expect(factsOf('histogram_quantile(0.95, sum by (le) (rate(a_bucket[5m])))')).toMatchObject({
      computesQuantile: true,
      reads: ['a_bucket'],
    });
    expect(factsOf('a:p95_5m').computesQuantile).toBe(false);
  });

  it('tells what can be told of an expression that is not whole', () => {
    expect(factsOf('sum by (bus) (rate(a_total[5m]')).toMatchObject({ reads: ['a_total'] });
    expect(factsOf('')).toEqual(NOTHING);
  });
});
