import { sampleBasis, type Sample } from '@g6/generation/testing';
import { deriveSeries, recordingRules } from './recording-rules';
import { DEFAULT_RULE_OPTIONS } from './rule-file';

function derive(sample: Sample, options = {}) {
  return deriveSeries(sampleBasis(sample).basis, { ...DEFAULT_RULE_OPTIONS, ...options });
}
const exprs = (sample: Sample, options = {}) =>
  Object.fromEntries(derive(sample, options).series.map(({ name, expr }) => [name, expr]));
const reading = (type: string, promql: string, labels: string[] = []) => ({
  metrics: [{ name: 'm', type, labels, panels: [{ title: 'P', promql }] }],
});
const backlog = [
  { name: 'left', type: 'gauge', labels: ['table'] },
  { name: 'done_total', type: 'counter', labels: ['table'] },
];
const estimate = (expr: string, requires = ['left', 'done_total']) => ({
  title: expr,
  requires,
  queries: [{ expr }],
});

describe('deriveSeries', () => {
  it('records p95 and p99 of every histogram, whatever its panels read', () => {
    expect(exprs({ metrics: [{ name: 'h', type: 'histogram', labels: ['bus'] }] })).toEqual({
      'h:p95_5m': 'histogram_quantile(0.95, sum by (le) (rate(h_bucket[5m])))',
      'h:p99_5m': 'histogram_quantile(0.99, sum by (le) (rate(h_bucket[5m])))',
    });
  });

  it.each([
    ['m:p5_1h', 'histogram_quantile(0.05, sum by (le) (rate(m_bucket[1h])))'],
    ['m:p999_5m_by_bus', 'histogram_quantile(0.999, sum by (le, bus) (rate(m_bucket[5m])))'],
  ])('records %s because a panel reads it', (series, expr) => {
    expect(exprs(reading('histogram', `max(${series})`, ['bus']))).toMatchObject({
      [series]: expr,
    });
  });

  it('records what a ratio divides, before the ratio', () => {
    const names = Object.keys(exprs(reading('histogram', 'm:p50_ratio_10m_1h_by_bus', ['bus'])));
    const ratio = names.indexOf('m:p50_ratio_10m_1h_by_bus');
    expect(names.slice(0, ratio)).toEqual(
      expect.arrayContaining(['m:p50_10m_by_bus', 'm:p50_1h_by_bus']),
    );
  });

  it('guards a ratio against dividing by zero', () => {
    const series = exprs(reading('histogram', 'm:p50_ratio_10m_1h'));
    expect(series['m:p50_ratio_10m_1h']).toBe('m:p50_10m / (m:p50_1h > 0)');
  });

  it('records what only an alert reads', () => {
    const alerts = [{ alert: 'A', expr: 'm:total_rate_5m > 1' }];
    expect(exprs({ metrics: [{ name: 'm', type: 'counter', alerts }] })).toEqual({
      'm:total_rate_5m': 'sum(rate(m[5m]))',
    });
  });

  it('takes the counter of a backlog from what the catalogue requires', () => {
    const efficiency = ['left:eta_minutes', 'left:burn_rows_per_s_by_table'].map((expr) =>
      estimate(expr),
    );
    expect(exprs({ metrics: backlog, efficiency })).toEqual({
      'left:burn_rows_per_s_by_table': 'clamp_min(-sum by (table) (deriv(left[5m])), 0)',
      'left:eta_minutes': 'sum(left) / clamp_min(sum(rate(done_total[5m])), 0.001) / 60',
    });
  });

  it('records each series once, however many panels read it', () => {
    const twice = { title: 'Q', promql: 'm:p95_5m + m:p95_5m' };
    const panels = [twice, { ...twice, title: 'R' }];
    const { series } = derive({ metrics: [{ name: 'm', type: 'histogram', panels }] });
    expect(series.map(({ name }) => name)).toEqual(['m:p95_5m', 'm:p99_5m']);
  });

  it('leaves alone what the spec defines as a metric of its own', () => {
    const metrics = [
      { name: 'm:p50_5m', type: 'gauge', panels: [{ title: 'P', promql: 'm:p50_5m' }] },
      { name: 'm', type: 'counter' },
    ];
    expect(derive({ metrics })).toEqual({ series: [], problems: [] });
  });

  it('suggests rates and highest series where it is asked to', () => {
    const metrics = [
      { name: 'c', type: 'counter', labels: ['a', 'b'] },
      { name: 'g', type: 'gauge', labels: ['a'] },
      { name: 'plain', type: 'gauge' },
    ];
    expect(exprs({ metrics })).toEqual({});
    expect(exprs({ metrics }, { suggest: true })).toEqual({
      'c:total_rate_5m': 'sum(rate(c[5m]))',
      'c:rate_5m': 'sum by (a, b) (rate(c[5m]))',
      'g:top5': 'topk(5, max by (a) (g))',
    });
  });

  it.each([
    ['an unknown form', 'm:p95', /a histogram has series such as m:p95_ratio_5m_30m, m:p95_5m/],
    ['an unknown label', 'm:p95_5m_by_nope', /no rule can be derived for "m:p95_5m_by_nope"/],
    ['a metric of another spec', 'other:p95_5m', /the spec has no metric of that name/],
  ])('refuses %s at its place', (_, series, message) => {
    const { problems } = derive(reading('histogram', `sum(${series})`));
    expect(problems).toMatchObject([
      { code: 'rule-underivable', severity: 'error', file: 'spec.yml', line: 1 },
    ]);
    expect(problems[0]?.message).toMatch(message);
    const text = JSON.stringify({ promql: `sum(${series})` });
    expect(problems[0]?.column).toBeGreaterThan(text.indexOf(series));
  });

  it.each([
    ['names no counter', [estimate('left:eta_minutes', ['left'])], /requires the counter/],
    [
      'names two',
      [estimate('left:eta_minutes', ['left', 'done_total', 'tried_total'])],
      /several counters beside "left": done_total, tried_total/,
    ],
    [
      'names one without the label',
      [estimate('left:eta_minutes_by_table', ['left', 'tried_total'])],
      /"tried_total", which tells the pace, has no label "table"/,
    ],
  ])('refuses an estimate for which the catalogue %s', (_, efficiency, message) => {
    const metrics = [...backlog, { name: 'tried_total', type: 'counter' }];
    const { problems } = derive({ metrics, efficiency });
    expect(problems).toMatchObject([{ code: 'rule-underivable', file: 'efficiency.yml' }]);
    expect(problems[0]?.message).toMatch(message);
  });
});

describe('recordingRules', () => {
  const metrics = [{ name: 'm', type: 'histogram', labels: ['job'], panels: [] }];
  const others = [{ name: 'n', type: 'histogram' }];
  const panels = [{ title: 'P', promql: 'm:p95_5m_by_job' }];

  it('makes a group for each family, in the order of the spec', () => {
    const { basis } = sampleBasis({ metrics, others });
    const { series } = deriveSeries(basis, DEFAULT_RULE_OPTIONS);
    const options = { ...DEFAULT_RULE_OPTIONS, interval: '1m' };
    const { groups } = recordingRules(series, basis, options);
    expect(groups.map(({ name, interval }) => [name, interval])).toEqual([
      ['recording_sample', '1m'],
      ['recording_other', '1m'],
    ]);
  });

  it('writes what families declare as it stands, after what it may read', () => {
    const rules = [
      { record: 'job:n:sum', expr: 'sum by (job) (m:p95_5m)', labels: { origin: 'a' } },
      { record: 'job:n:max', expr: 'max(job:n:sum)' },
    ];
    const { basis } = sampleBasis({ metrics, rules });
    const { series, problems } = deriveSeries(basis, DEFAULT_RULE_OPTIONS);
    expect(problems).toEqual([]);
    const { groups } = recordingRules(series, basis, DEFAULT_RULE_OPTIONS);
    expect(groups[0]?.rules.map(({ record }) => record)).toEqual([
      'm:p95_5m',
      'm:p99_5m',
      'job:n:sum',
      'job:n:max',
    ]);
    expect(groups[0]?.rules.slice(2)).toEqual(rules);
  });

  it('derives nothing for a series that a family declares', () => {
    const rules = [{ record: 'm:p95_5m', expr: 'max(up)' }];
    const { basis } = sampleBasis({ metrics, rules });
    const { series } = deriveSeries(basis, DEFAULT_RULE_OPTIONS);
    expect(series.map(({ name }) => name)).toEqual(['m:p99_5m']);
  });

  it('labels every series with the job, unless it keeps one or none is wanted', () => {
    const { basis } = sampleBasis({ metrics: [{ ...metrics[0]!, panels }] });
    const { series } = deriveSeries(basis, DEFAULT_RULE_OPTIONS);
    const labels = (job: string) => {
      const options = { ...DEFAULT_RULE_OPTIONS, job };
      const { groups } = recordingRules(series, basis, options);
      return groups[0]?.rules.map((rule) => [rule.record, rule.labels]);
    };
    expect(labels('mine')).toEqual([
      ['m:p95_5m', { job: 'mine' }],
      ['m:p95_5m_by_job', undefined],
      ['m:p99_5m', { job: 'mine' }],
    ]);
    expect(labels('')?.every(([, given]) => given === undefined)).toBe(true);
  });
});
