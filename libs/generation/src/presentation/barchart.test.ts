import { presentBarchart } from './barchart';
import { samplePanel } from '../../testing/sample-panel';

describe('presentBarchart', () => {
  it('sets the bars of a moment side by side and names them below', () => {
    expect(presentBarchart(samplePanel('barchart')).options).toMatchObject({
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      stacking: 'none',
      tooltip: { mode: 'multi', sort: 'desc' },
    });
  });
});
