import * as fc from 'fast-check';
import { readRuleFiles } from './read-rule-files';

const read = (...texts: string[]) =>
  readRuleFiles(texts.map((text, index) => ({ path: `${index}.yml`, text })));
const rulesOf = (...texts: string[]) => {
  const { groups, problems } = read(...texts);
  expect(problems).toEqual([]);
  return groups.flatMap(({ rules }) => rules);
};
const told = (text: string) =>
  read(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

const group = (...rules: string[]) =>
  `groups:\n- name: bus\n  rules:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`;

const FILE = `# Rules of the buses.
groups:
- name: bus
  interval: 30s
  limit: 10
  query_offset: 1m
  labels: {team: roads}
  rules:
  - record: bus:trips:rate5m
    expr: sum(rate(bus_trips_total[5m]))
    labels: {level: bus}
  - alert: BusesLate
    expr: |
      histogram_quantile(0.95, sum by (le) (rate(bus_delay_seconds_bucket[5m])))
        > 300
    for: 10m
    keep_firing_for: 5m
    labels: {severity: warning, tier: 1}
    annotations:
      summary: Buses are {{ $value }} late.
`;

describe('readRuleFiles', () => {
  it('reads groups with everything that they and their rules say', () => {
    const { groups, problems } = read(FILE);
    expect(problems).toEqual([]);
    expect(groups).toEqual([
      {
        name: 'bus',
        interval: '30s',
        limit: 10,
        queryOffset: '1m',
        labels: { team: 'roads' },
        place: { file: '0.yml', line: 3, column: 3 },
        rules: [
          {
            kind: 'record',
            name: 'bus:trips:rate5m',
            expr: 'sum(rate(bus_trips_total[5m]))',
            labels: { level: 'bus' },
            annotations: {},
            metric: 'bus_trips_total',
            place: { file: '0.yml', line: 9, column: 5 },
          },
          {
            kind: 'alert',
            name: 'BusesLate',
            expr: 'histogram_quantile(0.95, sum by (le) (rate(bus_delay_seconds_bucket[5m])))\n  > 300\n',
            for: '10m',
            keepFiringFor: '5m',
            labels: { severity: 'warning', tier: '1' },
            annotations: { summary: 'Buses are {{ $value }} late.' },
            metric: 'bus_delay_seconds',
            place: { file: '0.yml', line: 12, column: 5 },
          },
        ],
      },
    ]);
  });

  it('reads the same from a PrometheusRule, a list of them, and JSON', () => {
    const names = (text: string) => rulesOf(text).map(({ name }) => name);
    const resource = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: {name: bus}
spec:
${FILE.replaceAll(/^/gm, '  ')}`;
    const expected = ['bus:trips:rate5m', 'BusesLate'];
    expect(names(resource)).toEqual(expected);
    expect(names(`---\n${resource}\n---\n# nothing\n---\n${FILE}`)).toEqual([
      ...expected,
      ...expected,
    ]);
    const json = { groups: [{ name: 'a', rules: [{ record: 'a:b', expr: 'up' }] }] };
    expect(names(JSON.stringify({ kind: 'List', items: [{ spec: json }, json] }))).toEqual([
      'a:b',
      'a:b',
    ]);
  });

  it('gives places in the stream, in a block text and in JSON', () => {
    expect(
      told(`---\na: b\n---\n${group('alert: A\n    expr: |\n      up\n        > > 1')}`),
    ).toEqual([
      '2:1 this holds no list "groups" of rules',
      '10:11 something is missing before ">"; the rule is left out',
    ]);
    const json =
      '{"groups": [\n {"name": "a", "rules": [{"record": "a:b",\n "expr": "\\"\\" + \\u0075p{"}]}]}';
    expect(told(json)).toEqual([
      '3:26 the expression ends too early; a "}" is missing; the rule is left out',
    ]);
  });

  it('follows recorded series to the metric that they are made of, and no circle', () => {
    const metrics = (...rules: string[]) => rulesOf(group(...rules)).map(({ metric }) => metric);
    expect(
      metrics(
        '{alert: A, expr: "a:b > 1"}',
        '{record: "a:b", expr: "sum(c:d)"}',
        '{record: "c:d", expr: "rate(bus_delay_seconds_bucket[5m])"}',
        '{alert: B, expr: "count(ALERTS) > on () sse_total"}',
        '{alert: C, expr: "vector(1) > 2"}',
        '{alert: D, expr: "other:recorded > 2"}',
      ),
    ).toEqual([
      'bus_delay_seconds',
      'bus_delay_seconds',
      'bus_delay_seconds',
      'sse_total',
      undefined,
      'other:recorded',
    ]);
    expect(
      metrics(
        '{record: "a:b", expr: "c:d"}',
        '{record: "c:d", expr: "a:b"}',
        '{alert: A, expr: "a:b"}',
      ),
    ).toEqual([undefined, undefined, undefined]);
  });

  it('takes _sum and _count for parts of a histogram only if there are more parts', () => {
    const metrics = (...exprs: string[]) =>
      rulesOf(group(...exprs.map((expr) => `{alert: A, expr: "${expr}"}`))).map(
        ({ metric }) => metric,
      );
    expect(metrics('bus_count > 1', 'sse_sum / sse_count', 'db_bucket', 'db_count')).toEqual([
      'bus_count',
      'sse',
      'db',
      'db',
    ]);
  });

  it.each([
    ['{expr: up}', '4:5 a rule must have either "record" or "alert"'],
    ['{record: a, alert: b, expr: up}', '4:5 a rule must have either "record" or "alert"'],
    ['{alert: A}', '4:5 the rule "A" must have an "expr"'],
    ['{alert: A, expr: "up >"}', '4:27 the expression ends too early; the rule is left out'],
    ['{alert: A, expr: "rate(up)"}', /^4:\d+ .*rate/],
    [
      '{alert: A, expr: "up > $x"}',
      '4:28 "$x" is a variable of Grafana, which Prometheus does not know; the rule is left out',
    ],
    ['{alert: A, expr: up, for: soon}', '4:31 "for" must be a duration such as 5m, got "soon"'],
    ['{alert: A, expr: up, labels: {a: [b]}}', '4:38 "a" must be a text'],
    ['{alert: A, expr: up, lables: {a: b}}', '4:34 the key "lables" is not one of Prometheus'],
  ])('tells what is wrong with %s, and uses the rest', (rule, problem) => {
    const { groups } = read(group(rule, '{record: "b:c", expr: up}'));
    expect(groups[0]?.rules.at(-1)?.name).toBe('b:c');
    expect(told(group(rule))).toEqual([
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    ]);
  });

  it('tells of groups without a name, and passes over empty files', () => {
    expect(told('groups: [{rules: []}]')).toEqual(['1:10 a group of rules must have a "name"']);
    expect(told('groups: [')).toHaveLength(1);
    expect(told('kind: ConfigMap')).toEqual([
      '1:1 a resource of the kind "ConfigMap" holds no list "groups" of rules',
    ]);
    expect(read('', 'groups:', '{}', '---\n').problems).toEqual([]);
  });

  it('never throws, whatever the values are', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, 1, true, 'up', 'x{', '5m', -0),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            ...['groups', 'spec', 'items', 'name', 'rules', 'record', 'alert', 'expr', 'for'],
            ...['labels', 'annotations', 'limit', 'kind', '__proto__'],
          ),
          tie('any'),
          { maxKeys: 4 },
        ),
      ),
    })).any;
    fc.assert(
      fc.property(value, (any) => {
        const { groups } = read(JSON.stringify(any));
        expect(groups.every(({ name }) => name !== '')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
