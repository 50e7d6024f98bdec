import { formExamples, type RecordedKind, readRecordedSeries } from './recorded-series';

const quantiles: readonly RecordedKind[] = ['quantile_ratio', 'quantile'];
const rates: readonly RecordedKind[] = ['total_rate', 'rate'];
const backlogs: readonly RecordedKind[] = ['eta_minutes', 'burn_rows_per_s', 'top'];
const metrics = [
  { name: 'lat_ms', kinds: quantiles, labels: ['bus', 'bus_kind'] },
  { name: 'done_total', kinds: rates, labels: ['table'] },
  { name: 'backlog', kinds: backlogs, labels: ['table', 'by'] },
  { name: 'ns:lat', kinds: quantiles, labels: [] },
];
const read = (name: string) =>
  readRecordedSeries(
    name,
    (wanted) => metrics.find((metric) => metric.name === wanted),
    ({ kinds }) => kinds,
  );

describe('readRecordedSeries', () => {
  it.each([
    ['lat_ms:p95_5m', { kind: 'quantile', percentile: '95', window: '5m' }, []],
    ['lat_ms:p99_1h_by_bus', { kind: 'quantile', percentile: '99', window: '1h' }, ['bus']],
    [
      'lat_ms:p50_5m_by_bus_kind',
      { kind: 'quantile', percentile: '50', window: '5m' },
      ['bus_kind'],
    ],
    [
      'lat_ms:p95_ratio_5m_30m_by_bus_by_bus_kind',
      { kind: 'quantile_ratio', percentile: '95', window: '5m', against: '30m' },
      ['bus', 'bus_kind'],
    ],
    ['ns:lat:p95_5m', { kind: 'quantile', percentile: '95', window: '5m' }, []],
    ['done_total:rate_5m', { kind: 'rate', window: '5m' }, ['table']],
    ['done_total:total_rate_5m', { kind: 'total_rate', window: '5m' }, []],
    ['backlog:eta_minutes', { kind: 'eta_minutes' }, []],
    ['backlog:burn_rows_per_s_by_table', { kind: 'burn_rows_per_s' }, ['table']],
    ['backlog:eta_minutes_by_by', { kind: 'eta_minutes' }, ['by']],
    ['backlog:top5', { kind: 'top', count: 5 }, ['table', 'by']],
  ])('reads %s', (name, form, labels) => {
    expect(read(name)).toMatchObject({ name, form, labels });
  });

  it.each([
    ['a form that does not exist', 'lat_ms:p95'],
    ['a window that is none', 'lat_ms:p95_5x'],
    ['a label that the metric does not have', 'lat_ms:p95_5m_by_table'],
    ['a label twice', 'lat_ms:p95_5m_by_bus_by_bus'],
    ['something after the form', 'lat_ms:p95_5m_total'],
    ['a form of another metric type', 'done_total:p95_5m'],
    ['a metric that nobody knows', 'nope:p95_5m'],
    ['a name without a colon', 'lat_ms'],
    ['nothing before the colon', ':p95_5m'],
  ])('refuses %s', (_, name) => {
    expect(read(name)).toBeUndefined();
  });
});

describe('formExamples', () => {
  it.each(metrics)('names forms of $name that can be read', ({ name, kinds }) => {
    const forms = formExamples(kinds);
    expect(forms).toHaveLength(kinds.length);
    expect(forms.map((form) => read(name + form)?.form.kind).sort()).toEqual([...kinds].sort());
  });
});
