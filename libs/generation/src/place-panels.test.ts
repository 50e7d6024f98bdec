import fc from 'fast-check';
import type { IdentifiedPanel } from './identify-panels';
import {
  panelsOfBlocks,
  placeBlocks,
  type Density,
  type GridPos,
  type PlacedPanel,
} from './place-panels';
import { samplePanel } from '../testing/sample-panel';
import type { PanelBlockOf, PanelDraft } from './panel-draft';

const RULES = { panelWidth: 12, panelHeight: 8, fillsLines: false };

/** Places blocks by the rules of the profile classic. */
function placePanels(blocks: readonly Block[], density: Density) {
  return panelsOfBlocks(placeBlocks(blocks, { ...RULES, density }));
}

function panel(changes: Partial<PanelDraft> = {}): IdentifiedPanel {
  const identity = { id: 1, naturalId: 1, panelUuid: '', queryUuid: '' };
  return { ...samplePanel(changes.type ?? 'timeseries', changes), ...identity };
}

type Block = PanelBlockOf<IdentifiedPanel>;

/** Panels without a row. */
function bare(panels: readonly IdentifiedPanel[]): Block {
  return { header: undefined, collapsed: false, panels };
}

/** A table that spans the top of a dashboard. */
function wideTable(height: number): IdentifiedPanel {
  return panel({ type: 'table', block: 'wide', height });
}

/** Places core panels and gives their places as x, y, w, h. */
function places(core: readonly IdentifiedPanel[], density: Density = 'normal') {
  return placesOf(placePanels([bare(core)], density));
}

function placesOf(placed: readonly PlacedPanel[]) {
  return placed.map(({ gridPos: { x, y, w, h } }) => [x, y, w, h]);
}

describe('placeBlocks', () => {
  const header = panel({ type: 'row', unit: null });

  it('sets core panels in two columns', () => {
    expect(places([panel(), panel(), panel()])).toEqual([
      [0, 0, 12, 8],
      [12, 0, 12, 8],
      [0, 8, 12, 8],
    ]);
  });

  it('stacks wide panels above, then core, then the header right above the efficiency panels', () => {
    const placed = placePanels(
      [
        bare([wideTable(10), wideTable(6), panel()]),
        { header, collapsed: false, panels: [panel(), panel()] },
      ],
      'normal',
    );
    expect(placesOf(placed)).toEqual([
      [0, 0, 24, 10],
      [0, 10, 24, 6],
      [0, 16, 12, 8],
      [0, 24, 24, 1],
      [0, 25, 12, 8],
      [12, 25, 12, 8],
    ]);
  });

  it('sets efficiency panels at the top of a dashboard that has no others', () => {
    const placed = placePanels([{ header, collapsed: false, panels: [panel()] }], 'normal');
    expect(placesOf(placed)).toEqual([
      [0, 0, 24, 1],
      [0, 1, 12, 8],
    ]);
  });

  it('gives a table that spans the dashboard a line of its own inside a section', () => {
    const placed = placePanels(
      [{ header, collapsed: false, panels: [panel(), wideTable(6), panel()] }],
      'normal',
    );
    expect(placesOf(placed)).toEqual([
      [0, 0, 24, 1],
      [0, 1, 12, 8],
      [0, 9, 24, 6],
      [0, 15, 12, 8],
    ]);
  });

  it('folds the panels of a collapsed row into it, placed as if it were open', () => {
    const placed = placePanels(
      [
        { header, collapsed: true, panels: [panel(), panel({ height: 4 })] },
        { header, collapsed: false, panels: [panel()] },
      ],
      'normal',
    );
    expect(placesOf(placed)).toEqual([
      [0, 0, 24, 1],
      [0, 1, 24, 1],
      [0, 2, 12, 8],
    ]);
    expect(placesOf(placed[0]?.folded ?? [])).toEqual([
      [0, 1, 12, 8],
      [12, 1, 12, 4],
    ]);
    expect(placed[1]).not.toHaveProperty('folded');
  });

  it('takes the width that a panel asks for, and breaks a line that is full', () => {
    const spans = [6, 6, 12, 24, 8, 8, 8];
    expect(places(spans.map((span) => panel({ span })))).toEqual([
      [0, 0, 6, 8],
      [6, 0, 6, 8],
      [12, 0, 12, 8],
      [0, 8, 24, 8],
      [0, 16, 8, 8],
      [8, 16, 8, 8],
      [16, 16, 8, 8],
    ]);
  });

  it('fills a gap with the next panel that fits into it, and keeps the order', () => {
    expect(places([panel(), panel({ span: 24 }), panel(), panel()])).toEqual([
      [0, 0, 12, 8],
      [0, 8, 24, 8],
      [12, 0, 12, 8],
      [0, 16, 12, 8],
    ]);
  });

  describe('when dense', () => {
    const ratio = panel({ unit: 'ratio' });
    const share = panel({ unit: 'percentunit' });

    it('lowers the tall table and leaves the low one', () => {
      const wide = [wideTable(10), wideTable(6)];
      expect(placesOf(placePanels([bare(wide)], 'dense'))).toEqual([
        [0, 0, 24, 8],
        [0, 8, 24, 6],
      ]);
    });

    it('lowers a line of ratios, and no line with anything else in it', () => {
      expect(places([ratio, share, ratio, panel(), panel()], 'dense')).toEqual([
        [0, 0, 12, 6],
        [12, 0, 12, 6],
        [0, 6, 12, 8],
        [12, 6, 12, 8],
        [0, 14, 12, 8],
      ]);
    });

    it('keeps a table of ratios as high as a table', () => {
      expect(places([panel({ type: 'table', unit: 'ratio' }), ratio], 'dense')).toEqual([
        [0, 0, 12, 8],
        [12, 0, 12, 8],
      ]);
    });

    it('lowers nothing otherwise', () => {
      expect(places([ratio, share])).toEqual([
        [0, 0, 12, 8],
        [12, 0, 12, 8],
      ]);
    });
  });

  const anyPanel = fc
    .record({
      span: fc.option(fc.integer({ min: 1, max: 24 }), { nil: undefined }),
      unit: fc.constantFrom('short', 'ratio', 'percentunit', null),
    })
    .map(({ span, unit }) => panel({ unit, ...(span === undefined ? {} : { span }) }));
  const anyPanels = fc.record({
    wide: fc.array(fc.constantFrom(6, 10).map(wideTable), { maxLength: 2 }),
    core: fc.array(anyPanel, { maxLength: 16 }),
    efficiency: fc.array(anyPanel, { maxLength: 8 }),
  });
  const density = fc.constantFrom<Density>('normal', 'dense');

  it('never overlaps or leaves the grid', () => {
    fc.assert(
      fc.property(anyPanels, density, (panels, dense) => {
        const cells = placeAll(panels, dense).flatMap(({ gridPos }) => cellsOf(gridPos));
        expect(new Set(cells).size).toBe(cells.length);
        expect(cells.every((cell) => cell >= 0 && cell % ROW < 24)).toBe(true);
      }),
    );
  });

  it('leaves no gap that Grafana would close, upwards or to the left', () => {
    fc.assert(
      fc.property(anyPanels, density, (panels, dense) => {
        const placed = placeAll(panels, dense);
        const taken = new Set(placed.flatMap(({ gridPos }) => cellsOf(gridPos)));
        const loose = placed.filter(({ gridPos: { x, y, w } }) => {
          const above = cellsOf({ x, y: y - 1, w, h: 1 });
          const stands = y === 0 || above.some((cell) => taken.has(cell));
          return !stands || (x > 0 && !taken.has(y * ROW + x - 1));
        });
        expect(loose).toEqual([]);
      }),
    );
  });

  const tallPanel: fc.Arbitrary<IdentifiedPanel> = fc
    .oneof(
      {
        weight: 8,
        arbitrary: fc.tuple(
          anyPanel,
          fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constant<[IdentifiedPanel, number | undefined]>([header, undefined]),
      },
    )
    .map(([drafted, height]): IdentifiedPanel =>
      height === undefined ? drafted : { ...drafted, height },
    );
  const tallPanels = fc.record({
    wide: fc.constant([]),
    core: fc.array(tallPanel, { maxLength: 16 }),
    efficiency: fc.array(anyPanel, { maxLength: 4 }),
  });

  it('never overlaps panels of any height, leaves none loose, and keeps rows above what they head', () => {
    fc.assert(
      fc.property(tallPanels, density, (panels, dense) => {
        const placed = placeAll(panels, dense);
        const cells = placed.flatMap(({ gridPos }) => cellsOf(gridPos));
        const taken = new Set(cells);
        expect(taken.size).toBe(cells.length);
        expect(cells.every((cell) => cell >= 0 && cell % ROW < 24)).toBe(true);
        const loose = placed.filter(
          ({ gridPos: { x, y, w } }) =>
            y > 0 && !cellsOf({ x, y: y - 1, w, h: 1 }).some((cell) => taken.has(cell)),
        );
        expect(loose).toEqual([]);
        placed.forEach(({ type, gridPos }, index) => {
          if (type !== 'row') return;
          const below = placed.slice(index + 1).every((other) => other.gridPos.y > gridPos.y);
          const above = placed.slice(0, index).every((other) => other.gridPos.y < gridPos.y);
          expect({ below, above }).toEqual({ below: true, above: true });
        });
      }),
    );
  });

  interface Panels {
    readonly wide: readonly IdentifiedPanel[];
    readonly core: readonly IdentifiedPanel[];
    readonly efficiency: readonly IdentifiedPanel[];
  }

  function placeAll({ wide, core, efficiency }: Panels, dense: Density): PlacedPanel[] {
    const below = { header, collapsed: false, panels: efficiency };
    const blocks = [bare([...wide, ...core]), ...(efficiency.length > 0 ? [below] : [])];
    return placePanels(blocks, dense);
  }

  const anySection = fc.record({
    header: fc.constant(header),
    collapsed: fc.boolean(),
    panels: fc.array(
      tallPanel.filter(({ type }) => type !== 'row'),
      { minLength: 1, maxLength: 8 },
    ),
  });

  it('places sections like the same panels open, but for the folded ones, which take no room', () => {
    fc.assert(
      fc.property(fc.array(anySection, { maxLength: 5 }), density, (sections, dense) => {
        const placed = placePanels(sections, dense);
        const open = placed.flatMap(({ gridPos }) => cellsOf(gridPos));
        expect(new Set(open).size).toBe(open.length);
        for (const section of placed) {
          if (!section.folded) continue;
          const alone = placePanels([bare(section.folded)], dense);
          const top = section.gridPos.y + 1;
          const moved = alone.map(({ gridPos }) => ({ ...gridPos, y: gridPos.y + top }));
          expect(section.folded.map(({ gridPos }) => gridPos)).toEqual(moved);
        }
      }),
    );
  });
});

/** Distance between a cell and the one below it; more than the grid's width, so that none wraps. */
const ROW = 100;

function cellsOf({ x, y, w, h }: GridPos): number[] {
  return Array.from({ length: w * h }, (_, i) => (y + Math.floor(i / w)) * ROW + x + (i % w));
}
