import { standardOf } from '../../../testing/standard-panels';

describe('observations', () => {
  it.each([
    ['http_request_duration_seconds', 'histogram', 'HTTP requests per second', 'reqps'],
    ['publish_latency_ms', 'histogram', 'Publishes per second', 'cps'],
    ['query_time_seconds', 'summary', 'Queries per second', 'cps'],
    ['order_value_euros', 'histogram', 'Order values per second', 'cps'],
  ])('count what %s, a %s, is of', (name, type, title, unit) => {
    const exprs = [`sum(rate(${name}_count[$__rate_interval]))`];
    const other = { name: 'other', type: 'info' };
    expect(standardOf('observations', { name, type }, other)).toEqual([{ title, unit, exprs }]);
  });

  it('are inside the samples of a native histogram', () => {
    const [panel] = standardOf('observations', {
      name: 'w_seconds',
      type: 'histogram',
      native: true,
    });
    expect(panel?.exprs).toEqual(['histogram_count(sum(rate(w_seconds[$__rate_interval])))']);
  });
});
