import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DashboardJson, PanelJson } from '@g6/generation';
import { lifelikeHistory } from '../../testing';
import { ensurePrograms } from '../../testing/ensure-programs';
import { backfill, PrometheusServer, type QueryResult } from './prometheus-server';
import { queryDashboard, resultsOf } from './query-dashboards';

const EXAMPLES = resolve(__dirname, '../../../../examples');
/** What the variables stand for while All is chosen. */
const ALL = { job: '.+', instance: '.+' };
const STEP = 15;
/** Past now, so that there is data whenever a query asks for it. */
const AHEAD = 1800;
const PAST = 7 * 3600;

const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The dashboards that an example has committed. */
function dashboardsOf(example: string): [string, DashboardJson][] {
  const folder = join(EXAMPLES, example, 'dashboards');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'manifest.json')
    .map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as DashboardJson,
    ]);
}

function panelsOf({ panels }: DashboardJson): PanelJson[] {
  return panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);
}

function unitOf({ fieldConfig }: PanelJson): string | undefined {
  return (fieldConfig as { defaults?: { unit?: string } } | undefined)?.defaults?.unit;
}

function exprsOf({ targets = [] }: PanelJson): string[] {
  return (targets as unknown as { expr: string }[]).map(({ expr }) => expr);
}

/** The last value of each series. */
function lastValues(results: readonly QueryResult[]): number[] {
  return results.map(({ value, values }) => Number((value ?? values?.at(-1))?.[1]));
}

function allValues(results: readonly QueryResult[]): number[] {
  return results.flatMap(({ values = [] }) => values.map(([, value]) => Number(value)));
}

/** Values that a number over all lines of a graph can have. */
function summaries(lines: readonly number[]): number[] {
  const numbers = lines.filter((line) => !Number.isNaN(line));
  const sum = numbers.reduce((total, line) => total + line, 0);
  return [sum, sum / numbers.length, Math.max(...numbers), Math.min(...numbers), ...numbers];
}

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 + 1e-3 * Math.max(Math.abs(one), Math.abs(other));
}

describe.each(names)(
  'the dashboards of the example %s, on a Prometheus with two instances',
  (example) => {
    const folder = mkdtempSync(join(tmpdir(), 'g6-standard-'));
    const dashboards = dashboardsOf(example);
    let prometheus: PrometheusServer;

    beforeAll(async () => {
      ensurePrograms();
      mkdirSync(join(folder, 'data'), { recursive: true });
      const now = Math.floor(Date.now() / 1000);
      const exposition = readFileSync(join(EXAMPLES, example, 'metrics.prom'), 'utf8');
      const stretch = { start: now - PAST, end: now + AHEAD, step: STEP };
      backfill(folder, 'past', lifelikeHistory(exposition, example, stretch));
      prometheus = await PrometheusServer.start(folder, {});
    });
    afterAll(async () => {
      await prometheus.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('have data in every panel, and no name twice in one', async () => {
      for (const [slug, dashboard] of dashboards) {
        const report = await queryDashboard(slug, dashboard, prometheus, ALL);
        expect(report.withData.length).toBeGreaterThan(0);
        expect(report).toMatchObject({
          empty: [],
          failing: [],
          sharedNames: [],
          lackingColumns: [],
        });
      }
    });

    it('keep states and shares in their range', async () => {
      let bounded = 0;
      for (const [, dashboard] of dashboards) {
        for (const panel of panelsOf(dashboard)) {
          const share = unitOf(panel) === 'percentunit' || panel.type === 'state-timeline';
          if (!share) continue;
          bounded += 1;
          const values = allValues(await resultsOf(panel, dashboard, prometheus, ALL));
          const outside = values.filter((value) => value < -1e-9 || value > 1 + 1e-9);
          expect([panel.title, outside]).toEqual([panel.title, []]);
        }
      }
      expect(bounded).toBeGreaterThan(0);
    });

    it('draw no information and no moment as a plain number', () => {
      const plain = dashboards.flatMap(([, dashboard]) =>
        panelsOf(dashboard).filter(
          (panel) =>
            panel.type !== 'table' &&
            exprsOf(panel).some(
              (expr) =>
                /_info\b/.test(expr) ||
                (/(?:timestamp|start_time|boot_time)_seconds/.test(expr) &&
                  !expr.includes('time()')),
            ),
        ),
      );
      expect(plain.map(({ title }) => title)).toEqual([]);
    });

    it('have headline numbers that agree with the panels that they link to', async () => {
      for (const [, dashboard] of dashboards) {
        const stats = panelsOf(dashboard).filter(({ type }) => type === 'stat');
        expect(stats.length).toBeGreaterThan(0);
        for (const stat of stats) {
          const [link] = (stat as unknown as { links: { url: string }[] }).links;
          const id = Number(/viewPanel=panel-(\d+)/.exec(link?.url ?? '')?.[1]);
          const panel = panelsOf(dashboard).find((one) => one.id === id);
          expect([stat.title, panel?.title]).toEqual([stat.title, expect.any(String)]);
          // The table of alerts is filled once rules have run, which none do here.
          if (!panel || panel.type === 'table') continue;
          const [value = NaN] = lastValues(await resultsOf(stat, dashboard, prometheus, ALL));
          const lines = lastValues(await resultsOf(panel, dashboard, prometheus, ALL));
          const agrees = summaries(lines).some((summary) => isClose(summary, value));
          expect([stat.title, value, lines, agrees]).toEqual([stat.title, value, lines, true]);
        }
      }
    });
  },
);
