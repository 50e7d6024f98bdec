import { standardOf, standardPanels } from '../../../testing/standard-panels';

describe('rate', () => {
  it.each([
    [
      'x_requests_total',
      {},
      'Requests per second',
      'reqps',
      'sum(rate(x_requests_total[$__rate_interval]))',
    ],
    [
      'x_sent_bytes_total',
      {},
      'Sent bytes per second',
      'Bps',
      'sum(rate(x_sent_bytes_total[$__rate_interval]))',
    ],
    [
      'x_dropped_total',
      { labels: ['reason'], cardinality_budget: 10 },
      'Dropped per second, by reason',
      'cps',
      'sum by (reason) (rate(x_dropped_total[$__rate_interval]))',
    ],
    [
      'x_calls_total',
      { labels: ['user'], cardinality_budget: 500 },
      'Calls per second, top 10 by user',
      'cps',
      'sum by (user) (rate(x_calls_total[$__rate_interval])) and topk(10, sum by (user) (rate(x_calls_total[$__rate_interval] @ end())))',
    ],
    // Half a packet is "0.5 c/s", and would be "500 mp/s" with Grafana's unit of packets.
    [
      'x_packets_total',
      {},
      'Packets per second',
      'cps',
      'sum(rate(x_packets_total[$__rate_interval]))',
    ],
    [
      'x_io_time_seconds_total',
      { labels: ['device'], cardinality_budget: 4 },
      'I/O time, share of time, by device',
      'percentunit',
      'avg by (device) (rate(x_io_time_seconds_total[$__rate_interval]))',
    ],
    [
      'x_cpu_seconds_total',
      {},
      'CPU seconds per second',
      'none',
      'sum(rate(x_cpu_seconds_total[$__rate_interval]))',
    ],
  ])('draws %s with %j', (name, more, title, unit, expr) => {
    const metrics = [
      { name, type: 'counter', ...more },
      { name: 'x_other', type: 'info' },
    ] as const;
    expect(standardOf('rate', ...metrics)).toEqual([{ title, unit, exprs: [expr] }]);
  });

  it('tells errors by their names, and says by what', () => {
    const [panel] = standardPanels({ metrics: [{ name: 'send_failures_total', type: 'counter' }] });
    const because = 'its name has "failures"';
    expect(panel).toMatchObject({ role: 'errors', recognized: { as: 'errors', because } });
  });

  it('leaves out what an explicit panel shows', () => {
    const panels = [{ promql: 'rate(a_total[5m])' }];
    expect(standardOf('rate', { name: 'a_total', type: 'counter', panels })).toEqual([]);
  });
});
