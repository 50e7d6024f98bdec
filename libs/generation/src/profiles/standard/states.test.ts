import { standardPanels } from '../../../testing/standard-panels';

it('states draws a band for each state', () => {
  const [panel] = standardPanels({
    metrics: [{ name: 'mode', type: 'stateset', labels: ['bus'] }],
  });
  expect(panel).toMatchObject({
    source: 'states',
    type: 'state-timeline',
    queries: [{ expr: 'max by (bus, mode) (mode)', legend: '{{bus}} {{mode}}' }],
  });
});
