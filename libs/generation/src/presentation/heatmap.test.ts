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

  it.each([
    ['rows of buckets', '{{le}}', { yAxis: 'ms', cells: undefined }],
    ['rows of labels', '{{mny}} / {{dte}}', { yAxis: undefined, cells: 'ms' }],
  ])('with %s, gives the unit to what it measures', (_rows, legend, { yAxis, cells }) => {
    const { options } = presentHeatmap(heatmapOf(legend, 'ms'));
    expect(options.yAxis.unit).toBe(yAxis);
    expect(options.cellValues?.unit).toBe(cells);
  });

  it('gives no unit to a panel without one', () => {
    const { options, fieldConfig } = presentHeatmap(heatmapOf('{{le}}', null));
    expect(JSON.stringify([options, fieldConfig])).not.toContain('"unit"');
  });
});

function heatmapOf(legend: string, unit: string | null): PanelDraft {
  return samplePanel('heatmap', { unit, queries: [{ expr: 'x', legend }], manySeries: true });
}
