import { presentPiechart } from './piechart';
import { samplePanel } from '../../testing/sample-panel';

describe('presentPiechart', () => {
  it('shows shares of last values, with the values in the legend', () => {
    expect(presentPiechart(samplePanel('piechart')).options).toMatchObject({
      legend: { displayMode: 'table', showLegend: true, values: ['value', 'percent'] },
      pieType: 'pie',
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
    });
  });
});
