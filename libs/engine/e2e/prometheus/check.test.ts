import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_OPTIONS } from '@g6/generation';
import { renderCheck } from '@g6/check';
import { checkRun, type CheckReport, type CheckRequest } from '../../src/run/check-run';
import { waitUntil } from '../../testing';
import { ensurePrograms } from '../../testing/ensure-programs';
import { backfill, PrometheusServer, serveMetrics } from './prometheus-server';
import { WRITTEN_STEP, writtenHistory, type WrittenSeries } from './written-history';

const HOUR = 3600;
const INSTANCES = ['a', 'b'];

/** A metric of the spec, and the names and labels of its series on every instance. */
interface Case {
  readonly metric: Readonly<Record<string, unknown>>;
  readonly series: readonly Partial<WrittenSeries>[];
}

const rising = (age: number) => age;
const constant = (value: number) => () => value;
const CHANGED = 3 * HOUR;

/** What has data, as the spec says. */
const SOUND: readonly Case[] = [
  {
    metric: { name: 'shop_ok_total', type: 'counter', labels: ['path'], cardinality_budget: 10 },
    series: ['/', '/cart'].map((path) => ({ labels: { path }, valueAt: rising })),
  },
  {
    metric: {
      name: 'shop_queue',
      type: 'gauge',
      labels: [{ name: 'queue', values: ['mail', 'bill'] }],
      panels: [
        { title: 'Full', promql: 'shop_queue > 1000' },
        { title: 'Gone', promql: 'absent(shop_queue)' },
        { title: 'One', promql: 'sum(shop_queue{queue=~"$queue"})' },
      ],
      alerts: [{ alert: 'Full', expr: 'shop_queue > 1000', severity: 'warning' }],
    },
    series: ['mail', 'bill'].map((queue) => ({ labels: { queue }, valueAt: constant(3) })),
  },
  {
    metric: { name: 'shop_wait', type: 'histogram', buckets: [1, 5], auto: false },
    series: [
      ...['1.0', '5.0', '+Inf'].map((le) => ({
        name: 'shop_wait_bucket',
        labels: { le },
        valueAt: rising,
      })),
      { name: 'shop_wait_sum', valueAt: rising },
      { name: 'shop_wait_count', valueAt: rising },
    ],
  },
];

const WAIT_PANEL = {
  title: 'Wait',
  promql: 'histogram_quantile(0.9, sum by (le) (rate(shop_wait_bucket[5m])))',
};

/** What is wrong, one thing each. */
const UNSOUND: readonly Case[] = [
  {
    metric: { name: 'shop_events_dropped_total', type: 'counter', labels: ['bus'] },
    series: ['shop_events_dropped_total', 'shop_dropped_events_total'].map((name, later) => ({
      name,
      labels: { bus: 'x' },
      valueAt: rising,
      ...(later === 1 ? { from: -CHANGED } : { to: -CHANGED - WRITTEN_STEP }),
    })),
  },
  {
    metric: {
      name: 'shop_answers_total',
      type: 'counter',
      labels: ['result'],
      auto: false,
      panels: [{ title: 'Failed', promql: 'sum(rate(shop_answers_total{result="failed"}[5m]))' }],
    },
    series: [
      { labels: { result: 'ok' }, valueAt: rising },
      { labels: { result: 'refused' }, valueAt: rising },
      { labels: { result: 'failed' }, valueAt: rising, to: -2 * HOUR },
    ],
  },
  {
    metric: {
      name: 'shop_size',
      type: 'gauge',
      auto: false,
      panels: [{ promql: 'max(shop_size)' }],
    },
    series: [{ valueAt: constant(5) }],
  },
  {
    metric: {
      name: 'shop_depth',
      type: 'gauge',
      auto: false,
      panels: [{ promql: 'max(shop_depth)' }],
    },
    series: [{ labels: { zone: 'east' }, valueAt: constant(5) }],
  },
  {
    metric: {
      name: 'shop_users',
      type: 'gauge',
      labels: ['user'],
      cardinality_budget: 10,
      auto: false,
      panels: [{ promql: 'sum(shop_users)' }],
    },
    series: Array.from({ length: 12 }, (_, user) => ({
      labels: { user: `u${user}` },
      valueAt: constant(1),
    })),
  },
  {
    metric: {
      name: 'shop_ready',
      type: 'gauge',
      auto: false,
      panels: [{ title: 'Ready', promql: 'sum(shop_ready)', unit: 'bool' }],
    },
    series: [{ valueAt: constant(1) }],
  },
  {
    metric: {
      name: 'shop_heat',
      type: 'gauge',
      auto: false,
      panels: [{ title: 'Heat', promql: 'max(shop_heat)', thresholds: { warning: 100 } }],
    },
    series: [{ valueAt: constant(10) }],
  },
  {
    metric: {
      name: 'shop_load',
      type: 'gauge',
      labels: ['host'],
      auto: false,
      panels: [
        { title: 'Load', promql: 'topk(1, sum by (host) (shop_load))', panel_type: 'timeseries' },
      ],
    },
    series: [0, 1].map((turn) => ({
      labels: { host: `h${turn}` },
      valueAt: (age: number) => (Math.floor(age / 600) % 2 === turn ? 9 : 1),
    })),
  },
];

/** The metrics of a case as series of every instance; times are relative to the end. */
function seriesOf(cases: readonly Case[], end: number): WrittenSeries[] {
  return cases.flatMap(({ metric, series }) =>
    series.flatMap((one) =>
      INSTANCES.map((instance) => ({
        name: one.name ?? String(metric['name']),
        labels: { job: 'shop', instance, ...one.labels },
        from: end + (one.from ?? -8 * HOUR),
        to: end + (one.to ?? 0),
        valueAt: one.valueAt ?? constant(1),
      })),
    ),
  );
}

/** Writes a workspace, starts a Prometheus that has the series, and hands both to a test. */
class Ground {
  private readonly folder = mkdtempSync(join(tmpdir(), 'g6-check-'));
  private target: Server | undefined;
  prometheus: PrometheusServer | undefined;

  constructor(
    readonly cases: readonly Case[],
    readonly end: number,
  ) {}

  async open(
    more: readonly WrittenSeries[],
    exposition: string,
    damage: (data: string) => void = () => undefined,
  ): Promise<void> {
    this.writeSpec();
    backfill(this.folder, 'past', writtenHistory([...seriesOf(this.cases, this.end), ...more]));
    damage(join(this.folder, 'data'));
    const { server, target } = await serveMetrics(() => exposition);
    this.target = server;
    const scrape_configs = [
      {
        job_name: 'shop',
        scrape_interval: '1s',
        static_configs: [{ targets: [target] }],
      },
    ];
    this.prometheus = await PrometheusServer.start(this.folder, { scrape_configs });
    await waitUntil('a scrape', async () => {
      const types = await this.prometheus?.get<object>('metadata');
      return Object.keys(types ?? {}).length > 0 || exposition === '';
    });
  }

  writeSpec(metrics = this.cases.map(({ metric }) => metric)): void {
    const spec = { version: 1, families: { shop: { metrics } } };
    const plan = {
      slug: 'shop',
      families: ['shop'],
      variables: ['queue'],
      panels: [WAIT_PANEL],
    };
    mkdirSync(join(this.folder, 'plans/shop'), { recursive: true });
    writeFileSync(join(this.folder, 'spec.yml'), JSON.stringify(spec));
    writeFileSync(join(this.folder, 'plans/shop/plan.yaml'), JSON.stringify(plan));
  }

  /** Gives the metric of the spec that was renamed its new name. */
  rename(): void {
    const renamed = {
      name: 'shop_dropped_events_total',
      renamed_from: ['shop_events_dropped_total'],
    };
    this.writeSpec(
      this.cases.map(({ metric }) =>
        metric['name'] === 'shop_events_dropped_total' ? { ...metric, ...renamed } : metric,
      ),
    );
  }

  check(more: Partial<CheckRequest> = {}): Promise<CheckReport> {
    return checkRun({
      spec: { spec: join(this.folder, 'spec.yml') },
      plans: { folder: join(this.folder, 'plans') },
      output: join(this.folder, 'generated'),
      options: DEFAULT_OPTIONS,
      prometheus: {
        url: this.prometheus?.url ?? '',
        env: {},
        timeLimit: 20_000,
        concurrency: 4,
        mostRequests: 5000,
      },
      now: this.end,
      lookback: 24 * HOUR,
      scrapeInterval: 30,
      strict: false,
      ...more,
    });
  }

  async close(): Promise<void> {
    await this.prometheus?.stop();
    this.target?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Cuts the samples of every block of a database in half, and leaves its index whole. */
function halve(data: string): void {
  const chunks = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /chunks.\d+$/.test(path),
  );
  expect(chunks).not.toEqual([]);
  for (const path of chunks) truncateSync(join(data, path), statSync(join(data, path)).size / 2);
}

const findingsOf = ({ findings }: CheckReport) =>
  findings.map(({ rule, message, hint }) => `${rule}: ${message}${hint ? ` (${hint})` : ''}`);

const minute = (time: number) =>
  `${new Date(time * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

describe('a check against Prometheus', () => {
  const end = Math.floor(Date.now() / 1000 / WRITTEN_STEP) * WRITTEN_STEP;
  beforeAll(() => {
    ensurePrograms();
  });

  it('finds nothing where everything is as the spec says', async () => {
    const ground = new Ground(SOUND, end);
    try {
      await ground.open([], '');
      const report = await ground.check();
      expect(report.problems).toEqual([]);
      expect(report.unanswered).toEqual([]);
      expect(findingsOf(report)).toEqual([]);
      expect(report).toMatchObject({ status: 0, panels: { empty: 0, failing: 0 } });
      expect(report.panels.data).toBeGreaterThan(5);
    } finally {
      await ground.close();
    }
  });

  it('says which answers a damaged database does not give, and takes nothing for absent', async () => {
    const ground = new Ground(SOUND, end);
    try {
      await ground.open([], '', halve);
      const report = await ground.check();
      expect(report.problems).toEqual([]);
      const { panels, findings, unanswered } = report;
      expect(panels.failing).toBeGreaterThan(0);
      expect(panels.empty).toBe(0);
      const rules = new Set(findings.map(({ rule }) => rule));
      expect([...rules]).toEqual(['panel-failing']);
      for (const { message } of findings) expect(message).toMatch(/fails: \w+: .*chunk/);
      for (const gap of unanswered) expect(gap).toMatch(/: \w+: .*chunk/);
    } finally {
      await ground.close();
    }
  });

  it('finds, names and explains what is wrong, and nothing else', async () => {
    const ground = new Ground([...SOUND, ...UNSOUND], end);
    try {
      const mystery = {
        name: 'shop_mystery',
        labels: { job: 'shop', instance: 'a' },
        from: end - HOUR,
        to: end,
        valueAt: constant(1),
      };
      await ground.open([mystery], '# TYPE shop_size counter\nshop_size 5\n');
      const report = await ground.check();
      expect(report.unanswered).toEqual([]);
      expect(report).toMatchObject({ status: 10, problems: [] });
      const [vanished, appeared] = [minute(end - CHANGED - WRITTEN_STEP), minute(end - CHANGED)];
      const successor = `"shop_dropped_events_total", same labels, appeared at ${appeared}`;
      const lost = (panel: string) =>
        `panel-empty: "${panel}" on "shop" is empty since ${vanished}: "shop_events_dropped_total" has no series (${successor})`;
      const unknown = 'add it with g6-dashboards import, or list it in external_metrics';
      expect(findingsOf(report).sort()).toEqual(
        [
          lost('shop_events_dropped_total Rate (5m auto)'),
          lost('shop_events_dropped_total Rate by bus (5m auto)'),
          `metric-absent: nothing exposes "shop_events_dropped_total" since ${vanished} (${successor})`,
          `metric-unknown: the spec does not know "shop_dropped_events_total", with 2 series, and nothing reads it (${unknown})`,
          `metric-unknown: the spec does not know "shop_mystery", with 1 series, and nothing reads it (${unknown})`,
          `panel-empty: "Failed" on "shop" is empty since ${minute(end - 2 * HOUR)}: no series of "shop_answers_total" has result="failed" (it has "ok", "refused")`,
          'type-differs: "shop_size" is a counter, not a gauge (write the type that it has, or find out what changed it)',
          'label-unexpected: "shop_depth" has the label "zone", which the spec does not declare: "east" (declare it, or list it in target_labels if scraping adds it)',
          'budget-exceeded: "shop_users" has 24 series, and a budget of 10 (the label "user" has 12 values, the most of its labels)',
          'value-out-of-range: "Ready" on "shop" has the unit "bool", from 0 to 1, and shows 2 (a flag or a share is not summed: take avg, min or max, or count those that are set)',
          'threshold-off-axis: "Heat" on "shop" draws a threshold at 100, and its axis goes from 10 to 10 (let the axis reach there with soft_max)',
          'topk-flickers: "Load" on "shop" shows 2 series by turns: the set that topk chooses changes 36 times (choose the series over the whole range, for example by an instant query, or sum them up by fewer labels)',
        ].sort(),
      );
      const size = report.findings.find(({ rule }) => rule === 'type-differs');
      expect(size).toMatchObject({ file: expect.stringMatching(/spec\.yml$/) as string, line: 1 });
      const sarif = JSON.parse(renderCheck(report, 'sarif')) as { runs: { results: object[] }[] };
      expect(sarif.runs[0]?.results).toHaveLength(report.findings.length);
      expect(renderCheck(report, 'markdown')).toContain('### panel-empty (3)');
      // A renaming heals what it explains, and is over only when the old name is out of sight.
      ground.rename();
      const renamed = await ground.check();
      const about = findingsOf(renamed).filter((finding) => finding.includes('dropped'));
      expect(about).toEqual([]);
    } finally {
      await ground.close();
    }
  });

  it('says of recorded series that their rules are missing, and of odd names what is similar', async () => {
    const histogram = {
      metric: { name: 'shop_wait', type: 'histogram', buckets: [1, 5] },
      series: SOUND[2]?.series ?? [],
    };
    const misspelt = {
      metric: {
        name: 'shop_temprature',
        type: 'gauge',
        auto: false,
        panels: [{ title: 'T', promql: 'max(shop_temprature)' }],
      },
      series: [{ name: 'shop_temperature', valueAt: constant(20) }],
    };
    const ground = new Ground([...SOUND.slice(0, 2), histogram, misspelt], end);
    try {
      await ground.open([], '');
      const found = findingsOf(await ground.check());
      const never = 'has no series, and had none in the last 1d';
      const similar = '"shop_temperature" has a similar name and is there';
      expect(found.sort()).toEqual(
        [
          ...['p95', 'p99'].map(
            (quantile) =>
              `panel-empty: "shop_wait ${quantile} (5m auto)" on "shop" is empty: "shop_wait:${quantile}_5m" ${never} (a recording rule writes it: load the generated rules into Prometheus)`,
          ),
          `panel-empty: "T" on "shop" is empty: "shop_temprature" ${never} (${similar})`,
          `metric-absent: nothing exposes "shop_temprature", nor did in the last 1d (${similar})`,
          'metric-unknown: the spec does not know "shop_temperature", with 2 series, and nothing reads it (add it with g6-dashboards import, or list it in external_metrics)',
        ].sort(),
      );
    } finally {
      await ground.close();
    }
  });

  it('says when a former name can go', async () => {
    const metric = {
      name: 'shop_new',
      type: 'gauge',
      renamed_from: ['shop_old', 'shop_oldest'],
    };
    const series = [
      { valueAt: constant(1) },
      { name: 'shop_old', valueAt: constant(1), to: -7 * HOUR },
      { name: 'shop_oldest', valueAt: constant(1), to: -5 * HOUR },
    ];
    const ground = new Ground([...SOUND, { metric, series }], end);
    try {
      await ground.open([], '');
      expect(findingsOf(await ground.check())).toEqual([
        'rename-finished: "shop_old" has had no sample for 6h, the range of the dashboards of "shop_new" (remove it from renamed_from)',
      ]);
    } finally {
      await ground.close();
    }
  });
});
