import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DEFAULT_OPTIONS, generateRun } from '@g6/dashboards';
import { useTempFolder } from '@g6/dashboards/testing';
import { dashboardFacts, MIXIN_DASHBOARDS } from '../src/mixins';

const MIXINS = join(__dirname, '../mixins');
const readJson = (path: string) =>
  JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;

/** The values of a key, at any depth. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => [
    ...(name === key ? [child as unknown] : []),
    ...valuesOf(key, child),
  ]);
}

describe('dashboards of public mixins, written as spec and plan', () => {
  const output = useTempFolder();

  it.each(MIXIN_DASHBOARDS)('show what the original of $slug shows', ({ workspace, slug }) => {
    const { problems } = generateRun({
      spec: { spec: join(MIXINS, workspace, 'spec.yml') },
      plans: { folder: join(MIXINS, workspace, 'plans') },
      output: output(),
      only: [slug],
      options: DEFAULT_OPTIONS,
      scope: 'all',
      now: 0,
      dryRun: false,
    });
    expect(problems).toEqual([]);
    const facts = readJson(join(MIXINS, workspace, 'facts', `${slug}.json`));
    expect(facts['panels']).not.toHaveLength(0);
    expect(dashboardFacts(readJson(join(output(), `${slug}.json`)))).toEqual(facts);
  });

  it('need no merge patch, and three properties by their ids', () => {
    const plans = MIXIN_DASHBOARDS.map(
      ({ workspace, slug }) =>
        parse(readFileSync(join(MIXINS, workspace, 'plans', slug, 'plan.yaml'), 'utf8')) as unknown,
    );
    const specs = [...new Set(MIXIN_DASHBOARDS.map(({ workspace }) => workspace))].map(
      (workspace) => parse(readFileSync(join(MIXINS, workspace, 'spec.yml'), 'utf8')) as unknown,
    );
    const written = [...plans, ...specs];
    expect(valuesOf('grafana', written)).toEqual([]);
    const ids = valuesOf('properties', written).flatMap((properties) =>
      Object.keys(properties as object),
    );
    expect([...new Set(ids)].sort()).toEqual([
      'custom.cellOptions',
      'custom.lineStyle',
      'custom.transform',
    ]);
  });

  it('write no filter by hand that the plan injects', () => {
    const exprs = MIXIN_DASHBOARDS.flatMap(({ workspace, slug }) =>
      valuesOf(
        'promql',
        parse(readFileSync(join(MIXINS, workspace, 'plans', slug, 'plan.yaml'), 'utf8')),
      ),
    );
    expect(exprs.length).toBeGreaterThan(40);
    expect(exprs.filter((expr) => /(?:cluster|namespace|instance)\s*=/.test(String(expr)))).toEqual(
      [],
    );
  });
});
