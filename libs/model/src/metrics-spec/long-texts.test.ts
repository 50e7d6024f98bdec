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
