import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_OPTIONS, draftBasis, draftDashboard } from '@g6/generation';
import { type Plan, readPlans, readSpec } from '@g6/model';
import { PromQlCache } from '@g6/promql';
import { alertingRules, DEFAULT_RULE_OPTIONS, deriveSeries, recordingRules } from '@g6/rules';
import { ensurePrograms } from '../../testing/ensure-programs';
import { backfill, PrometheusServer, type QueryAnswer } from './prometheus-server';
import { WRITTEN_STEP as STEP, writtenHistory, type WrittenSeries } from './written-history';

/** Three instances, of which the first two change over to the new names an hour apart. */
const HOUR = 3600;
const INSTANCES = ['a', 'b', 'c'];

const SPEC = {
  version: 1,
  families: {
    bus: {
      recording_rules: [{ record: 'job:new:sum', expr: 'sum by (job) (new)' }],
      metrics: [
        {
          name: 'new_total',
          type: 'counter',
          labels: ['bus'],
          renamed_from: ['old_total'],
          panels: [{ title: 'Increase', promql: 'sum(increase(new_total[10m])) / 600' }],
          alerts: [
            { alert: 'Stalled', expr: 'sum(rate(new_total[5m])) < 0.1' },
            { alert: 'Gone', expr: 'absent(new_total{job="bus"})' },
          ],
        },
        {
          name: 'new',
          type: 'gauge',
          labels: ['bus'],
          renamed_from: ['old'],
          panels: [
            { title: 'Sum', promql: 'sum(new)' },
            { title: 'Each', promql: 'new' },
            { title: 'Highest', promql: 'sum(max_over_time(new[15m:1m]))' },
            { title: 'Instances', promql: 'count(new offset 5m)' },
          ],
        },
        { name: 'wait', type: 'histogram', renamed_from: ['delay'], buckets: [1, 5] },
      ],
    },
  },
};

const START_OF_COUNTERS = 1000;

/** The series of every instance; one that has changed over has the new names alone. */
function history(end: number): WrittenSeries[] {
  const start = end - 4 * HOUR;
  return INSTANCES.flatMap((instance, position) => {
    const changed = position === 2 ? end + STEP : end - (3 - position) * HOUR;
    const each = (names: readonly [string, string], labels: object, valueAt: ValueAt) =>
      names.map((name, generation) => ({
        name,
        labels: { job: 'bus', instance, ...labels },
        from: generation === 0 ? start : changed,
        to: generation === 0 ? changed - STEP : end,
        valueAt: (age: number) => valueAt(age + (generation === 0 ? 0 : changed - start)),
      }));
    const count = (age: number) => START_OF_COUNTERS + age;
    return [
      ...each(['old', 'new'], { bus: 'x' }, () => 10),
      ...each(['old_total', 'new_total'], { bus: 'x' }, count),
      ...['1', '5', '+Inf'].flatMap((le) =>
        each(['delay_bucket', 'wait_bucket'], { le }, le === '1' ? () => 0 : count),
      ),
    ];
  });
}

type ValueAt = (age: number) => number;

/** The queries of the dashboard, its rules and its alerts, by name. */
function queries(): Record<string, string> {
  const promql = new PromQlCache();
  const { spec } = readSpec([{ path: 'spec.yml', text: JSON.stringify(SPEC) }], promql);
  const text = JSON.stringify({ slug: 'bus', families: ['bus'] });
  const { plans } = readPlans([{ path: 'plan.yaml', text }], spec, promql, false);
  const basis = draftBasis(spec, [], promql, 'auto');
  const { blocks } = draftDashboard(plans[0] as Plan, basis, DEFAULT_OPTIONS);
  const drafts = blocks.flatMap(({ panels }) => panels);
  const { series } = deriveSeries(basis, DEFAULT_RULE_OPTIONS, plans);
  const recording = recordingRules(series, basis, DEFAULT_RULE_OPTIONS);
  const alerts = alertingRules(basis, [], DEFAULT_RULE_OPTIONS);
  return Object.fromEntries([
    ...drafts.map(({ title, queries: [query] }) => [title, query?.expr ?? '']),
    ...recording.groups.flatMap(({ rules }) => rules.map(({ record, expr }) => [record, expr])),
    ...alerts.groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => [alert, expr])),
  ]) as Record<string, string>;
}

describe('queries of metrics that are being renamed, on a real Prometheus', () => {
  const end = Math.floor(Date.now() / 1000 / STEP) * STEP - 60;
  const exprs = queries();
  let folder = '';
  let prometheus: PrometheusServer;

  beforeAll(async () => {
    ensurePrograms();
    folder = mkdtempSync(join(tmpdir(), 'g6-renamed-'));
    backfill(folder, 'past', writtenHistory(history(end)));
    prometheus = await PrometheusServer.start(folder, {});
  }, 120_000);
  afterAll(async () => {
    await prometheus.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const graph = (name: string) => prometheus.queryRange(exprs[name] ?? '', 3.5 * HOUR, STEP, end);
  /** The values of an answer in order of time, those of all series at a time added up. */
  function valuesOf({ result, error }: QueryAnswer): number[] {
    if (error !== undefined) throw new Error(error);
    const sums = new Map<number, number>();
    for (const [time, value] of result.flatMap(
      (one) => one.values ?? (one.value ? [one.value] : []),
    )) {
      sums.set(time, (sums.get(time) ?? 0) + Number(value));
    }
    return [...sums].sort(([a], [b]) => a - b).map(([, value]) => value);
  }

  const steps = (3.5 * HOUR) / STEP + 1;

  it.each([
    ['Sum', 30],
    ['Each', 30],
    ['Highest', 30],
    ['Instances', 3],
    ['job:new:sum', 30],
    ['new by bus (auto)', 30],
    ['wait:p95_5m', 4.8],
  ])('have one value at every step: %s', async (name, expected) => {
    const values = valuesOf(await graph(name));
    expect(values).toHaveLength(steps);
    for (const value of values) expect(value).toBeCloseTo(expected, 6);
  });

  it.each(['Increase', 'new_total Rate (5m auto)', 'new_total Rate by bus (5m auto)'])(
    'start anew with a counter, and neither leave a gap nor count twice: %s',
    async (name) => {
      const values = valuesOf(await graph(name));
      expect(values).toHaveLength(steps);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      expect(high).toBeLessThan(3.01);
      // Two of three instances hold the value while one fills its window.
      expect(low).toBeGreaterThan(2);
      expect(values.filter((value) => value > 2.99).length).toBeGreaterThan(steps * 0.8);
    },
  );

  it.each([0.5, 1.5, 2.5])('agree at a moment %s hours ago', async (hours) => {
    const time = end - hours * HOUR;
    const at = async (name: string) =>
      valuesOf(await prometheus.queryInstant(exprs[name] ?? '', time));
    expect((await at('Sum'))[0]).toBe(30);
    expect((await at('new_total Rate (5m auto)'))[0]).toBeCloseTo(3, 6);
    const { result = [] } = await prometheus.queryInstant(exprs['Each'] ?? '', time);
    expect(result.map(({ metric }) => metric['instance']).sort()).toEqual(INSTANCES);
  });

  it('count an instance once in the minutes in which both names have samples', async () => {
    const time = end - 3 * HOUR + STEP;
    const both = await prometheus.queryInstant('count(old) + count(new)', time);
    expect(valuesOf(both)).toEqual([4]);
    expect(valuesOf(await prometheus.queryInstant(exprs['Sum'] ?? '', time))).toEqual([30]);
  });

  it('let alerts watch all the time', async () => {
    expect(valuesOf(await graph('Stalled'))).toEqual([]);
    expect(valuesOf(await graph('Gone'))).toEqual([]);
    const gone = (exprs['Gone'] ?? '').replaceAll('job="bus"', 'job="none"');
    const { result = [] } = await prometheus.queryInstant(gone, end);
    expect(result.map(({ metric }) => metric)).toEqual([{ job: 'none' }]);
  });
});
