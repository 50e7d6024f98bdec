import { standardOf } from '../../../testing/standard-panels';

it('average divides the sum of observations by their number, and has no value without any', () => {
  expect(standardOf('average', { name: 'wait_seconds', type: 'summary' })).toEqual([
    {
      title: 'Wait, average',
      unit: 's',
      exprs: [
        'sum(rate(wait_seconds_sum[$__rate_interval])) / (sum(rate(wait_seconds_count[$__rate_interval])) > 0)',
      ],
    },
  ]);
});
