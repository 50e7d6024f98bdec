import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argumentsOf, checkPromQl, operatorOf, parsePromQl, selectorName } from '@g6/promql';
import { parse } from 'yaml';
import { dashboardExprs, type AskingDashboard } from '@g6/dashboards/testing';

const folder = join(__dirname, '../../../dashboards/generated');
const files = readdirSync(folder).filter((name) => name !== 'manifest.json');

describe('the committed dashboards', () => {
  it('include those of the spec', () => {
    expect(files).toContain('bus_health.json');
  });

  it.each(files)('%s contains only queries that Prometheus accepts', (file) => {
    const dashboard = JSON.parse(readFileSync(join(folder, file), 'utf8')) as AskingDashboard;
    const exprs = dashboardExprs(dashboard);
    expect(exprs.length).toBeGreaterThan(0);
    const faults = exprs.flatMap((expr) => checkPromQl(parsePromQl(expr)));
    expect(faults).toEqual([]);
  });

  it.each(files)('%s sums no state over instances', (file) => {
    const dashboard = JSON.parse(readFileSync(join(folder, file), 'utf8')) as AskingDashboard;
    const sums = dashboardExprs(dashboard).filter((expr) =>
      summedMetrics(expr).some((metric) => states.has(metric)),
    );
    expect(sums).toEqual([]);
  });
});

interface WrittenSpec {
  readonly families: Readonly<
    Record<string, { readonly metrics: readonly { name: string; help: string }[] }>
  >;
}

const spec = parse(
  readFileSync(join(__dirname, '../../../dashboards/spec/base.yml'), 'utf8'),
) as WrittenSpec;

/** Metrics that are 0 or 1, which a sum over two instances would make 2. */
const states = new Set(
  Object.values(spec.families)
    .flatMap(({ metrics }) => metrics)
    .filter(({ help }) => /\b1 (?:while|on)\b|^Constant 1/.test(help))
    .map(({ name }) => name),
);

/** The metrics that an expression sums as they are. */
function summedMetrics(expr: string): string[] {
  const promql = parsePromQl(expr);
  const sums = (promql.nodes.get('AggregateExpr') ?? []).filter(
    (node) => operatorOf(promql, node) === 'sum',
  );
  return sums
    .flatMap((node) => argumentsOf(node))
    .filter(({ name }) => name === 'VectorSelector')
    .map((selector) => selectorName(promql, selector) ?? '');
}

describe('the states that dashboards must not sum', () => {
  it('are the flags and the constants of the spec', () => {
    expect([...states]).toEqual([
      'g6_provider_mode',
      'g6_metrics_spec_hash_info',
      'g6_build_config_hash_info',
      'g6_cs_ingest_backpressure_flag',
      'g6_stale_active',
      'g6_stale_system_active',
    ]);
  });

  it('are found in a sum', () => {
    expect(summedMetrics('max(x) / sum by (index) (g6_stale_active)')).toEqual(['g6_stale_active']);
  });
});
