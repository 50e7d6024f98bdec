import { highest, lowest } from '@g6/problems';
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

/** The size of panels that set none, and what becomes of lines that they do not fill. */
export interface LayoutRules {
  /** Width of a panel in grid columns. */
  readonly panelWidth: number;
  /** Height of a panel in grid rows. */
  readonly panelHeight: number;
  /** Whether the panels of a line share the room that is left of it. */
  readonly fillsLines: boolean;
  /** The highest that a panel may be, whatever it asks for; undefined for any height. */
  readonly mostHeight?: number;
}

/** The rules of a profile, at a density. */
export interface Layout extends LayoutRules {
  readonly density: Density;
}

const GRID_WIDTH = 24;
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

/** Lays the blocks of a dashboard out from top to bottom, the first below a line of the grid. */
export function placeBlocks(
  blocks: readonly PanelBlockOf<IdentifiedPanel>[],
  layout: Layout,
  top = 0,
): PanelBlockOf<PlacedPanel>[] {
  let y = top;
  return blocks.map((block) => {
    const { header, collapsed } = block;
    const below = y + (header ? ROW_HEIGHT : 0);
    const panels: PlacedPanel[] = [];
    const end = placeBlock(block.panels, below, layout, panels);
    const folds = header !== undefined && collapsed;
    const gridPos = { x: 0, y, w: GRID_WIDTH, h: ROW_HEIGHT };
    y = folds ? below : end;
    return {
      ...block,
      header: header && { ...header, gridPos, ...(folds ? { folded: panels } : {}) },
      panels,
    };
  });
}

/** The panels of a classic dashboard: blocks one after the other, and in a collapsed row its panels. */
export function panelsOfBlocks(blocks: readonly PanelBlockOf<PlacedPanel>[]): PlacedPanel[] {
  return blocks.flatMap(({ header, panels }) => {
    if (!header) return panels;
    return header.folded ? [header] : [header, ...panels];
  });
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
  layout: Layout,
  placed: PlacedPanel[],
): number {
  const first = panels.findIndex(({ block }) => block !== 'wide');
  const wide = first < 0 ? panels : panels.slice(0, first);
  let y = top;
  for (const panel of wide) {
    const h = wideHeight(panel, layout);
    placed.push({ ...panel, gridPos: { x: 0, y, w: GRID_WIDTH, h } });
    y += h;
  }
  return placeInLines(panels.slice(wide.length), y, layout, placed);
}

function wideHeight(panel: IdentifiedPanel, layout: Layout): number {
  const height = ownHeight(panel, layout) ?? layout.panelHeight;
  return layout.density === 'dense' ? Math.min(height, DENSE_TABLE_HEIGHT) : height;
}

/** The height that a panel asks for, as far as the layout lets it. */
function ownHeight({ height }: IdentifiedPanel, { mostHeight }: Layout): number | undefined {
  return height === undefined ? undefined : Math.min(height, mostHeight ?? height);
}

/**
 * Packs panels left to right into lines of one height, and returns the first row below them. They
 * stay in their order, also where one fills a gap further up.
 */
function placeInLines(
  panels: readonly IdentifiedPanel[],
  top: number,
  layout: Layout,
  placed: PlacedPanel[],
): number {
  if (panels.some(hasOwnHeight)) return placeByGravity(panels, top, layout, placed);
  const places: GridPos[] = [];
  let y = top;
  for (const line of packLines(panels, layout)) {
    const h = lineHeight(line, layout);
    const widths = lineWidths(line, layout);
    let x = 0;
    line.forEach(({ position }, place) => {
      const w = widths[place] as number;
      places[position] = { x, y, w, h };
      x += w;
    });
    y += h;
  }
  panels.forEach((panel, position) => {
    placed.push({ ...panel, gridPos: places[position] as GridPos });
  });
  return y;
}

/** The widths of the panels of a line; those without a width of their own share what is left. */
function lineWidths(line: readonly LinePanel[], layout: Layout): number[] {
  const widths = line.map(({ panel }) => widthOf(panel, layout));
  const room = GRID_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  const sharing = line.filter(({ panel }) => panel.span === undefined).length;
  if (!layout.fillsLines || room === 0 || sharing === 0) return widths;
  let given = 0;
  let left = sharing;
  return line.map(({ panel }, place) => {
    const width = widths[place] as number;
    if (panel.span !== undefined) return width;
    const more = Math.floor((room - given) / left);
    given += more;
    left -= 1;
    return width + more;
  });
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
  layout: Layout,
  placed: PlacedPanel[],
): number {
  // For each column of the grid, the first row that is free.
  const floor = new Array<number>(GRID_WIDTH).fill(top);
  for (const panel of panels) {
    const w = widthOf(panel, layout);
    const h = heightOf(panel, layout);
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
function packLines(panels: readonly IdentifiedPanel[], layout: Layout): LinePanel[][] {
  const lines: { panels: LinePanel[]; room: number }[] = [];
  const open = new Set<(typeof lines)[number]>();
  for (const [position, panel] of panels.entries()) {
    const width = widthOf(panel, layout);
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

function widthOf({ type, block, span }: IdentifiedPanel, { panelWidth }: Layout): number {
  if (type === 'row' || block === 'wide') return GRID_WIDTH;
  return span ?? panelWidth;
}

function heightOf(panel: IdentifiedPanel, layout: Layout): number {
  if (panel.type === 'row') return ROW_HEIGHT;
  if (panel.block === 'wide') return wideHeight(panel, layout);
  return ownHeight(panel, layout) ?? lineHeight([{ panel, position: 0 }], layout);
}

/** A line is lowered only as a whole, so that nothing beside a lower panel stays empty. */
function lineHeight(line: readonly LinePanel[], layout: Layout): number {
  const ratios = line.every(
    ({ panel: { type, unit } }) => type !== 'table' && unit !== null && RATIO_UNITS.has(unit),
  );
  return layout.density === 'dense' && ratios ? DENSE_RATIO_HEIGHT : layout.panelHeight;
}
