import type { SyntaxNode } from '@lezer/common';
import * as fc from 'fast-check';
import { arbitraryPromQl } from '../testing/arbitrary-promql';
import { checkPromQl } from './check-promql';
import { injectMatchers } from './inject-matchers';
import { parsePromQl } from './parse-promql';
import { textOf } from './promql';
import { readSelectors, type LabelMatcher } from './selectors';

const BUS: LabelMatcher = { label: 'bus', operator: '=~', value: '$bus' };

const inject = (expr: string, ...wanted: LabelMatcher[]) =>
  injectMatchers(parsePromQl(expr), () => (wanted.length > 0 ? wanted : [BUS]));

/** An expression with `▸` where `bus=~"$bus"` has to come, with what parts it from the rest. */
const injected = (marked: string): [expr: string, result: string] => [
  marked.replace(/▸\{\}|▸, |, ▸|▸/g, ''),
  marked.replace(/▸\{\}/g, '{bus=~"$bus"}').replaceAll('▸', 'bus=~"$bus"'),
];

describe('injectMatchers', () => {
  it.each([
    'm▸{}',
    'm{▸}',
    'm{▸ }',
    'm{a="b", ▸}',
    'm{a="b", ▸,}',
    'm{a="b", ▸ , }',
    'm {a="b", ▸}',
    'm{\n  a="b", ▸,\n}\n',
    '{__name__="m", ▸}',
    '{__name__=~"m.*", ▸}',
    '{"utf8.name", ▸}',
    '{"utf8.name", a="b", ▸,}',
    '{a="b", "utf8.name", ▸}',
    'sum▸{}',
    'by{a="b", ▸}',
    '{__name__="on", ▸}',
    'm{bus_id="1", ▸}',
    'm{__bus="1", "other bus"="2", ▸}',
    'a:b:rate5m▸{}',
  ])('filters the selector %s', (marked) => {
    const [expr, result] = injected(marked);
    expect(inject(expr)).toBe(result);
  });

  it.each([
    'rate(m▸{}[5m])',
    'm▸{} offset 5m',
    'm▸{} @ end() offset -1h',
    'm▸{} @ 1700000000',
    'max_over_time(rate(m▸{}[5m])[1h:1m])',
    'absent(m{a="b", ▸})',
    'absent_over_time(m▸{}[5m])',
    'sum by (bus) (m▸{})',
    'sum(m▸{}) without (bus, "k8s.pod")',
    'm▸{} / on (bus) group_left (a) n{a="b", ▸}',
    'm▸{} unless ignoring (bus) n▸{}',
    'm▸{} and n▸{} or o▸{}',
    'm▸{}>bool 5',
    '-m▸{}',
    'topk(5, m▸{})',
    'label_replace(m▸{}, "bus", "$1", "a", "(.*){2}")',
    'histogram_quantile(0.9, sum by (le) (rate(h_bucket▸{}[5m])))',
    'rate(h_sum▸{}[5m]) / rate(h_count▸{}[5m])',
    'm{a=~"}{,#|\\\\.", ▸}',
    'm{a=`{"`, ▸}',
    "m{a='#', ▸}",
    'info(m▸{}, {data="x"})',
    'time() + vector(1) + scalar(m▸{})',
  ])('leaves the rest of %s as it is', (marked) => {
    const [expr, result] = injected(marked);
    expect(inject(expr)).toBe(result);
  });

  it.each([
    '# m{a="b"}\nm▸{} # n\n',
    'm▸{} # comment\n  [5m]',
    'm{a="b", ▸ # c, d\n}',
    'm{a="b", ▸, # c\n}',
    'm{▸ # {"x"}\n}',
    'm # }\n{a="b", ▸}',
    'm▸{} # größe 日本 🔎\n + n▸{}',
  ])('passes over the comments of %j', (marked) => {
    const [expr, result] = injected(marked);
    expect(inject(expr)).toBe(result);
  });

  it.each([
    'rate(m▸{}[$__rate_interval])',
    'rate(m▸{}[${w:raw}] offset $shift)',
    'rate(m▸{}[[[w]]])',
    'max_over_time(m▸{}[$w:$step])',
    'm{a=~"${x:regex}", ▸}',
    'm{a=~"[[x]]", ▸} > $least',
    'sum by ($group) (m▸{})',
    'topk($n, m▸{})',
    'm{a="b", ▸, $more}',
    'm{$more, a="b", ▸}',
    'm{▸, $more}',
    'm{$label="x", ▸}',
    'node_${mode}_total▸{}',
    '$metric{a="b", ▸}',
    '$fn(m▸{}[5m])',
    '$agg by (a) (m▸{})',
  ])('passes over the variables of %s', (marked) => {
    const [expr, result] = injected(marked);
    expect(inject(expr)).toBe(result);
  });

  it.each([
    '$query',
    '$a / $b',
    'rate($series[5m])',
    'rate([[series]])',
    'rate($prefix$series)',
    '5 + $threshold',
    'vector(1)',
    'time()',
    '"text"',
    '',
    '# nothing',
  ])('finds no selector in %j', (expr) => {
    expect(inject(expr)).toBe(expr);
  });

  it.each([
    'm{bus="a"}',
    'm{bus!="a"}',
    'm{bus=~"$bus"}',
    'm{bus!~"a"}',
    'm{"bus"="a"}',
    "m{'bus'=~'a'}",
    'm{`bus`="a"}',
    'm{a="b", bus="c", d="e",}',
  ])('leaves %s, which matches on the label', (expr) => {
    expect(inject(expr)).toBe(expr);
  });

  it.each(['sum(m', 'm{a=b}', 'm{a="b"', 'm[5m', 'm{a="b",,}', 'm n'])(
    'leaves %s, which does not parse',
    (expr) => {
      expect(inject(expr)).toBe(expr);
    },
  );

  it('adds each matcher that is lacking, in the order asked for', () => {
    const others = [BUS, { label: 'a', operator: '=', value: 'x' }, { ...BUS, operator: '!=' }];
    expect(inject('m + n{bus="1"}', ...others)).toBe(
      'm{bus=~"$bus", a="x", bus!="$bus"} + n{bus="1", a="x"}',
    );
  });

  it('quotes labels that are no identifiers, and values', () => {
    const pod = { label: 'k8s.pod.name', operator: '=~', value: '$pod' };
    expect(inject('m', pod)).toBe('m{"k8s.pod.name"=~"$pod"}');
    expect(inject(inject('m', pod), pod)).toBe('m{"k8s.pod.name"=~"$pod"}');
    expect(inject('m', { label: 'a"b', operator: '=', value: '\\d "x"\n' })).toBe(
      'm{"a\\"b"="\\\\d \\"x\\"\\n"}',
    );
  });

  it('adds no second name', () => {
    const name = { label: '__name__', operator: '!=', value: 'up' };
    expect(inject('m + {"m.n"} + {__name__=~"m"} + {a="b"}', name)).toBe(
      'm + {"m.n"} + {__name__=~"m"} + {a="b", __name__!="up"}',
    );
  });

  it('asks about each selector by its name and its matchers', () => {
    const asked: unknown[] = [];
    const expr = 'm{a="b"} + {"m.n"} + {__name__="on"} + {__name__=~"x"} + m_${x}{c!~"d"}';
    const result = injectMatchers(parsePromQl(expr), ({ name, matchers }) => {
      asked.push([name, ...matchers.map(({ label, operator, value }) => label + operator + value)]);
      return name === 'm' ? [BUS] : [];
    });
    expect(asked).toEqual([
      ['m', 'a=b'],
      ['m.n'],
      ['on', '__name__=on'],
      [undefined, '__name__=~x'],
      [undefined, 'c!~d'],
    ]);
    expect(result).toBe(expr.replace('"b"', '"b", bus=~"$bus"'));
  });
});

describe('injectMatchers, whatever the expression', () => {
  /** All nodes but matchers, with the texts of those that hold no other. */
  function skeleton(expr: string): string[] {
    const promql = parsePromQl(expr);
    const parts: string[] = [];
    const visit = (node: SyntaxNode): void => {
      if (node.name === 'LabelMatchers') return;
      parts.push(node.firstChild ? node.name : `${node.name} ${textOf(promql, node)}`);
      for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
    };
    visit(promql.tree.topNode);
    return parts.filter((part) => !part.startsWith('VectorSelector'));
  }

  const matchersOf = (expr: string) =>
    readSelectors(parsePromQl(expr)).map(({ matchers }) =>
      matchers.map(({ label, operator, value }) => [label, operator, value]),
    );

  const cases = (check: (expr: string) => void) => {
    fc.assert(
      fc.property(arbitraryPromQl, (expr) => {
        fc.pre(parsePromQl(expr).errors.length === 0);
        check(expr);
      }),
      { numRuns: 400 },
    );
  };

  it('adds the matcher to every selector and changes no other part of the tree', () => {
    cases((expr) => {
      const result = inject(expr);
      expect(parsePromQl(result).errors).toEqual([]);
      expect(matchersOf(result)).toEqual(
        matchersOf(expr).map((matchers) => [...matchers, ['bus', '=~', '$bus']]),
      );
      expect(skeleton(result)).toEqual(skeleton(expr));
    });
  });

  it('keeps every byte', () => {
    cases((expr) => {
      expect(expr).not.toContain('bus');
      expect(inject(expr).replace(/(\{|, )bus=~"\$bus"(\}?)/g, bare)).toBe(
        expr.replace(/\{\}/g, ''),
      );
    });
    /** Braces that hold nothing else are the same as none. */
    function bare(_: string, before: string, after: string): string {
      if (before === ', ') return after;
      return after === '' ? before : '';
    }
  });

  it('makes no valid expression invalid', () => {
    cases((expr) => {
      fc.pre(checkPromQl(parsePromQl(expr)).length === 0);
      expect(checkPromQl(parsePromQl(inject(expr)))).toEqual([]);
    });
  });

  it('gives the same twice as once', () => {
    cases((expr) => {
      const once = inject(expr);
      expect(inject(once)).toBe(once);
    });
  });
});
