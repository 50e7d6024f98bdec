import { firstMetric, sampleContext } from '../../../testing/sample-context';
import { autoStatesetSource } from './auto-stateset';

function draft(...panels: object[]) {
  const metric = { name: 'mode', type: 'stateset', labels: ['bus'], panels };
  const context = sampleContext({ metrics: [metric] });
  return autoStatesetSource.draft(firstMetric(context), context);
}

describe('auto_stateset', () => {
  it('draws each state over time, set if any process says so', () => {
    expect(draft()).toMatchObject([
      {
        title: 'mode (auto)',
        type: 'state-timeline',
        queries: [{ expr: 'max by (bus, mode) (mode)', legend: '{{bus}} / {{mode}}' }],
        look: {
          mappings: [
            { value: 1, text: 'yes' },
            { value: 0, text: 'no' },
          ],
        },
      },
    ]);
  });

  it('is left out if a panel shows the metric', () => {
    expect(draft({ title: 'P', promql: 'mode' })).toEqual([]);
  });
});
