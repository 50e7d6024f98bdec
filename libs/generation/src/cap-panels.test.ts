import { capPanels, type CappedPanels } from './cap-panels';
import type { PanelBlock, PanelDraft, PanelSourceName } from './panel-draft';
import { samplePanel } from '../testing/sample-panel';

function drafts(count: number, source: PanelSourceName, block: PanelBlock = 'core'): PanelDraft[] {
  return Array.from({ length: count }, (_, i) =>
    samplePanel('timeseries', { source, block, title: `${source} ${i}` }),
  );
}

function keptOf({ kept }: CappedPanels, block: PanelBlock) {
  return kept.filter((panel) => panel.block === block);
}

function titles(panels: readonly PanelDraft[]) {
  return panels.map(({ title }) => title);
}

describe('capPanels', () => {
  it('keeps 24 core panels and 12 efficiency panels', () => {
    const panels = capPanels([
      ...drafts(24, 'auto_rate'),
      ...drafts(12, 'cross_metric', 'efficiency'),
    ]);
    expect([
      keptOf(panels, 'core').length,
      keptOf(panels, 'efficiency').length,
      panels.dropped,
    ]).toEqual([24, 12, []]);
  });

  it('drops automatic panels from the end of each block', () => {
    const panels = capPanels([
      ...drafts(26, 'auto_rate'),
      ...drafts(13, 'cross_metric', 'efficiency'),
    ]);
    expect([keptOf(panels, 'core').length, keptOf(panels, 'efficiency').length]).toEqual([24, 12]);
    expect(titles(panels.dropped)).toEqual(['auto_rate 24', 'auto_rate 25', 'cross_metric 12']);
  });

  it('makes room for explicit panels and puts them first', () => {
    const panels = capPanels([...drafts(22, 'auto_rate'), ...drafts(3, 'spec')]);
    expect(titles(keptOf(panels, 'core')).slice(0, 4)).toEqual([
      'spec 0',
      'spec 1',
      'spec 2',
      'auto_rate 0',
    ]);
    expect(keptOf(panels, 'core')).toHaveLength(24);
    expect(titles(panels.dropped)).toEqual(['auto_rate 21']);
  });

  it('keeps a panel of each metric before a second one of any', () => {
    const panelsOf = (metric: string, source: PanelSourceName, count: number) =>
      drafts(count, source).map((draft, i) => ({ ...draft, metric, title: `${metric} ${i}` }));
    const panels = capPanels(
      [
        ...panelsOf('shown', 'spec', 1),
        ...panelsOf('a', 'auto_rate', 3),
        ...panelsOf('shown', 'auto_rate', 2),
        ...panelsOf('b', 'auto_rate', 2),
        ...panelsOf('c', 'auto_topk', 2),
      ],
      { core: 5, efficiency: 0 },
    );
    expect(titles(keptOf(panels, 'core'))).toEqual(['shown 0', 'a 0', 'a 1', 'b 0', 'c 0']);
    expect(titles(panels.dropped)).toEqual(['a 2', 'shown 0', 'shown 1', 'b 1', 'c 1']);
  });

  it('never drops an explicit panel', () => {
    const panels = capPanels([...drafts(30, 'spec'), ...drafts(2, 'placeholder')]);
    expect(titles(keptOf(panels, 'core'))).toEqual(titles(drafts(30, 'spec')));
    expect(titles(panels.dropped)).toEqual(['placeholder 0', 'placeholder 1']);
  });

  it('does not count wide panels', () => {
    const panels = capPanels([
      ...drafts(24, 'auto_rate'),
      ...drafts(1, 'alerts_aggregate', 'wide'),
    ]);
    expect([keptOf(panels, 'wide').length, keptOf(panels, 'core').length, panels.dropped]).toEqual([
      1,
      24,
      [],
    ]);
  });

  it('takes other caps', () => {
    const panels = capPanels(drafts(3, 'auto_rate'), { core: 1, efficiency: 0 });
    expect(titles(panels.dropped)).toEqual(['auto_rate 1', 'auto_rate 2']);
  });
});
