import { samplePanel } from '../../testing/sample-panel';
import {
  presentBarchart,
  presentHistogram,
  presentStateTimeline,
  presentTimeseries,
} from './graph-panels';

describe('presentTimeseries', () => {
  it('draws thin lines with a light fill, without points and with gaps', () => {
    const { defaults } = presentTimeseries(samplePanel('timeseries')).fieldConfig;
    expect(defaults.custom).toMatchObject({
      drawStyle: 'line',
      lineWidth: 1,
      fillOpacity: 10,
      showPoints: 'never',
      spanNulls: false,
    });
    expect(defaults.color).toEqual({ mode: 'palette-classic' });
  });

  it.each([
    [true, { calcs: ['lastNotNull', 'max'], displayMode: 'table' }],
    [false, { calcs: [], displayMode: 'list' }],
  ])('with several series: %s, has the legend %j below', (manySeries, legend) => {
    const { options } = presentTimeseries(samplePanel('timeseries', { manySeries }));
    expect(options.legend).toEqual({ ...legend, placement: 'bottom', showLegend: true });
  });

  it('shows all series in the tooltip, highest first', () => {
    const { options } = presentTimeseries(samplePanel('timeseries'));
    expect(options.tooltip).toEqual({ mode: 'multi', sort: 'desc' });
  });
});

describe('presentBarchart', () => {
  it('sets the bars of a moment side by side and names them below', () => {
    expect(presentBarchart(samplePanel('barchart')).options).toMatchObject({
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      stacking: 'none',
      tooltip: { mode: 'multi', sort: 'desc' },
    });
  });
});

describe('presentHistogram', () => {
  it('counts the values of each series apart', () => {
    expect(presentHistogram(samplePanel('histogram')).options).toMatchObject({
      combine: false,
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'multi', sort: 'desc' },
    });
  });
});

describe('presentStateTimeline', () => {
  it('merges equal values and writes them where there is room', () => {
    expect(presentStateTimeline(samplePanel('state-timeline')).options).toMatchObject({
      mergeValues: true,
      showValue: 'auto',
    });
  });

  it('tells states apart without calling one bad', () => {
    const { defaults } = presentStateTimeline(samplePanel('state-timeline')).fieldConfig;
    expect(defaults.color).toEqual({ mode: 'continuous-blues' });
  });
});
