import { samplePanel } from '../../testing/sample-panel';
import { presentTimeseries } from './timeseries';

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
