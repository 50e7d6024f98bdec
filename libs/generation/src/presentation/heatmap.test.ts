import type { PanelDraft } from '../panel-draft';
import { presentHeatmap } from './heatmap';
import { samplePanel } from '../../testing/sample-panel';

describe('presentHeatmap', () => {
  it('draws the series as they are, in one colour scheme', () => {
    const { options } = presentHeatmap(samplePanel('heatmap'));
    expect(options.calculate).toBe(false);
    expect(options.color).toMatchObject({ mode: 'scheme', scheme: 'Oranges', steps: 64 });
    expect(options.legend).toEqual({ show: true });
  });

  it.each<[string, 'heatmap' | 'time_series', { yAxis?: string; cells?: string }]>([
    ['rows of buckets', 'heatmap', { yAxis: 'ms' }],
    ['rows of labels', 'time_series', { cells: 'ms' }],
  ])('with %s, gives the unit to what it measures', (_rows, format, { yAxis, cells }) => {
    const { options } = presentHeatmap(heatmapOf(format, 'ms'));
    expect(options.yAxis.unit).toBe(yAxis);
    expect(options.cellValues?.unit).toBe(cells);
  });

  it('gives no unit to a panel without one', () => {
    const { options, fieldConfig } = presentHeatmap(heatmapOf('heatmap', null));
    expect(JSON.stringify([options, fieldConfig])).not.toContain('"unit"');
  });
});

function heatmapOf(format: 'heatmap' | 'time_series', unit: string | null): PanelDraft {
  const queries = [{ expr: 'x', legend: 'any', format }];
  return samplePanel('heatmap', { unit, queries, manySeries: true });
}
