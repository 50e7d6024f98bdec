import * as fc from 'fast-check';
import { arbitraryPromQl } from '../testing/arbitrary-promql';
import { injectMatchers } from './inject-matchers';
import { parsePromQl } from './parse-promql';
import { removeMatchers } from './remove-matchers';
import { type LabelMatcher, readSelectors } from './selectors';

const BUS: LabelMatcher = { label: 'bus', operator: '=~', value: '$bus' };
const JOB: LabelMatcher = { label: 'job', operator: '=~', value: '$j' };

const remove = (expr: string, ...filters: LabelMatcher[]) =>
  removeMatchers(parsePromQl(expr), () => (filters.length > 0 ? filters : [BUS]));

describe('removeMatchers', () => {
  it.each([
    ['m{bus=~"$bus"}', 'm'],
    ['m {bus=~"$bus"}[5m]', 'm[5m]'],
    ['m{ bus=~"$bus", }', 'm'],
    ['m{bus=~"$bus", a="b"}', 'm{a="b"}'],
    ['m{a="b",bus=~"$bus"}', 'm{a="b"}'],
    ['m{a="b", bus=~"$bus", c="d"}', 'm{a="b", c="d"}'],
    ['m{a="b", bus=~"$bus", bus=~"${bus}", c="d",}', 'm{a="b", c="d",}'],
    ['m{a="b", bus=~"$bus", bus=~"$bus"}', 'm{a="b"}'],
    ['m{bus=~"$bus", a="b", bus=~"$bus"}', 'm{a="b"}'],
    ['m{\n  a="b",\n  bus=~"$bus",\n}\n', 'm{\n  a="b",\n}\n'],
    ['m{\n  bus=~"$bus",\n  a="b",\n}', 'm{\n  a="b",\n}'],
    ['{"m.n", bus=~"$bus"}', '{"m.n"}'],
    ['{__name__="m", bus=~"$bus"}', '{__name__="m"}'],
    ['{__name__=~"m.*", bus=~"$bus"}', '{__name__=~"m.*"}'],
    ['{a="b", bus=~"$bus"}', '{a="b"}'],
    ['rate(m{bus=~"$bus"}[5m]) / on (bus) n{bus=~"$bus"}', 'rate(m[5m]) / on (bus) n'],
  ])('makes of %j %j', (expr, result) => {
    expect(remove(expr)).toBe(result);
  });

  it.each([
    'bus=~"${bus}"',
    'bus=~"[[bus]]"',
    "bus=~'$bus'",
    'bus=~`$bus`',
    '"bus"=~"$bus"',
    'bus  =~\n"$bus"',
  ])('removes %s', (matcher) => {
    expect(remove(`m{${matcher}}`)).toBe('m');
  });

  it.each([
    'm{bus="$bus"}',
    'm{bus!="$bus"}',
    'm{bus!~"$bus"}',
    'm{bus=~"${bus:regex}"}',
    'm{bus=~"$bus.*"}',
    'm{bus=~"^$bus$"}',
    'm{bus=~"$bus|$bus"}',
    'm{bus=~"$buses"}',
    'm{bus=~"${bus:raw}"}',
    'm{bus=~"${bus.field}"}',
    'm{bus=~"bus"}',
    'm{bus=~"\\\\$bus"}',
    'm{other=~"$bus"}',
    'm # {bus=~"$bus"}',
    'label_replace(m, "a", "{bus=~\\"$bus\\"}", "b", "")',
    'info(m, {bus=~"$bus"})',
    'm{bus=~"$bus"',
  ])('leaves %s, which is no filter', (expr) => {
    expect(remove(expr)).toBe(expr);
  });

  it.each(['{bus=~"$bus"}', '{a=~".*", bus=~"$bus"}', '{a!="b", bus=~"$bus"}'])(
    'leaves %s, which would match every series without it',
    (expr) => {
      expect(remove(expr)).toBe(expr);
    },
  );

  it.each([
    ['m{bus=~"$bus" # c, d\n}', 'm{ # c, d\n}'],
    ['m{ # c, d\nbus=~"$bus",}', 'm{ # c, d\n}'],
    ['m{bus=~"$bus", # c, d\na="b"}', 'm{ # c, d\na="b"}'],
    ['m{a="b", # c, d\nbus=~"$bus"}', 'm{a="b" # c, d\n}'],
    ['m # c\n{bus=~"$bus"}', 'm # c\n{}'],
    ['m{bus=~"$bus", $more}', 'm{$more}'],
    ['m{$more, bus=~"$bus"}', 'm{$more}'],
    ['$m{bus=~"$bus"}', '$m{}'],
    ['m{bus=~"$bus"}and n', 'm{}and n'],
    ['m{bus=~"$bus"}$op n', 'm{}$op n'],
  ])('keeps what else stands in %j', (expr, result) => {
    expect(remove(expr)).toBe(result);
  });

  it('asks about each selector', () => {
    const promql = parsePromQl('m{bus=~"$bus", job=~"$j"} + n{bus=~"$bus", job=~"$j"}');
    expect(removeMatchers(promql, ({ name }) => (name === 'm' ? [BUS, JOB] : [JOB]))).toBe(
      'm + n{bus=~"$bus"}',
    );
  });

  it('is the inverse of injection', () => {
    const wanted = [
      { label: 'bus', operator: '=~', value: '$bus' },
      { label: 'zone', operator: '=~', value: '$z' },
    ];
    fc.assert(
      fc.property(arbitraryPromQl, (expr) => {
        const promql = parsePromQl(expr);
        fc.pre(promql.errors.length === 0);
        const filtered = injectMatchers(promql, () => wanted);
        const plain = remove(filtered, BUS, { label: 'zone', operator: '=~', value: '$z' });
        const again = injectMatchers(parsePromQl(plain), () => wanted);
        expect(tight(again)).toBe(tight(filtered));
        expect(bare(plain)).toBe(bare(expr));
      }),
      { numRuns: 400 },
    );
    /** Without what parts a name from its braces, which goes with the braces. */
    function tight(expr: string): string {
      return expr.replace(/\s+\{bus/g, '{bus');
    }
    /** Braces that hold nothing are the same as none. */
    function bare(expr: string): string {
      return expr.replace(/\s*\{\s*\}/g, '');
    }
  });

  it('takes filters from any place in a list, and leaves the other matchers', () => {
    const others = fc.array(fc.constantFrom('a="b"', 'c!~"d"', '"e.f"="g"', 'bus!="$bus"'), {
      maxLength: 3,
    });
    const gap = fc.constantFrom('', ' ', '\n', ' # a, b\n');
    fc.assert(
      fc.property(others, others, gap, gap, fc.boolean(), (before, after, left, right, comma) => {
        const items = [...before, 'bus=~"$bus"', ...after];
        const expr = `m{${items.join(`${left},${right}`)}${comma ? `${left},` : ''}${right}}`;
        const [selector] = readSelectors(parsePromQl(remove(expr)));
        const kept = selector?.matchers.map(({ node }) => node);
        const plain = parsePromQl(remove(expr));
        expect(plain.errors).toEqual([]);
        expect(kept?.map(({ from, to }) => plain.expr.slice(from, to))).toEqual([
          ...before,
          ...after,
        ]);
      }),
    );
  });
});
