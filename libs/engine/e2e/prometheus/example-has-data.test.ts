import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type DashboardJson, DEFAULT_OPTIONS } from '@g6/generation';
import { DEFAULT_RULE_OPTIONS } from '@g6/rules';
import { generateRun } from '../../src/run/generate-run';
import { rulesRun } from '../../src/run/rules-run';
import { waitUntil } from '../../testing';
import { ensurePrograms } from '../../testing/ensure-programs';
import { exposed } from './exposition';
import { nativeExposition, PROTOBUF_TYPE } from './native-exposition';
import { PrometheusServer, serveMetrics } from './prometheus-server';
import { queryDashboard } from './query-dashboards';

const EXAMPLE = resolve(__dirname, '../../../../docs/reference/example');
const START = Date.now() / 1000 - 3600;

/** What a process of the shop exposes. */
function shopMetrics(): string {
  const lines: string[] = [];
  const age = () => Date.now() / 1000 - START;
  const rising = (name: string, labels: Record<string, string>, pace: number) =>
    lines.push(`${exposed(name, labels)} ${pace * age()}`);
  const steady = (name: string, labels: Record<string, string>, value: number) =>
    lines.push(`${exposed(name, labels)} ${value}`);
  for (const method of ['GET', 'POST']) {
    for (const status of ['200', '404', '500', '503'])
      rising('http_requests_total', { method, status }, status === '200' ? 5 : 0.1);
    rising('http_response_bytes_total', { method }, 4000);
    for (const [position, le] of ['0.1', '0.5', '1', '5', '+Inf'].entries())
      rising('http_duration_seconds_bucket', { method, le }, position + 1);
    rising('http_duration_seconds_sum', { method }, 3);
    rising('http_duration_seconds_count', { method }, 5);
  }
  for (const queue of ['mail', 'bill']) {
    steady('jobs_queued', { queue }, 4);
    for (const quantile of ['0.5', '0.99']) steady('jobs_wait_seconds', { queue, quantile }, 2);
    rising('jobs_wait_seconds_sum', { queue }, 2);
    rising('jobs_wait_seconds_count', { queue }, 1);
  }
  steady('jobs_workers', {}, 3);
  steady('jobs_build_info', { version: '1.2.3' }, 1);
  for (const [value, mode] of ['draining', 'working'].entries())
    steady('jobs_mode', { jobs_mode: mode }, value);
  steady('jobs_last_import', {}, 812);
  return `${lines.join('\n')}\n`;
}

function nativeMetrics(): Buffer {
  const seconds = Math.round(Date.now() / 1000 - START);
  const counts = [3, 5, 1].map((pace) => pace * seconds);
  const labels = { queue: 'mail' };
  return nativeExposition({ name: 'jobs_run_seconds', labels, sum: 9 * seconds, first: 1, counts });
}

/** All values of each variable, as Grafana writes them into a query, and a single value of each. */
const ALL = {
  job: '.*',
  node: '.+',
  status: '(200|500)',
  quantile: '0.99',
  window: '5m',
  method: '.*',
  region: 'eu',
};
const SINGLE: readonly (readonly [string, string])[] = [
  ['job', 'shop'],
  ['node', 'busy'],
  ['status', '200'],
  ['quantile', '0.5'],
  ['window', '1m'],
  ['method', 'GET'],
];

describe('the example of the reference, on a real Prometheus', () => {
  const folder = mkdtempSync(join(tmpdir(), 'g6-example-'));
  const started: { readonly stop: () => unknown }[] = [];
  const dashboards = new Map<string, DashboardJson>();
  let prometheus: PrometheusServer;

  beforeAll(async () => {
    ensurePrograms();
    const rules = join(folder, 'rules');
    const request = {
      spec: {
        spec: join(EXAMPLE, 'spec/base.yml'),
        efficiency: join(EXAMPLE, 'spec/efficiency.yml'),
      },
      plans: { folder: join(EXAMPLE, 'plans') },
      options: DEFAULT_OPTIONS,
      dryRun: false,
    };
    const output = join(folder, 'dashboards');
    generateRun({ ...request, output, scope: 'dashboards', now: 0 });
    rulesRun({
      ...request,
      folder: rules,
      rules: { ...DEFAULT_RULE_OPTIONS, interval: '1s', job: 'shop' },
    });
    for (const slug of ['shop', 'governance']) {
      const text = readFileSync(join(output, `${slug}.json`), 'utf8');
      dashboards.set(slug, JSON.parse(text) as DashboardJson);
    }
    const targets: object[] = [];
    const serve = async (instance: string, ...body: Parameters<typeof serveMetrics>) => {
      const { server, target } = await serveMetrics(...body);
      started.push({ stop: () => server.close() });
      targets.push({ targets: [target], labels: { job: 'shop', instance } });
    };
    await serve('busy', shopMetrics);
    await serve('other', shopMetrics);
    await serve('busy', nativeMetrics, PROTOBUF_TYPE);
    const config = {
      global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
      rule_files: [join(rules, 'recording.yml'), join(rules, 'alerts.yml')],
      scrape_configs: [{ job_name: 'any', honor_labels: true, static_configs: targets }],
    };
    const flags = ['--enable-feature=native-histograms'];
    prometheus = await PrometheusServer.start(folder, config, flags);
    started.push(prometheus);
    await waitUntil('rates and recorded series', async () => {
      const queries = [
        'rate(http_requests_total[1m])',
        'jobs_run_seconds:p99_5m > 0',
        'job:http_requests:rate5m',
        'http_duration_seconds:p95_5m',
      ];
      const answers = await Promise.all(queries.map((query) => prometheus.queryInstant(query)));
      return answers.every(({ result = [] }) => result.length > 0);
    });
  });
  afterAll(async () => {
    for (const one of started.reverse()) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['all values of every variable', {}],
    ...SINGLE.map(([name, value]) => [`${name}=${value}`, { [name]: value }] as const),
  ])('has data in every panel for %s', async (_, chosen) => {
    for (const [slug, dashboard] of dashboards) {
      const report = await queryDashboard(slug, dashboard, prometheus, { ...ALL, ...chosen });
      expect({ slug, failing: report.failing, empty: report.empty }).toEqual({
        slug,
        failing: [],
        empty: [],
      });
      expect(report.withData.length).toBeGreaterThan(5);
    }
  });

  it('has values to choose from for every variable that asks for them', async () => {
    const variables = dashboards.get('shop')?.templating?.list ?? [];
    const queries = variables.filter(({ type }) => type === 'query');
    expect(queries).toHaveLength(3);
    for (const { definition } of queries as unknown as { definition: string }[]) {
      const [, selector = '', label = ''] = /^label_values\((.*), (\w+)\)$/.exec(definition) ?? [];
      const filled = selector.replaceAll(/\$(\w+)/g, (_, name: keyof typeof ALL) => ALL[name]);
      const values = await prometheus.get<string[]>(
        `label/${label}/values?match[]=${encodeURIComponent(filled)}`,
      );
      expect(values).not.toEqual([]);
    }
  });
});
