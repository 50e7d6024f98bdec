import { parsePromQl } from './parse-promql';
import { undeclaredLabels } from './undeclared-labels';

const DECLARED: Record<string, readonly string[]> = { a: ['bus', 'reason'], b: ['bus'], c: [] };

/** An expression with `▸` before every label that is told of. */
function marked(expr: string): string {
  const found = undeclaredLabels(parsePromQl(expr), (name) => DECLARED[name]);
  return found.reduceRight((text, { from }) => `${text.slice(0, from)}▸${text.slice(from)}`, expr);
}

describe('undeclaredLabels', () => {
  it.each([
    'a{▸buss="x", bus="y", ▸mode!~"z"}',
    'sum by (bus, ▸mode) (a)',
    'sum without (▸resaon) (a)',
    'rate(b{▸reason=~".+"}[5m])',
    'a / on (bus, ▸shard) b',
    'a / ignoring (▸shard) b',
    'a * on (bus) group_left (▸shard) b',
    'sum by (▸mode) (a + b)',
    'sum by (▸mode) (sum by (▸mode) (a))',
    '{__name__="a", ▸mode="x"}',
    'a{▸"mode"="x"}',
    'absent(c{▸x="y"})',
  ])('finds what is marked in %s', (expr) => {
    expect(marked(expr.replaceAll('▸', ''))).toBe(expr);
  });

  it.each([
    'sum by (job, instance, __name__) (a{job="x", instance="y"})',
    'sum by (reason) (a + b)',
    'sum by (mode) (a + unknown)',
    'unknown{mode="x"}',
    'sum by (mode) ({job="x"})',
    'sum by (short) (label_replace(a, "short", "$1", "bus", "(.).*"))',
    'sum by (both) (label_join(a, "both", "-", "bus", "reason"))',
    'sum by (value) (count_values("value", a))',
    'label_replace(a, "short", "$1", "bus", "(.).*") * on (short) b',
    'sum by (mode) (vector(1))',
  ])('says nothing of %s', (expr) => {
    expect(marked(expr)).toBe(expr);
  });

  it('names the metrics and what they declare', () => {
    expect(undeclaredLabels(parsePromQl('sum by (x) (a / b)'), (name) => DECLARED[name])).toEqual([
      { label: 'x', metrics: ['a', 'b'], declared: ['bus', 'reason'], from: 8 },
    ]);
  });
});
