import { PromQlCache } from './promql-cache';

const analyze = (expr: string) => new PromQlCache().analyze(expr);

describe('variables of Grafana', () => {
  it.each([
    'sum(rate(x_total[$__rate_interval]))',
    'sum(rate(x_total[${__rate_interval}] offset $__interval))',
    'max_over_time(sum(rate(x_total[$__rate_interval]))[$__range:$__interval])',
    'sum(rate(x_total[${__range_s}s])) / $__interval_ms',
    'sum(increase(x_total[[[__range]]]))',
    'sum(increase(x_total[${__range:raw}]))',
    'x_total > $__from / 1000',
    'x_total @ ${__to:date:seconds}',
    'sum(rate(x_total{instance=~"${instance:regex}", job="[[job]]"}[5m]))',
    'sum(rate(x_total[$interval]))',
    'max_over_time(x_total[${w}:$step])',
    'x_total offset -$shift',
    'sum by (a, $group) (x_total)',
    'topk($n, x_total)',
    'histogram_quantile($q, sum by (le) (rate(h_bucket[5m])))',
    'histogram_quantile(0.$q, sum by (le) (rate(h_bucket[5m])))',
    'x_total{$filter}',
    'x_total{$filter, a="b"}',
    'x_total{a="b", $filter}',
    'x_total{$label="a"}',
    'rate([[metric]][5m])',
    'node_${mode}_seconds_total{a="b"}',
    '${job}:rate5m',
    'x_total > $threshold',
    'clamp_max(x_total, $most)',
    '$fn(x_total[5m])',
    '$f(x_total[5m])',
    '$agg by (a) (x_total)',
    'x_total $operator 5',
    'sum(x_total) $grouping',
    '$query',
    '$a / $b',
    'label_replace(x_total, "$to", "$1", "$from", "(.*)")',
    'label_replace(x_total, "a", "$name", "b", "(?P<name>.*)")',
  ])('are understood in %s', (expr) => {
    expect(analyze(expr).faults).toEqual([]);
  });

  it.each([
    ['rate(x_total[$__interval][5m])', 5],
    ['sum($metric', 11],
    ['rate(x_total) + $b', 5],
    ['topk($n)', 0],
  ])('leave a fault of %s where it is', (expr, from) => {
    expect(analyze(expr).faults.map((fault) => fault.from)).toEqual([from]);
  });

  it.each([
    ['rate(x[$a]) + ${b.c:d} + [[e:f]]', ['a', 'b', 'e']],
    ['x{a=~"$b|${c}$"} # $d', ['b', 'c']],
    ['label_replace(x, "a", "$1${2}", "b", "(.)(.)")', []],
    ['label_replace(x, "a", "${name}", "b", "(?P<name>.*)") > $name', ['name']],
    ['x{a=~"[[:alpha:]]"}', []],
  ])('of %s are found by their names', (expr, names) => {
    expect(analyze(expr).promql.variables.map(({ name }) => name)).toEqual(names);
  });

  it('hide which metrics and labels are meant', () => {
    const { facts } = analyze('sum by ($group) (x_total) / $metric + node_${mode}_total');
    expect([...facts.reads]).toEqual(['x_total']);
    expect(facts.groupings).toEqual([]);
  });
});
