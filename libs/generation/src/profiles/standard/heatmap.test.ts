import { standardPanels } from '../../../testing/standard-panels';

it.each([
  [{}, 'sum by (le) (rate(wait_seconds_bucket[$__rate_interval]))'],
  [{ native: true }, 'sum(rate(wait_seconds[$__rate_interval]))'],
])('heatmap shows the buckets of a histogram with %j among the details', (more, expr) => {
  const metrics = [{ name: 'wait_seconds', type: 'histogram', ...more }];
  const panel = standardPanels({ metrics }).find(({ source }) => source === 'heatmap');
  expect(panel).toMatchObject({
    role: 'detail',
    type: 'heatmap',
    title: 'Wait, distribution',
    queries: [{ expr, format: 'heatmap' }],
  });
});
