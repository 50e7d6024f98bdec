import { addAll, highest, lowest } from '@g6/problems';
import type { IdentifiedPanel } from './identify-panels';
import type { PanelBlockOf } from './panel-draft';

/** A rectangle on Grafana's grid of 24 columns. */
export interface GridPos {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A panel with its place. */
export interface PlacedPanel extends IdentifiedPanel {
  readonly gridPos: GridPos;
  /** The panels of a collapsed row, placed as if it were open; undefined on all else. */
  readonly folded?: readonly PlacedPanel[];
}

/** How tightly panels are laid out; `dense` is what `G6_DASHBOARD_DENSE=1` asks for. */
export type Density = 'normal' | 'dense';

const GRID_WIDTH = 24;
const PANEL_WIDTH = 12;
const PANEL_HEIGHT = 8;
const ROW_HEIGHT = 1;
const DENSE_TABLE_HEIGHT = 8;
const DENSE_RATIO_HEIGHT = 6;
/** Units of panels that read well at a lower height. */
const RATIO_UNITS = new Set(['ratio', 'percentunit']);

/** A panel in a line, with its position among all panels of its block. */
interface LinePanel {
  readonly panel: IdentifiedPanel;
  readonly position: number;
}

/** Lays the blocks of a dashboard out from top to bottom. */
export function placePanels(
  blocks: readonly PanelBlockOf<IdentifiedPanel>[],
  density: Density,
): PlacedPanel[] {
  const placed: PlacedPanel[] = [];
  let y = 0;
  for (const { header, collapsed, panels } of blocks) {
    const below = y + (header ? ROW_HEIGHT : 0);
    const inside: PlacedPanel[] = [];
    const end = placeBlock(panels, below, density, inside);
    const folds = header !== undefined && collapsed;
    if (header) {
      const gridPos = { x: 0, y, w: GRID_WIDTH, h: ROW_HEIGHT };
      placed.push({ ...header, gridPos, ...(folds ? { folded: inside } : {}) });
    }
    if (!folds) addAll(placed, inside);
    y = folds ? below : end;
  }
  return placed;
}

/** All panels of a dashboard, those inside collapsed rows included. */
export function unfolded(panels: readonly PlacedPanel[]): PlacedPanel[] {
  return panels.flatMap((panel) => [panel, ...(panel.folded ?? [])]);
}

/**
 * Lays the panels of a block out below a line of the grid, and returns the first line below them:
 * those that span the dashboard, which come first, and then the others in lines.
 */
function placeBlock(
  panels: readonly IdentifiedPanel[],
  top: number,
  density: Density,
  placed: PlacedPanel[],
): number {
  const first = panels.findIndex(({ block }) => block !== 'wide');
  const wide = first < 0 ? panels : panels.slice(0, first);
  let y = top;
  for (const panel of wide) {
    const h = wideHeight(panel, density);
    placed.push({ ...panel, gridPos: { x: 0, y, w: GRID_WIDTH, h } });
    y += h;
  }
  return placeInLines(panels.slice(wide.length), y, density, placed);
}

function wideHeight(panel: IdentifiedPanel, density: Density): number {
  const height = panel.height ?? PANEL_HEIGHT;
  return density === 'dense' ? Math.min(height, DENSE_TABLE_HEIGHT) : height;
}

/**
 * Packs panels left to right into lines of one height, and returns the first row below them. They
 * stay in their order, also where one fills a gap further up.
 */
function placeInLines(
  panels: readonly IdentifiedPanel[],
  top: number,
  density: Density,
  placed: PlacedPanel[],
): number {
  if (panels.some(hasOwnHeight)) return placeByGravity(panels, top, density, placed);
  const places: GridPos[] = [];
  let y = top;
  for (const line of packLines(panels)) {
    const h = lineHeight(line, density);
    let x = 0;
    for (const { panel, position } of line) {
      const w = widthOf(panel);
      places[position] = { x, y, w, h };
      x += w;
    }
    y += h;
  }
  panels.forEach((panel, position) => {
    placed.push({ ...panel, gridPos: places[position] as GridPos });
  });
  return y;
}

/** Whether a panel breaks the lines of one height that all others stand in. */
function hasOwnHeight({ height, type, block }: IdentifiedPanel): boolean {
  return height !== undefined || type === 'row' || block === 'wide';
}

/**
 * Puts each panel as high and then as far left as it can fall from below, the way Grafana moves panels
 * up, and returns the first row below them. A row ends what stands above it.
 */
function placeByGravity(
  panels: readonly IdentifiedPanel[],
  top: number,
  density: Density,
  placed: PlacedPanel[],
): number {
  // For each column of the grid, the first row that is free.
  const floor = new Array<number>(GRID_WIDTH).fill(top);
  for (const panel of panels) {
    const w = widthOf(panel);
    const h = heightOf(panel, density);
    const tops = Array.from({ length: GRID_WIDTH - w + 1 }, (_, x) =>
      highest(floor.slice(x, x + w)),
    );
    const y = lowest(tops);
    const x = tops.indexOf(y);
    placed.push({ ...panel, gridPos: { x, y, w, h } });
    floor.fill(y + h, x, x + w);
  }
  return highest(floor);
}

/**
 * Puts each panel into the first line that has room for it. Grafana moves a panel up into a gap that
 * is wide enough, so a gap that a later panel could fill would not look as it is written.
 */
function packLines(panels: readonly IdentifiedPanel[]): LinePanel[][] {
  const lines: { panels: LinePanel[]; room: number }[] = [];
  const open = new Set<(typeof lines)[number]>();
  for (const [position, panel] of panels.entries()) {
    const width = widthOf(panel);
    let line = [...open].find(({ room }) => room >= width);
    if (!line) {
      line = { panels: [], room: GRID_WIDTH };
      lines.push(line);
      open.add(line);
    }
    line.panels.push({ panel, position });
    line.room -= width;
    if (line.room === 0) open.delete(line);
  }
  return lines.map((line) => line.panels);
}

function widthOf({ type, block, span }: IdentifiedPanel): number {
  if (type === 'row' || block === 'wide') return GRID_WIDTH;
  return span ?? PANEL_WIDTH;
}

function heightOf(panel: IdentifiedPanel, density: Density): number {
  if (panel.type === 'row') return ROW_HEIGHT;
  if (panel.block === 'wide') return wideHeight(panel, density);
  return panel.height ?? lineHeight([{ panel, position: 0 }], density);
}

/** A line is lowered only as a whole, so that nothing beside a lower panel stays empty. */
function lineHeight(line: readonly LinePanel[], density: Density): number {
  const ratios = line.every(
    ({ panel: { type, unit } }) => type !== 'table' && unit !== null && RATIO_UNITS.has(unit),
  );
  return density === 'dense' && ratios ? DENSE_RATIO_HEIGHT : PANEL_HEIGHT;
}
