import { parsePromQl } from './parse-promql';
import { labelsReaching, resultLabels } from './result-labels';

const DECLARED: Record<string, readonly string[]> = {
  a: ['bus', 'reason'],
  b: ['bus'],
  one: [],
  h_bucket: ['le', 'bus'],
};

const labelsOf = (expr: string) => resultLabels(parsePromQl(expr), (name) => DECLARED[name]);

describe('resultLabels', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['a', ['bus', 'reason']],
    ['one', []],
    ['unknown', undefined],
    ['a{bus="x"}', ['reason']],
    ['a{bus=~"x|y"}', ['bus', 'reason']],
    ['{__name__="a"}', ['bus', 'reason']],
    ['a offset 1d', ['bus', 'reason']],
    ['a @ end()', ['bus', 'reason']],
    ['-(a)', ['bus', 'reason']],
    ['a[5m]', ['bus', 'reason']],
    ['rate(a[5m])', ['bus', 'reason']],
    ['max_over_time(rate(a[5m])[1h:])', ['bus', 'reason']],
    ['5', []],
    ['time()', []],
    ['vector(1)', []],
    ['scalar(a)', []],
    ['absent(a)', []],
    ['clamp_min(a, 1)', ['bus', 'reason']],
    ['round(a, 0.1)', ['bus', 'reason']],
    ['quantile_over_time(0.9, a[5m])', ['bus', 'reason']],
  ])('of %s are %j', (expr, labels) => {
    expect(labelsOf(expr)).toEqual(labels);
  });

  it.each<[string, readonly string[] | undefined]>([
    ['sum(a)', []],
    ['sum by (bus) (a)', ['bus']],
    ['sum(a) by (reason, bus)', ['reason', 'bus']],
    ['sum by (new) (unknown)', ['new']],
    ['sum without (bus) (a)', ['reason']],
    ['sum without (bus) (unknown)', undefined],
    ['topk(5, a)', ['bus', 'reason']],
    ['topk by (bus) (5, a)', ['bus', 'reason']],
    ['quantile(0.9, a)', []],
    ['count_values("value", a)', ['value']],
    ['count_values by (bus) ("value", a)', ['bus', 'value']],
    ['histogram_quantile(0.9, sum by (le, bus) (rate(h_bucket[5m])))', ['bus']],
    ['histogram_quantile(0.9, rate(h_bucket[5m]))', ['bus']],
  ])('of the aggregation %s are %j', (expr, labels) => {
    expect(labelsOf(expr)).toEqual(labels);
  });

  it.each<[string, readonly string[] | undefined]>([
    ['a / a', ['bus', 'reason']],
    ['a * 2', ['bus', 'reason']],
    ['2 * a', ['bus', 'reason']],
    ['a > 5', ['bus', 'reason']],
    ['1 + 2', []],
    ['a / on (bus) b', ['bus']],
    ['a / ignoring (reason) b', ['bus']],
    ['a / on (bus) group_left () b', ['bus', 'reason']],
    ['b / on (bus) group_right () a', ['bus', 'reason']],
    ['b or a', ['bus', 'reason']],
    ['b and on (bus) a', ['bus']],
    ['a unless b', ['bus', 'reason']],
    ['a - a offset 1d', ['bus', 'reason']],
    ['sum(a) / sum(b)', []],
    ['one or vector(0)', []],
    ['unknown / unknown', undefined],
  ])('of the operation %s are %j', (expr, labels) => {
    expect(labelsOf(expr)).toEqual(labels);
  });

  it.each<[string, readonly string[] | undefined]>([
    ['label_replace(a, "short", "$1", "bus", "(.).*")', ['bus', 'reason', 'short']],
    ['label_replace(a, "bus", "x", "", "")', ['bus', 'reason']],
    ['label_join(one, "both", "-", "x", "y")', ['both']],
    ['sum by (short) (label_replace(a, "short", "$1", "bus", "(.).*"))', ['short']],
  ])('of %s, which writes a label, are %j', (expr, labels) => {
    expect(labelsOf(expr)).toEqual(labels);
  });

  it('cannot be told of an expression that is none', () => {
    expect(labelsOf('')).toBeUndefined();
  });
});

describe('labelsReaching', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['a{bus="x"}', ['bus', 'reason']],
    ['sum by (bus) (rate(a{bus="x"}[5m]))', ['bus']],
    ['sum without (bus) (a{bus="x"})', ['reason']],
    ['sum(a{bus="x"})', []],
    ['a{bus="x"} / on (reason) a', ['reason']],
    ['b{bus="x"} * on (bus) group_left (reason) a', ['bus', 'reason']],
    ['a * on (bus) group_right (reason) b', ['bus', 'reason']],
    ['unknown{bus="x"}', undefined],
    ['', undefined],
  ])('keeps of %s those that a matcher fixes: %j', (expr, labels) => {
    expect(labelsReaching(parsePromQl(expr), (name) => DECLARED[name])).toEqual(labels);
  });
});
