import { presentHistogram } from './histogram';
import { samplePanel } from '../../testing/sample-panel';

describe('presentHistogram', () => {
  it('counts the values of each series apart', () => {
    expect(presentHistogram(samplePanel('histogram')).options).toMatchObject({
      combine: false,
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'multi', sort: 'desc' },
    });
  });
});
