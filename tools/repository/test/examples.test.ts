import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  checkRulesRun,
  EXPORT_FORMATS,
  exportFiles,
  hasDrift,
  lintRun,
  loadConfig,
  readSpec,
  ruleOptions,
  runRequest,
  verifyRun,
} from '@g6/dashboards';
import type { DashboardJson, PanelJson } from '@g6/generation';

const EXAMPLES = resolve(__dirname, '../../../examples');

const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Lints on what no source of an import says. */
const UNKNOWN_TO_IMPORTS = ['alert-for-missing', 'alert-summary-missing', 'help-missing'];

function requestOf(example: string) {
  const folder = join(EXAMPLES, example);
  const { config, problems } = loadConfig(join(folder, 'g6.config.yaml'));
  expect(problems).toEqual([]);
  return { config, request: runRequest(config, { density: 'normal' }) };
}

function dashboardsOf(example: string): DashboardJson[] {
  const folder = join(EXAMPLES, example, 'dashboards');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'manifest.json')
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as DashboardJson);
}

/** The panels of a dashboard that show something. */
function panelsOf({ panels }: DashboardJson): PanelJson[] {
  return panels
    .flatMap((panel) => [panel, ...(panel.panels ?? [])])
    .filter(({ type }) => type !== 'row');
}

function exprsOf({ targets = [] }: PanelJson): string[] {
  return (targets as unknown as { expr: string }[]).map(({ expr }) => expr);
}

/** What the spec of an example declares of the number of series of each metric. */
function metricsOf(example: string) {
  const folder = join(EXAMPLES, example, 'spec');
  const files = readdirSync(folder).map((name) => ({
    path: join(folder, name),
    relativePath: name,
    text: readFileSync(join(folder, name), 'utf8'),
  }));
  const { spec, problems } = readSpec(files);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return spec.families.flatMap(({ metrics }) => metrics);
}

/**
 * The most lines of an expression by the declared budgets: as many as its grouping has values, and no more
 * than a `topk` takes. Labels of targets have no budget, and neither have the parts of a distribution.
 */
function mostLines(expr: string, metrics: ReturnType<typeof metricsOf>): number {
  const read = metrics.filter(({ name }) =>
    new RegExp(`\\b${name}(?:_bucket|_count|_sum)?\\b`).test(expr),
  );
  const most = Number(/\btopk\((\d+)/.exec(expr)?.[1] ?? Infinity);
  const groupings = [...expr.matchAll(/\bby \(([^)]*)\)/g)].map(([, labels = '']) =>
    labels
      .split(/, ?/)
      .filter((label) => !['job', 'instance', 'le', 'quantile'].includes(label))
      .map((label) => Math.min(...read.map((metric) => valuesOf(label, metric))))
      .reduce((product, values) => product * values, 1),
  );
  return Math.min(most, Math.max(1, ...groupings));
}

function valuesOf(label: string, metric: ReturnType<typeof metricsOf>[number]): number {
  const values = metric.labelFacts.find(({ name }) => name === label)?.values;
  return values?.length ?? metric.cardinalityBudget ?? Infinity;
}

function unitOf({ fieldConfig }: PanelJson): string | undefined {
  return (fieldConfig as { defaults?: { unit?: string } }).defaults?.unit;
}

describe.each(names)('the example %s', (example) => {
  const dashboards = dashboardsOf(example);
  const panels = dashboards.flatMap(panelsOf);

  it('is committed as it would be generated', () => {
    const { config, request } = requestOf(example);
    const verified = verifyRun({ ...request, orphans: true, manifest: true });
    expect(verified.problems).toEqual([]);
    expect(verified.drifts.filter(hasDrift)).toEqual([]);
    const rules = { ...request, folder: config.rules, rules: ruleOptions(config, false) };
    expect(checkRulesRun(rules).drifts).toEqual([]);
  });

  it('has titles of words', () => {
    const metrics = panels.flatMap(({ g6_meta: { metric } }) => metric ?? []);
    const raw = panels.filter(({ title = '' }) => metrics.some((name) => title.startsWith(name)));
    expect(raw.map(({ title }) => title)).toEqual([]);
    expect(panels.filter(({ title }) => title?.includes('(auto)'))).toEqual([]);
  });

  it('opens every dashboard with a headline of at most six numbers', () => {
    for (const dashboard of dashboards) {
      const stats = panelsOf(dashboard).filter(({ type }) => type === 'stat');
      expect(dashboard.panels[0]?.type).toBe('stat');
      expect(stats.length).toBeLessThanOrEqual(6);
      expect(stats.every(({ gridPos }) => gridPos?.y === 0)).toBe(true);
      const widths = stats.map(({ gridPos }) => gridPos?.w ?? 0);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(24);
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
    }
  });

  it('has a unit for nearly every panel', () => {
    const short = panels.filter((panel) => unitOf(panel) === 'short');
    expect(short.length).toBeLessThanOrEqual(0.05 * panels.length);
  });

  it('draws at most fifty lines in a panel, by the declared budgets', () => {
    const metrics = metricsOf(example);
    const graphs = panels.filter(({ type }) => ['timeseries', 'state-timeline'].includes(type));
    const lines = graphs.map((panel) => ({
      title: panel.title,
      lines: exprsOf(panel).reduce((sum, expr) => sum + mostLines(expr, metrics), 0),
    }));
    expect(lines.some((panel) => panel.lines > 1)).toBe(true);
    expect(lines.filter((panel) => panel.lines > 50)).toEqual([]);
  });

  it('asks nothing twice, and drops nothing', () => {
    for (const dashboard of dashboards) {
      const shown = panelsOf(dashboard).filter(({ type }) => type !== 'stat');
      const asked = shown.map((panel) => `${panel.type} ${exprsOf(panel).sort().join()}`);
      expect(new Set(asked).size).toBe(asked.length);
      expect(dashboard.g6_meta.truncated_panels).toBe(0);
    }
  });

  it.each(EXPORT_FORMATS)('can be exported as %s, with nothing missing', (format) => {
    const { config, request } = requestOf(example);
    const rules = ruleOptions(config, false);
    const { files, problems } = exportFiles({ ...request, settings: { format }, rules });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = files.map((file) => file.text).join('\n');
    const written = readFileSync(join(EXAMPLES, example, 'rules/alerts.yml'), 'utf8');
    const alerts = [...written.matchAll(/alert: (\w+)/g)].flatMap(([, name]) => name ?? []);
    const uids = dashboards.map(({ uid }) => String(uid).replaceAll('_', '-'));
    const named = format === 'prometheus-rule' ? alerts : uids;
    expect(named.filter((name) => !text.replaceAll('_', '-').includes(name))).toEqual([]);
  });

  it('has nothing that a lint finds', () => {
    const { findings } = lintRun({ ...requestOf(example).request, from: 'memory', strict: true });
    // What an import cannot know, such as who is to be woken, is for people to write.
    const known = findings.filter(({ rule }) => !UNKNOWN_TO_IMPORTS.includes(rule));
    expect(known).toEqual([]);
  });
});

describe('the rules of dashboard-linter that classic breaks', () => {
  const filtered = 'job=~"$job", instance=~"$instance"';
  const all = names.flatMap(dashboardsOf);
  const exprs = all
    .flatMap(panelsOf)
    .filter(({ g6_meta: { source } }) => source !== 'alert_threshold')
    .flatMap(exprsOf)
    .filter((expr) => !expr.includes('ALERTS'));

  it('hold for the variables', () => {
    for (const { templating } of all) {
      const variables = (templating?.list ?? []) as unknown as Record<string, unknown>[];
      for (const name of ['job', 'instance']) {
        expect(variables.find((variable) => variable['name'] === name)).toMatchObject({
          type: 'query',
          label: name === 'job' ? 'Job' : 'Instance',
          multi: true,
          includeAll: true,
          allValue: '.+',
          datasource: { type: 'prometheus', uid: '${datasource}' },
        });
      }
    }
  });

  it('hold for every selector of every query', () => {
    const selectors = exprs.flatMap((expr) => expr.match(/\{[^}]*\}/g) ?? []);
    expect(selectors.length).toBeGreaterThan(100);
    expect(selectors.filter((selector) => !selector.includes(filtered))).toEqual([]);
  });

  it('hold for every window', () => {
    const windows = exprs.flatMap((expr) => expr.match(/\[[^\]]*\]/g) ?? []);
    expect(windows.length).toBeGreaterThan(50);
    expect(windows.filter((window) => window !== '[$__rate_interval]')).toEqual([]);
  });
});
