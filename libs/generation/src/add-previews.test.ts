import { sampleDashboard } from '../testing/sample-dashboard';
import { CLASSIC } from './profiles/classic';
import { samplePanel } from '../testing/sample-panel';
import { addPreviews } from './add-previews';
import type { PanelBlockOf } from './panel-draft';
import { panelsOfBlocks, type PlacedPanel } from './place-panels';
import { META_KEY } from '@g6/model';

const metrics = [
  {
    name: 'depth',
    type: 'gauge',
    labels: ['bus'],
    panels: [{ title: 'Depth', promql: 'depth' }],
    alerts: [
      { alert: 'High', expr: 'depth > 5', severity: 'warning' },
      { alert: 'Low', expr: 'min(depth) < 1', severity: 'critical' },
    ],
  },
];

function panelsWith(plan: Record<string, unknown>) {
  return sampleDashboard({ metrics, plan }).panels;
}

describe('addPreviews', () => {
  const without = panelsWith({});
  const all = panelsWith({ alert_preview: true });

  it('leaves every other panel as it is, id and place included', () => {
    expect(all.slice(0, without.length)).toEqual(without);
  });

  it('puts a row and one panel for each watched query below everything else', () => {
    const bottom = Math.max(...without.map(({ gridPos }) => gridPos!.y + gridPos!.h));
    expect(all.slice(without.length)).toMatchObject([
      { type: 'row', title: 'Alert preview', gridPos: { x: 0, y: bottom, w: 24, h: 1 } },
      { title: 'High', gridPos: { x: 0, y: bottom + 1, w: 12, h: 8 } },
      { title: 'Low', gridPos: { x: 12, y: bottom + 1, w: 12, h: 8 } },
    ]);
  });

  it('marks previews as such', () => {
    expect(all.at(-1)?.[META_KEY]).toMatchObject({ source: 'alert_preview', metric: 'depth' });
  });

  it('draws the threshold as a dashed line, to which the axis reaches', () => {
    const lineAt = (value: number) => ({
      axisSoftMax: value,
      axisSoftMin: value,
      thresholdsStyle: { mode: 'dashed' },
    });
    expect(all.slice(-2).map(({ fieldConfig }) => fieldConfig?.defaults)).toMatchObject([
      {
        custom: lineAt(5),
        thresholds: {
          steps: [
            { color: 'transparent', value: null },
            { color: 'orange', value: 5 },
          ],
        },
      },
      {
        custom: lineAt(1),
        thresholds: {
          steps: [
            { color: 'transparent', value: null },
            { color: 'red', value: 1 },
          ],
        },
      },
    ]);
  });
});

describe('the ids of previews', () => {
  const previews = [samplePanel('timeseries', { title: 'High' }), samplePanel('stat')];
  const { layout } = CLASSIC;
  const natural = panelsOfBlocks(addPreviews('slug', [], previews, layout));
  const placedWith = (ids: readonly number[]): PanelBlockOf<PlacedPanel>[] => {
    const panels = ids.map((id) => ({ ...(natural[0] as PlacedPanel), id }));
    return [{ header: undefined, collapsed: false, panels }];
  };
  const idsBeside = (taken: readonly number[]) =>
    panelsOfBlocks(addPreviews('slug', placedWith(taken), previews, layout))
      .slice(taken.length)
      .map(({ id }) => id);
  const ids = natural.map(({ id }) => id);
  const [row = 0, high = 0, stat = 0] = ids;

  it('are the natural ones if no other panel has them', () => {
    expect(new Set(ids).size).toBe(3);
    expect(idsBeside([row + 1, high + 1, stat + 1])).toEqual(ids);
  });

  it('move to the next free id past those that other panels have', () => {
    expect(idsBeside([high])).toEqual([row, high + 1, stat]);
    expect(idsBeside([high, high + 1, high + 2])).toEqual([row, high + 3, stat]);
  });

  it('leave other panels as they are', () => {
    const placed = placedWith([row, high, stat]);
    expect(addPreviews('slug', placed, previews, layout).slice(0, 1)).toEqual(placed);
  });
});
