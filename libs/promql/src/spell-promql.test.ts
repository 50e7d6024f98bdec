import * as fc from 'fast-check';
import { checkPromQl } from './check-promql';
import { parsePromQl } from './parse-promql';
import { argumentsOf, textOf, unquote, visitNodes } from './promql';
import { readSelectors, selectedNames, selectorMatchers } from './selectors';
import {
  escapeString,
  firingAlerts,
  firingCounts,
  labelledRow,
  labelValuesQuery,
  rateByLabel,
  rateOfAll,
  recordedQuantile,
  selectSeries,
  combine,
  topFive,
  unionOf,
} from './spell-promql';

/** The text that Prometheus makes of a replacement: `$$` is one dollar. */
const replacementOf = (expr: string): string => {
  const promql = parsePromQl(expr);
  const found: string[] = [];
  visitNodes(promql, 'FunctionCall', (call) => {
    const replacement = argumentsOf(call)[2];
    if (replacement) found.push(unquote(textOf(promql, replacement)));
  });
  return found[0]?.replace(/\$\$/g, '$') ?? '';
};

const AWKWARD = [
  '',
  'plain',
  'a "quoted" word',
  'back\\slash \\n',
  'line\nbreak\r\n',
  '$1 ${x} $$',
  "it's `raw`",
  'größe 日本 🔎',
  '{{ $labels.bus }}',
  '# no comment',
  '\t',
];

describe('what is spelled', () => {
  it('is what identities are made of, to the letter', () => {
    expect(rateOfAll('a_total')).toBe('sum(rate(a_total[5m]))');
    expect(rateByLabel('a_total', 'bus')).toBe('sum by (bus) (rate(a_total[5m]))');
    expect(combine('a', ['bus'])).toBe('sum by (bus) (a)');
    expect(topFive('a')).toBe('topk(5, a)');
    expect(recordedQuantile('a_ms', 95)).toBe('a_ms:p95_5m');
  });

  it.each(['sum', 'by', 'on', 'bool', 'offset', 'inf', 'NaN', 'atan2', 'group_left', 'ignoring'])(
    'reads the metric %s, although that is a keyword',
    (name) => {
      for (const expr of [rateOfAll(name), combine(name, ['bus']), topFive(name)]) {
        const promql = parsePromQl(expr);
        expect(checkPromQl(promql)).toEqual([]);
        expect([...selectedNames(promql)]).toEqual([name]);
      }
    },
  );

  it.each(AWKWARD)('is valid and keeps the text %j of a row', (text) => {
    const row = labelledRow([['summary', text]]);
    expect(checkPromQl(parsePromQl(row))).toEqual([]);
    expect(replacementOf(row)).toBe(text);
  });

  it('keeps any text of a row', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const row = labelledRow([['summary', text]]);
        expect(checkPromQl(parsePromQl(row))).toEqual([]);
        expect(replacementOf(row)).toBe(text);
      }),
    );
  });

  it('escapes what would end a string, and nothing else', () => {
    expect(escapeString('a "b" \\c\nd\re $1 é')).toBe('a \\"b\\" \\\\c\\nd\\re $1 é');
  });

  it('is valid for tables of alerts', () => {
    const rows = AWKWARD.map((text, index) =>
      labelledRow([
        ['alertname', `A${index}`],
        ['summary', text],
      ]),
    );
    expect(checkPromQl(parsePromQl(firingCounts(rows)))).toEqual([]);
    expect(unionOf(['a', 'b'])).toBe('a or b');
    expect(labelledRow([], 3)).toBe('vector(3)');
  });

  it('finds alerts by name, however the name reads as a pattern', () => {
    const names = ['A', 'a.b', 'x|y', '(z', 'back\\slash', 'quo"te', '$1', '[q]', 'größe'];
    const promql = parsePromQl(firingAlerts(names));
    expect(checkPromQl(promql)).toEqual([]);
    visitNodes(promql, 'VectorSelector', (selector) => {
      const [matcher] = selectorMatchers(promql, selector);
      const pattern = new RegExp(`^(?:${matcher?.value ?? ''})$`);
      for (const name of names) expect(name).toMatch(pattern);
      for (const other of ['axb', 'x', 'y', 'q', 'AA']) expect(other).not.toMatch(pattern);
    });
    expect.assertions(1 + names.length + 5);
  });

  it.each([
    ['m', [], 'm'],
    ['m', ['a'], 'm{a=~"$a"}'],
    ['m:n', ['a', 'b'], 'm:n{a=~"$a", b=~"$b"}'],
    ['m.n', [], '{"m.n"}'],
    ['m.n', ['k8s.pod'], '{"m.n", "k8s.pod"=~"$k8s.pod"}'],
    ['größe "x"', ['a'], '{"größe \\"x\\"", a=~"$a"}'],
    ['on', ['a'], '{__name__="on", a=~"$a"}'],
    ['Inf', [], '{__name__="Inf"}'],
  ])('selects of %s the series with %j as %s', (name, labels, series) => {
    const matchers = labels.map((label) => ({ label, operator: '=~', value: `$${label}` }));
    expect(selectSeries(name, matchers)).toBe(series);
    const promql = parsePromQl(series);
    expect(checkPromQl(promql)).toEqual([]);
    const [selector] = readSelectors(promql);
    expect(selector?.name).toBe(name);
    const read = selector?.matchers.map(({ label }) => label).filter((one) => one !== '__name__');
    expect(read).toEqual(labels);
  });

  it('asks Grafana for the values of a label', () => {
    const bus = { label: 'bus', operator: '=~', value: '$bus' };
    expect(labelValuesQuery(['m'], 'a', [])).toBe('label_values(m, a)');
    expect(labelValuesQuery(['m'], 'a', [bus])).toBe('label_values(m{bus=~"$bus"}, a)');
    expect(labelValuesQuery(['m.n'], 'k8s.pod', [bus])).toBe(
      'label_values({"m.n", bus=~"$bus"}, "k8s.pod")',
    );
    expect(labelValuesQuery([], 'a', [])).toBe('label_values(a)');
    expect(labelValuesQuery(['m', 'm.n'], 'a', [bus])).toBe(
      'label_values({__name__=~"m|m\\\\.n", bus=~"$bus"}, a)',
    );
    expect(labelValuesQuery([], 'a', [bus])).toBe('label_values({bus=~"$bus"}, a)');
  });
});
