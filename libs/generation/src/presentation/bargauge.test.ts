import { presentBargauge } from './bargauge';
import { samplePanel } from '../../testing/sample-panel';

describe('presentBargauge', () => {
  it('shows last values as horizontal bars in a gradient, without a legend', () => {
    expect(presentBargauge(samplePanel('bargauge')).options).toMatchObject({
      displayMode: 'gradient',
      legend: { showLegend: false },
      orientation: 'horizontal',
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
    });
  });
});
