import { shapeOf } from './expression-shape';
import { isGrammarWord, parseTree } from './grammar-gaps';
import { AnalyzedPromQl } from './promql-cache';
import { SharedTrees } from './shared-trees';

/** Expressions that use names in every way that there is, and some that use them wrongly. */
const EXPRESSIONS = [
  'up',
  'sum by (job, instance) (rate(http_requests_total{code=~"5..", job!="x"}[5m] offset 1h))',
  'histogram_quantile(0.9, sum by (le) (rate(latency_seconds_bucket[5m]))) > 1e3',
  'a / on (x) group_left (y) b or ignoring (x) (c unless d)',
  'max_over_time(sum(rate(a[1m]))[1h:5m] @ end()) - (a offset -5m) ^ 2',
  'label_replace(a, "to", "$1", "from", "(.*)") == bool absent(b)',
  'topk by (k) (3, count_values("v", a)) + time() % pi()',
  'team:requests:rate5m / sum without (a, b) (job:errors{le="0.5"})',
  '{__name__="up", a="b"} and {"quoted name", c="d"} + inf - NaN + 0x1f + 1_000',
  'sum(sum) + by + offset + start + count{avg="x"} + step + rate',
  'sum by (a, a) (x)',
  'rate(a) + sum(a, b) > string',
  'a{b="c"',
  'sum(rate(a[5m])) by (b) # and a comment about a',
  "a{b='c', d=`e`} == 1 == bool 2",
  'min_of(a, b) + x[step()] - y[range() / 2]',
  'info(a, {b="c"}) + a{__name__="b"}',
];

/** The same expression with other names, of other lengths. */
function renamed(expr: string, seed: number): string {
  const names = new Map<string, string>();
  const { names: places } = shapeOf(expr, isGrammarWord);
  let text = '';
  let kept = 0;
  for (const { from, to } of places) {
    const name = expr.slice(from, to);
    const other = names.get(name) ?? `n${names.size}${'_x'.repeat((seed * 7 + names.size) % 9)}`;
    names.set(name, other);
    text += expr.slice(kept, from) + other;
    kept = to;
  }
  return text + expr.slice(kept);
}

/** A tree with the place of each of its nodes. */
function written(tree: ReturnType<typeof parseTree>['tree']): string {
  const parts: string[] = [];
  tree.iterate({
    enter: ({ name, from, to }) => {
      parts.push(`(${name} ${from}-${to}`);
    },
    leave: () => {
      parts.push(')');
    },
  });
  return parts.join('');
}

describe('SharedTrees', () => {
  it('gives the tree that the parser gives, whatever the names are', () => {
    const trees = new SharedTrees();
    for (const expr of EXPRESSIONS) {
      for (let seed = 0; seed < 20; seed++) {
        const text = renamed(expr, seed);
        expect([text, written(trees.parse(text).tree)]).toEqual([
          text,
          written(parseTree(text).tree),
        ]);
      }
    }
  });

  it('gives the same tree to expressions whose names are in the same places', () => {
    const trees = new SharedTrees();
    expect(trees.parse('rate(abc[5m])').tree).toBe(trees.parse('rate(xyz[5m])').tree);
    expect(trees.parse('rate(abc[5m])').tree).not.toBe(trees.parse('irate(abc[5m])').tree);
  });

  it('shares nothing of texts with errors, or of long ones', () => {
    const trees = new SharedTrees();
    const long = Array.from({ length: 200 }, (_, i) => `a${i}`).join(' + ');
    for (const text of ['rate(', 'a b', long]) expect(trees.parse(text).shape).toBeUndefined();
  });

  it('forgets shapes when there are too many, and parses on', () => {
    const trees = new SharedTrees();
    for (let i = 0; i < 2_500; i++) trees.parse(`a + ${i}`);
    expect(written(trees.parse('bb + 7').tree)).toBe(written(parseTree('bb + 7').tree));
  });
});

describe('shapeOf', () => {
  const keyOf = (text: string) => shapeOf(text, isGrammarWord).key;

  it.each([
    ['a + b', 'c + d', true],
    ['a + a', 'c + d', false],
    ['a + a', 'c + c', true],
    ['sum(a)', 'max(a)', false],
    ['sum(a)', 'sum(bc)', true],
    ['SUM(a)', 'sum(a)', false],
    ['a{b="c"}', 'a{b="d"}', false],
    ['a{b="c"}', 'x{y="c"}', true],
    ['a[5m]', 'a[6m]', false],
    ['a:b', 'c:d', false],
    ['{__name__="a"}', '{other="a"}', false],
    ['1e3 + a', '1e4 + a', false],
    ['"a" + b', '"c" + b', false],
  ])('of %s and %s is the same: %s', (one, other, same) => {
    expect(keyOf(one) === keyOf(other)).toBe(same);
  });
});

describe('the faults of an expression', () => {
  it('are those that it has under any names', () => {
    const codes = (expr: string) => new AnalyzedPromQl(expr).faults.map(({ code }) => code);
    for (const expr of EXPRESSIONS) {
      const found = codes(expr);
      for (let seed = 0; seed < 5; seed++) expect(codes(renamed(expr, seed))).toEqual(found);
    }
  });

  it('are told of each expression, though another of its shape has been checked', () => {
    const faults = (expr: string) => new AnalyzedPromQl(expr).faults;
    expect(faults('a / on (b) group_left (c) d')).toEqual([]);
    expect(faults('e / on (f) group_left (f) g')).toHaveLength(1);
    expect(faults('a / on (bb) group_left (cc) d')).toEqual([]);
    expect(faults('sum(a, b)').length).toBeGreaterThan(0);
    expect(faults('sum(c, d)').length).toBeGreaterThan(0);
  });
});
