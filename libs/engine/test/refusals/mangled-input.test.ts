import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { DEFAULT_EFFICIENCY, readEfficiency, readPlans, readSpec } from '@g6/model';
import { PromQlCache } from '@g6/promql';
import { type Problem, renderProblems } from '@g6/problems';

const SPEC = `version: 1
families:
  bus:
    owner: me
    metrics:
      - name: bus_total
        type: counter
        help: one line
        labels: [bus, reason]
        cardinality_budget: 10
        unit: short
        panels:
          - {title: A, promql: "sum by (bus) (rate(bus_total[5m]))", panel_type: stat, span: 12}
        alerts:
          - {alert: B, expr: bus_total > 5, for: 5m, severity: warning}
      - {name: bus_ms, type: histogram, buckets: [1, 5, 10]}
`;
const PLANS = `dashboards:
  - {slug: bus, title: Bus, families: [bus], tags: [a], time: {from: now-1h}, refresh: 1m}
`;

/** Words that only a library or a bug puts into a message. */
const LEAKS = /invalid input|expected \w+, received|too (small|big)|undefined|\[object|zod/i;

/** Messages that help nobody: words of a library, no place, no words at all. */
function expectReadable(problems: readonly Problem[]): void {
  for (const problem of problems) {
    // What is quoted comes from the input, where any word may stand.
    expect(problem.message.replace(/"(?:[^"\\]|\\.)*"/g, '""')).not.toMatch(LEAKS);
    expect(problem.message).not.toBe('');
    expect(problem.line).toBeGreaterThan(0);
    expect(problem.column).toBeGreaterThan(0);
  }
  if (problems.length > 0) expect(renderProblems(problems).split('\n')).not.toContain('');
}

const readAll = (spec: string, plans: string, efficiency = DEFAULT_EFFICIENCY.text): Problem[] => {
  const reading = readSpec([{ path: 'spec.yml', text: spec }]);
  return [
    ...reading.problems,
    ...readPlans([{ path: 'plans.yml', text: plans }], reading.spec).problems,
    ...readEfficiency({ path: 'e.yml', text: efficiency }, reading.spec, new PromQlCache())
      .problems,
  ];
};

/** Any place in a tree, with what stands there put in its place. */
function replaceAt(root: unknown, choice: number, value: unknown): unknown {
  const copy = structuredClone({ root });
  const places: [Record<string, unknown>, string][] = [];
  const visit = (parent: Record<string, unknown>): void => {
    for (const key of Object.keys(parent)) {
      places.push([parent, key]);
      const child = parent[key];
      if (typeof child === 'object' && child !== null) visit(child as Record<string, unknown>);
    }
  };
  visit(copy);
  const [parent, key] = places[choice % places.length] as [Record<string, unknown>, string];
  if (value === REMOVED) Reflect.deleteProperty(parent, key);
  else parent[key] = value;
  return copy.root;
}

const REMOVED = Symbol('removed');
const wrongValue = fc.oneof(
  fc.constant(REMOVED),
  fc.constantFrom<unknown>(null, '', ' ', 0, -1, 1.5, 1e99, true, [], {}, [null], [[]], ['a', 'a']),
  fc.constantFrom<unknown>({ a: 1 }, '=', '{{', 'rate(', '__proto__', Number.POSITIVE_INFINITY),
  fc.string(),
);
const damage = fc.array(fc.tuple(fc.nat(), wrongValue), { minLength: 1, maxLength: 4 });
const damaged = (text: string, changes: readonly (readonly [number, unknown])[]): string => {
  const sound = parse(text) as unknown;
  const tree = changes.reduce((now, [choice, value]) => replaceAt(now, choice, value), sound);
  return tree === undefined ? '' : stringify(tree);
};

describe('input that is mangled', () => {
  it('is sound before', () => {
    expect(readAll(SPEC, PLANS)).toEqual([]);
  });

  it('is told of in words, at a place, whatever value is wrong or gone', () => {
    fc.assert(
      fc.property(damage, damage, damage, (inSpec, inPlans, inCatalogue) => {
        const catalogue = damaged(DEFAULT_EFFICIENCY.text, inCatalogue);
        expectReadable(readAll(damaged(SPEC, inSpec), damaged(PLANS, inPlans), catalogue));
      }),
      { numRuns: 150 },
    );
  });

  it('is told of in words, at a place, whichever characters are wrong or gone', () => {
    const cut = fc.tuple(fc.nat(SPEC.length), fc.nat(6), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
        const text = cuts.reduce(
          (now, [at, gone, put]) => now.slice(0, at) + put + now.slice(at + gone),
          SPEC,
        );
        expectReadable(readAll(text, PLANS));
      }),
      { numRuns: 300 },
    );
  });

  it('is told of however large the spec is', () => {
    const spec = readFileSync(join(__dirname, '../../../../dashboards/spec/base.yml'), 'utf8');
    const problems = readAll(spec.replaceAll('type: counter', 'type: countr'), PLANS);
    expect(problems.filter(({ code }) => code === 'metric-type').length).toBeGreaterThan(20);
    expectReadable(problems);
  });
});
