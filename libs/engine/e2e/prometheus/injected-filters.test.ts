import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { injectMatchers, parsePromQl } from '@g6/promql';
import * as fc from 'fast-check';
import { CLUSTER_EXPRS } from './cluster-exprs';
import { clusterHistory } from './cluster-series';
import { ensurePrograms } from '../../testing/ensure-programs';
import { backfill, PrometheusServer, type QueryAnswer } from './prometheus-server';

const FILTERS = ['cluster', 'instance', 'namespace', 'pod'];

/** The expression with a filter by each label in every selector. */
function filtered(expr: string, labels: readonly string[]): string {
  const wanted = labels.map((label) => ({ label, operator: '=~', value: `$${label}` }));
  return injectMatchers(parsePromQl(expr), () => wanted);
}

/** The expression as Grafana sends it. */
function interpolated(expr: string, value: string): string {
  return expr
    .replaceAll('$__rate_interval', '4m')
    .replaceAll('$__range', '1h')
    .replace(/\$(cluster|instance|namespace|pod)\b/g, () => value);
}

type Sample = readonly [time: number, value: number];

/** The samples of each series of an answer, by its labels. */
function samplesOf({ result, error }: QueryAnswer): Map<string, readonly Sample[]> {
  if (error !== undefined) throw new Error(error);
  return new Map(
    result.map(({ metric, value, values }) => [
      JSON.stringify(Object.entries(metric).sort()),
      (values ?? (value ? [value] : [])).map(([time, text]) => [time, Number(text)]),
    ]),
  );
}

/**
 * Expects two answers to have the same series with the same samples. Prometheus adds up the results
 * of a subquery in any order, so even the same query differs in the last digits of a number.
 */
function expectSame(one: QueryAnswer, other: QueryAnswer): void {
  const [left, right] = [samplesOf(one), samplesOf(other)];
  expect([...left.keys()].sort()).toEqual([...right.keys()].sort());
  for (const [series, samples] of left) {
    const others = right.get(series) ?? [];
    expect(samples.map(([time]) => time)).toEqual(others.map(([time]) => time));
    const apart = samples.filter(([, value], at) => !isClose(value, others[at]?.[1] ?? NaN));
    expect({ series, apart }).toEqual({ series, apart: [] });
  }
}

function isClose(one: number, other: number): boolean {
  return Object.is(one, other) || Math.abs(one - other) <= 1e-9 * Math.abs(one);
}

describe('filters injected into queries, on a real Prometheus', () => {
  const end = Math.floor(Date.now() / 1000) - 60;
  let folder = '';
  let prometheus: PrometheusServer;

  beforeAll(async () => {
    ensurePrograms();
    folder = mkdtempSync(join(tmpdir(), 'g6-filters-'));
    backfill(folder, 'cluster', clusterHistory(end));
    prometheus = await PrometheusServer.start(folder, {});
  }, 300_000);
  afterAll(async () => {
    await prometheus.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const instant = (expr: string, value = '.*') =>
    prometheus.queryInstant(interpolated(expr, value), end);
  const range = (expr: string) => prometheus.queryRange(interpolated(expr, '.*'), 1800, 60, end);

  it.each(CLUSTER_EXPRS)('change nothing about %j while they let everything pass', async (expr) => {
    const injected = filtered(expr, FILTERS);
    expect(injected).not.toBe(expr);
    const plain = await instant(expr);
    expect(plain.result).not.toEqual([]);
    expectSame(await instant(injected), plain);
    expectSame(await range(injected), await range(expr));
  });

  it('change nothing, whichever labels they are about', async () => {
    const labels = fc.shuffledSubarray([...FILTERS, 'job', 'le', 'mode', 'no_such_label']);
    const pairs = fc
      .constantFrom(' or ', ' and ', ' + on () group_left () ')
      .chain((operator) =>
        fc
          .tuple(fc.constantFrom(...CLUSTER_EXPRS), fc.constantFrom(...CLUSTER_EXPRS))
          .map(([left, right]) => `(${left}\n)${operator}sum(${right}\n)`),
      );
    await fc.assert(
      fc.asyncProperty(pairs, labels, async (expr, by) => {
        const all = filtered(expr, by).replace(/\$(job|le|mode|no_such_label)\b/g, '.*');
        expectSame(await instant(all), await instant(expr));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['node_load1', ['node-2']],
    ['sum by (instance) (rate(node_cpu_seconds_total{mode="user"}[$__rate_interval]))', ['node-2']],
    ['node_load1 offset 5m or instance:node_num_cpu:sum # or both', ['node-2']],
    ['max_over_time(node_load1[30m:1m])', ['node-2']],
    ['up{instance!="node-2"}', ['node-1', 'node-3']],
  ])('select of %s the series of one value, unless it says which', async (expr, instances) => {
    const { result = [] } = await instant(filtered(expr, ['instance']), 'node-2');
    const found = result.map(({ metric }) => metric['instance']);
    expect([...new Set(found)].sort()).toEqual(instances);
  });
});
