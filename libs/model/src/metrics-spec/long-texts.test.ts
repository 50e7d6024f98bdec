import { readSpec } from '../index';

/** The problems of a spec with one metric, which has a label with values. */
function problemsOf(metric: object, family: object = {}) {
  const labels = [{ name: 'b', values: ['x'] }];
  const metrics = [{ name: 'm', type: 'gauge', labels, ...metric }];
  const text = JSON.stringify({ version: 1, families: { f: { ...family, metrics } } });
  const found = readSpec([{ path: 's.yml', text }]).problems;
  return { found, columnOf: (part: string) => text.indexOf(part) + 1 };
}

describe('a text with thousands of problems', () => {
  it('has each of them at its place', () => {
    const promql = `m{${'a="b",'.repeat(16_000)}}`;
    const { found, columnOf } = problemsOf({ panels: [{ promql }] });
    const [first, second] = found;
    expect(found).toHaveLength(16_000);
    expect(first?.column).toBe(columnOf('a=\\"b'));
    expect(second?.column).toBe(columnOf('a=\\"b') + 'a=\\"b\\",'.length);
    expect(first?.message).toBe('"m" declares no label "a"');
  });

  it('has them in rules and templates, too', () => {
    const expr = `sum(m{${'b="$c",'.repeat(14_000)}}) > 1`;
    const alert = { alert: 'A', expr, summary: '{{ $labels.b }}'.repeat(10_000) };
    const codes = problemsOf({ alerts: [alert] }).found.map(({ code }) => code);
    expect(codes.filter((code) => code === 'variable-in-rule')).toHaveLength(14_000);
    expect(codes.filter((code) => code === 'template-label')).toHaveLength(10_000);
  });

  it('names few of many metrics', () => {
    const operands = Array.from({ length: 30 }, (_, index) => `m_${index}`);
    const others = operands.map((name) => ({ name, type: 'gauge' }));
    const metrics = [
      ...others,
      { name: 'm', type: 'gauge', panels: [{ promql: `sum by (q) (${operands.join(' + ')})` }] },
    ];
    const text = JSON.stringify({ version: 1, families: { f: { metrics } } });
    const [problem] = readSpec([{ path: 's.yml', text }]).problems;
    expect(problem?.message).toMatch(/^"m_0", .*"m_9" and 20 more declares no label "q"$/);
  });

  it('is followed through an expression of any depth, and a chain of rules of any length', () => {
    const expr = `${'m + '.repeat(1900)}m > 1`;
    expect(
      problemsOf({ alerts: [{ alert: 'A', expr, summary: '{{ $labels.b }}' }] }).found,
    ).toEqual([]);
    const recording_rules = Array.from({ length: 2000 }, (_, index) => {
      return { record: `a:b${index}`, expr: index === 1999 ? 'm' : `a:b${index + 1}` };
    });
    expect(problemsOf({}, { recording_rules }).found).toEqual([]);
  });
});

describe('a large spec', () => {
  const block = (index: number) =>
    `      - name: m_${index}_total
        type: counter
        help: Number of things that were counted, of kind ${index}, since the start
        labels: [bus, region]
        panels:
          - title: Rate of ${index}
            promql: sum(rate(m_${index}_total[5m])) by (bus)
        alerts:
          - {alert: A${index}, expr: "rate(m_${index}_total[5m]) > 1", for: 5m, severity: page}
`;
  const flow = (index: number) =>
    `      - {name: m_${index}_total, type: counter, labels: [bus, region], panels: [{title: A, promql: m_${index}_total}]}\n`;
  const specOf = (metric: (index: number) => string) =>
    `version: 1\nfamilies:\n  f:\n    metrics:\n${Array.from({ length: 5000 }, (_, index) => metric(index)).join('')}`;

  it.each([
    ['in block style', specOf(block)],
    ['in block style from Windows', specOf(block).replaceAll('\n', '\r\n')],
    ['in flow style', specOf(flow)],
  ])('of 5,000 metrics is read, %s', (_, text) => {
    const { spec, problems } = readSpec([{ path: 's.yml', text }]);
    expect(problems).toEqual([]);
    expect(spec.families.flatMap(({ metrics }) => metrics)).toHaveLength(5000);
  });

  it('has the problem that is in it told', () => {
    const text = `${specOf(flow)}      - {name: x, typ: gauge}\n`;
    expect(readSpec([{ path: 's.yml', text }]).problems).toMatchObject([
      { line: 5005, code: 'unknown-key', hint: 'did you mean "type"?' },
    ]);
  });
});
