import { samplePanel } from '../../testing/sample-panel';
import { presentBargauge, presentGauge, presentPiechart, presentStat } from './last-value-panels';

describe('presentStat', () => {
  it('shows the last value, coloured, over a sparkline', () => {
    expect(presentStat(samplePanel('stat')).options).toMatchObject({
      colorMode: 'value',
      graphMode: 'area',
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
    });
  });
});

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

describe('presentPiechart', () => {
  it('shows shares of last values, with the values in the legend', () => {
    expect(presentPiechart(samplePanel('piechart')).options).toMatchObject({
      legend: { displayMode: 'table', showLegend: true, values: ['value', 'percent'] },
      pieType: 'pie',
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
    });
  });
});
