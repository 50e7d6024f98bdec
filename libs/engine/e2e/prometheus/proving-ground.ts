import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DashboardJson, DEFAULT_OPTIONS } from '@g6/generation';
import { parse } from 'yaml';
import { hasErrors, renderProblems } from '@g6/problems';
import {
  type AlertingRule,
  DEFAULT_RULE_OPTIONS,
  type RecordingRule,
  type RuleFile,
  seriesText,
} from '@g6/rules';
import { generateRun } from '../../src/run/generate-run';
import { loadBasis } from '../../src/run/load-workspace';
import type { PlansLocation } from '../../src/run/read-workspace';
import { rulesRun } from '../../src/run/rules-run';
import { testRulesRun, type TestRulesReport } from '../../src/run/test-rules-run';
import { specMetrics, type Alert } from '@g6/model';
import { waitUntil } from '../../testing';
import { ensurePrograms } from '../../testing/ensure-programs';
import { exposed, exposition, history } from './exposition';
import { backfill, PrometheusServer, serveMetrics } from './prometheus-server';
import { syntheticPlatform, type SyntheticPlatform } from './synthetic-series';

/** A workspace to prove: where its spec and its plans are. */
export interface Workspace {
  readonly spec: string;
  readonly plans: PlansLocation;
}

/** Dashboards and rules of a workspace, and a Prometheus that has data for them. */
export interface ProvingGround {
  readonly dashboards: ReadonlyMap<string, DashboardJson>;
  /** The outcome of promtool on the generated rule files. */
  readonly ruleTests: TestRulesReport;
  readonly alerts: readonly Alert[];
  readonly platform: SyntheticPlatform;
  readonly prometheus: PrometheusServer;
  readonly close: () => Promise<void>;
}

/** Seconds of history before the start. */
const PAST = 4200;
const HISTORY_STEP = 30;
/** How long alerts are said to have been active, in seconds; longer than any waits. */
const ACTIVE_SINCE = 3000;

/**
 * Generates everything, invents a past, and starts a Prometheus that goes on from there. Alerts
 * that wait before they fire have waited already: their waiting is part of the past.
 */
export async function openProvingGround(workspace: Workspace): Promise<ProvingGround> {
  ensurePrograms();
  const folder = mkdtempSync(join(tmpdir(), 'g6-prometheus-'));
  const started: { readonly stop: () => unknown }[] = [];
  const close = async () => {
    for (const one of started.reverse()) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const rules = join(folder, 'rules');
    const dashboards = generate(workspace, join(folder, 'dashboards'), rules);
    // promtool runs before the server does: while it runs, this process answers no scrape.
    const ruleTests = testRulesRun(rules, process.env);
    const { basis } = loadBasis(workspace, DEFAULT_OPTIONS);
    const platform = syntheticPlatform(basis);
    const alerts = specMetrics(basis.spec).flatMap((metric) => [...metric.alerts]);
    const now = Math.floor(Date.now() / 1000);
    backfill(folder, 'past', history(platform.instances, now - PAST, now, HISTORY_STEP));
    await inventWaiting(folder, rules, now);
    const targets: object[] = [];
    for (const instance of platform.instances) {
      const { server, target } = await serveMetrics(() =>
        exposition(platform.metrics, instance, Date.now() / 1000),
      );
      started.push({ stop: () => server.close() });
      targets.push({ targets: [target], labels: instance.labels });
    }
    const prometheus = await PrometheusServer.start(folder, liveConfig(rules, targets));
    started.push(prometheus);
    await settle(prometheus, rules, platform);
    return { dashboards, ruleTests, alerts, platform, prometheus, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function generate(
  workspace: Workspace,
  output: string,
  rules: string,
): ReadonlyMap<string, DashboardJson> {
  const request = {
    spec: { spec: workspace.spec },
    plans: workspace.plans,
    options: { ...DEFAULT_OPTIONS, alertPreview: true },
  };
  const fast = { ...DEFAULT_RULE_OPTIONS, interval: '1s' };
  const problems = [
    ...generateRun({ ...request, output, scope: 'dashboards', now: 0, dryRun: false }).problems,
    ...rulesRun({ ...request, folder: rules, rules: fast, dryRun: false }).problems,
  ];
  if (hasErrors(problems)) throw new Error(renderProblems(problems));
  const files = readdirSync(output).sort();
  return new Map(
    files.map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(output, file), 'utf8')) as DashboardJson,
    ]),
  );
}

function liveConfig(rules: string, targets: readonly object[]): object {
  return {
    // A scrape may take as long as its interval, and one that fails would end every series.
    global: { scrape_interval: '5s', scrape_timeout: '5s', evaluation_interval: '1s' },
    rule_files: [join(rules, 'recording.yml'), join(rules, 'alerts.yml')],
    // The labels of the targets name their job.
    scrape_configs: [{ job_name: 'any', honor_labels: true, static_configs: targets }],
  };
}

/**
 * Writes down since when alerts have been active, as Prometheus itself does, so that it takes up
 * the waiting where it left off.
 */
async function inventWaiting(folder: string, rules: string, now: number): Promise<void> {
  const alerting = readRules<AlertingRule>(rules, 'alerts.yml');
  const lines: string[] = [];
  const past = await PrometheusServer.start(folder, {});
  try {
    for (const { alert, expr, labels } of alerting) {
      const { result = [] } = await past.queryInstant(expr);
      for (const { metric } of result) {
        const { __name__: _name, ...own } = metric;
        const series = exposed('ALERTS_FOR_STATE', { ...own, alertname: alert, ...labels });
        for (let time = now - 600; time <= now; time += HISTORY_STEP) {
          lines.push(`${series} ${now - ACTIVE_SINCE} ${time}`);
        }
      }
    }
  } finally {
    await past.stop();
  }
  if (lines.length > 0) backfill(folder, 'waiting', `${lines.join('\n')}\n# EOF\n`);
}

/** Waits until every recorded series is there and every pushed alert fires. */
async function settle(
  prometheus: PrometheusServer,
  rules: string,
  { pushed, instances: { length: instances } }: SyntheticPlatform,
): Promise<void> {
  const recording = readRules<RecordingRule>(rules, 'recording.yml').map(({ record }) => record);
  const awaited = [
    ...recording,
    ...pushed.map((alertname) => seriesText('ALERTS', { alertname, alertstate: 'firing' })),
    // Ranges that end now need samples of the last moments, too.
    `count(count_over_time(up[1m]) > 1) == ${instances}`,
  ];
  let missing: readonly string[] = awaited;
  try {
    await waitUntil('recorded series and alerts', async () => {
      const answers = await Promise.all(missing.map((query) => prometheus.queryInstant(query)));
      missing = missing.filter((_, index) => !(answers[index]?.result ?? []).length);
      return missing.length === 0;
    });
  } catch (error) {
    throw new Error(`Prometheus has no data for ${missing.join(', ')}`, { cause: error });
  }
}

function readRules<Rule>(folder: string, name: string): Rule[] {
  const file = parse(readFileSync(join(folder, name), 'utf8')) as RuleFile<Rule>;
  return file.groups.flatMap((group) => [...group.rules]);
}
