import { presentGauge } from './gauge';
import { samplePanel } from '../../testing/sample-panel';

describe('presentGauge', () => {
  it('shows the last value with its thresholds marked', () => {
    expect(presentGauge(samplePanel('gauge')).options).toMatchObject({
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      showThresholdLabels: false,
      showThresholdMarkers: true,
    });
  });

  it('runs from the lowest to the highest value of a percentage', () => {
    const panel = samplePanel('gauge', { unit: 'percentunit', range: { min: 0, max: 1 } });
    expect(presentGauge(panel).fieldConfig.defaults).toMatchObject({ min: 0, max: 1 });
  });
});
