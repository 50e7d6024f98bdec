import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  DEFAULT_CONFIG,
  type PreviewSeries,
  PreviewSource,
  readEnvironment,
  runRequest,
} from '@g6/dashboards';
import { type AskingDashboard, dashboardExprs } from '@g6/dashboards/testing';
import { interpolate } from '../src/interpolate';
import { Evaluator } from '../src/synthetic/evaluate';

const REPOSITORY = join(__dirname, '../../..');
const at = (path: string) => join(REPOSITORY, path);
const config = {
  ...DEFAULT_CONFIG,
  spec: at(DEFAULT_CONFIG.spec),
  plans: at(DEFAULT_CONFIG.plans),
};
const source = new PreviewSource(() => {
  return { request: runRequest(config, readEnvironment({})), files: [], problems: [] };
});
const generated = at(DEFAULT_CONFIG.output);
const exprs = readdirSync(generated).flatMap((name) => {
  const json = JSON.parse(readFileSync(join(generated, name), 'utf8')) as Partial<AskingDashboard>;
  return json.panels ? dashboardExprs({ ...json, panels: json.panels }) : [];
});
const TIMES = [1_790_000_000, 1_790_003_600, 1_790_007_200];
const VARIABLES = { __rate_interval: '1m', __interval: '15s', __range: '6h' };

describe('synthetic data', () => {
  const evaluator = new Evaluator(source.catalogue());
  const asked = [...new Set(exprs)].map((expr) => interpolate(expr, VARIABLES));

  it('answers every query of the dashboards, those about firing alerts aside', () => {
    const silent = asked.filter((expr) => !expr.startsWith('ALERTS'));
    expect(silent.length).toBeGreaterThan(100);
    expect(silent.filter((expr) => evaluator.evaluate(expr, TIMES).length === 0)).toEqual([]);
  });

  it('is the same on every run, and differs by query', () => {
    const answers = asked.slice(0, 20).map((expr) => evaluator.evaluate(expr, TIMES));
    const again = new Evaluator(source.catalogue());
    expect(asked.slice(0, 20).map((expr) => again.evaluate(expr, TIMES))).toEqual(answers);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(15);
  });
});

/** A metric of a catalogue. */
function series(
  name: string,
  type: PreviewSeries['type'],
  labels: readonly string[],
  more: Partial<PreviewSeries> = {},
): PreviewSeries {
  const unknown = { unit: undefined, buckets: undefined, native: undefined, values: {} };
  return { name, type, labels, ...unknown, ...more };
}

describe('an expression on made-up series', () => {
  const evaluator = new Evaluator({
    metrics: [
      series('a_total', 'counter', ['bus']),
      series('b', 'gauge', ['bus', 'zone'], { values: { zone: ['north'] } }),
      series('h', 'histogram', [], { buckets: [1, 2, 5] }),
      series('n', 'histogram', ['bus'], { native: true }),
      series('s', 'summary', []),
      series('mode', 'stateset', [], { values: { mode: ['on', 'off'] } }),
      series('build_info', 'info', ['version']),
    ],
    targetLabels: ['host'],
    recorded: { 'a:rate': 'sum by (bus) (rate(a_total[5m]))' },
    alerts: [...Array(20).keys()].map((i) => ({ name: `Alert${i}`, severity: undefined })),
  });
  const evaluate = (expr: string) => evaluator.evaluate(expr, TIMES);
  const first = (expr: string) => evaluate(expr)[0]?.values ?? [];

  it('sums to the same whichever way it is grouped', () => {
    const parts = evaluate('sum by (bus) (rate(a_total[5m]))');
    expect(parts.map(({ labels }) => labels)).toEqual([
      { bus: 'bus-a' },
      { bus: 'bus-b' },
      { bus: 'bus-c' },
    ]);
    const whole = first('sum(rate(a_total[5m]))');
    whole.forEach((value, i) => {
      const sum = parts.reduce((all, { values }) => all + (values[i] ?? NaN), 0);
      expect(sum).toBeCloseTo(value, 9);
    });
  });

  it('reads a recorded series as its rule would record it', () => {
    expect(first('sum(a:rate)')).toEqual(first('sum(sum by (bus) (rate(a_total[5m])))'));
  });

  it('has counters that rise and quantiles in order', () => {
    const [one = 0, two = 0] = first('sum(a_total)');
    expect(two).toBeGreaterThan(one);
    const [p50 = 0] = first('histogram_quantile(0.5, sum by (le) (rate(h_bucket[5m])))');
    const [p99 = 0] = first('histogram_quantile(0.99, sum by (le) (rate(h_bucket[5m])))');
    expect(p50).toBeGreaterThan(0);
    expect(p99).toBeGreaterThan(p50);
    expect(p99).toBeLessThanOrEqual(5);
  });

  it.each([
    ['a matcher', 'b{bus="bus-b"}', 2],
    ['a value that is asked for', 'b{bus="mine"}', 2],
    ['a pattern', 'b{bus=~"bus-[ab]"}', 4],
    ['count', 'count(b)', 1],
    ['a filter', 'b > 1e12', 0],
    ['an operation on two vectors', 'b / on (bus, host) b', 6],
    ['unless', 'b unless b', 0],
    ['or', 'b or vector(1)', 7],
    ['absent', 'absent(b)', 0],
    ['a subquery', 'max_over_time(b[1h:5m])', 6],
    ['an offset', 'b offset 1h', 6],
    ['label_replace', 'label_replace(vector(1), "x", "y", "", "")', 1],
    ['nothing that parses', 'b +', 0],
  ])('finds the series of %s', (_, expr, series) => {
    expect(evaluate(expr)).toHaveLength(series);
  });

  it('calculates with scalars, and keeps as many series as topk asks for', () => {
    expect(first('2 * vector(3) - 1')).toEqual([5, 5, 5]);
    expect(first('vector(3) > bool 4')).toEqual([0, 0, 0]);
    expect(first('count(topk(2, b))')).toEqual([2, 2, 2]);
  });

  it('has the values of labels that the spec says, and the labels of targets', () => {
    expect(evaluate('count by (zone) (b)').map(({ labels }) => labels)).toEqual([
      { zone: 'north' },
    ]);
    expect(evaluate('count by (host) (b)')).toHaveLength(2);
  });

  it('has native histograms, of which functions see the whole', () => {
    const [p50 = 0] = first('histogram_quantile(0.5, sum(rate(n[5m])))');
    const [p99 = 0] = first('histogram_quantile(0.99, sum by (host) (rate(n[5m])))');
    expect(p50).toBeGreaterThan(0);
    expect(p99).toBeGreaterThan(p50);
    const [count = 0] = first('histogram_count(sum(rate(n[5m])))');
    const [sum = 0] = first('histogram_sum(sum(rate(n[5m])))');
    expect(first('histogram_avg(sum(rate(n[5m])))')[0]).toBeCloseTo(sum / count, 9);
    const [all = 0] = first('histogram_fraction(0, 1e9, sum(rate(n[5m])))');
    const [half = 0] = first(`histogram_fraction(0, ${p50}, sum(rate(n[5m])))`);
    expect(all).toBeCloseTo(1, 6);
    expect(half).toBeCloseTo(0.5, 1);
    expect(evaluate('histogram_quantile(0.9, sum by (bus) (rate(n[5m])))')).toHaveLength(3);
  });

  it('has quantiles of a summary in order, and their sum and count', () => {
    const quantiles = evaluate('max by (quantile) (s)');
    expect(quantiles.map(({ labels }) => labels['quantile'])).toEqual(['0.5', '0.9', '0.99']);
    const values = quantiles.map((one) => one.values[0] ?? NaN);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(first('s{quantile="0.9",host="host-a"}')).toHaveLength(TIMES.length);
    expect(first('sum(rate(s_sum[5m])) / sum(rate(s_count[5m]))')[0]).toBeGreaterThan(0);
  });

  it('has one state at a time, which changes', () => {
    const many = Array.from({ length: 60 }, (_, i) => (TIMES[0] as number) + i * 1800);
    const states = evaluator.evaluate('mode{host="host-a"}', many);
    expect(states.map(({ labels }) => labels['mode'])).toEqual(['on', 'off']);
    const at = many.map((_, i) => states.map(({ values }) => values[i]).join());
    expect(new Set(at)).toEqual(new Set(['1,0', '0,1']));
  });

  it('has metrics of information with the value 1', () => {
    expect(first('build_info')).toEqual([1, 1, 1]);
  });

  it('has alerts that fire always, now and then, and never', () => {
    const many = Array.from({ length: 300 }, (_, i) => (TIMES[0] as number) + i * 60);
    const fired = evaluator.evaluate('ALERTS', many).map(({ values }) => {
      return values.filter((value) => value === 1).length;
    });
    expect(fired).toContain(many.length);
    expect(fired.some((count) => count > 0 && count < many.length)).toBe(true);
    expect(fired.length).toBeLessThan(20);
  });
});
