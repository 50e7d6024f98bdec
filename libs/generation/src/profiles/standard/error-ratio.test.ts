import { standardOf, standardPanels } from '../../../testing/standard-panels';

const exprs = (...metrics: Parameters<typeof standardOf>[1][]) =>
  standardOf('error_ratio', ...metrics).map((panel) => panel.exprs[0]);

describe('error_ratio', () => {
  const all = 'sum(rate(a_total[$__rate_interval]))';

  it('is the share of the values that the spec says mean failure', () => {
    const label = (...errors: string[]) => ({
      name: 'a_total',
      type: 'counter',
      labels: [{ name: 'result', values: ['ok', 'bad', 'w.rse'], errors }],
    });
    expect(exprs(label('bad'))).toEqual([
      `(sum(rate(a_total{result="bad"}[$__rate_interval])) or 0 * ${all}) / (${all} > 0)`,
    ]);
    expect(exprs(label('bad', 'w.rse'))).toEqual([
      `(sum(rate(a_total{result=~"bad|w\\\\.rse"}[$__rate_interval])) or 0 * ${all}) / (${all} > 0)`,
    ]);
  });

  it('is the share of server errors where a label is the status code of answered HTTP requests', () => {
    const histogram = { name: 'http_request_seconds', type: 'histogram', labels: ['status_code'] };
    expect(exprs(histogram)[0]).toContain(
      'rate(http_request_seconds_count{status_code=~"5.."}[$__rate_interval])',
    );
    expect(exprs({ ...histogram, name: 'http_client_request_seconds' })).toEqual([]);
    expect(exprs({ ...histogram, labels: ['method'] })).toEqual([]);
  });

  it('is the share of a counter of failures in the counter of everything', () => {
    const failed = { name: 'a_failed_total', type: 'counter' };
    expect(exprs({ name: 'a_total', type: 'counter' }, failed)).toEqual([
      `(sum(rate(a_failed_total[$__rate_interval])) or 0 * ${all}) / (${all} > 0)`,
    ]);
    expect(exprs(failed)).toEqual([]);
  });

  it('draws limits, and begins at 0', () => {
    const labels = [{ name: 'result', errors: ['bad'] }];
    const metrics = [{ name: 'a_total', type: 'counter', labels }];
    const panel = standardPanels({ metrics }).find(({ source }) => source === 'error_ratio');
    expect(panel).toMatchObject({
      unit: 'percentunit',
      look: { min: 0 },
      thresholds: [{ value: 0.01 }, { value: 0.05 }],
    });
  });
});
