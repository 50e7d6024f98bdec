import type { JsonObject } from '@g6/generation';
import { addAll, highest } from '@g6/problems';
import { objectOf, objectsOf, present, type ReadJson, textOf } from '../json-values';
import { type PanelNotes, type RowNote, RowNotes } from './panel-notes';
import { classicPanelOfV2 } from './v2-parts';

/** How deep layouts may stand in each other; Grafana's editor makes no more than a few levels. */
const DEEPEST_LAYOUT = 8;
const GRID_COLUMNS = 24;
/** The heights that an automatic grid names, in rows of a classic grid. */
const ROW_HEIGHTS: Readonly<Record<string, number>> = { short: 5, standard: 9, tall: 14 };

/** The panels of a classic dashboard that shows what the layout of one of version 2 does. */
export function classicPanels(
  spec: ReadJson,
  metaKey: string,
  notes: PanelNotes | undefined,
): JsonObject[] {
  const reader = new LayoutReader(spec, metaKey, notes);
  const panels: JsonObject[] = [];
  const bottom = reader.read(objectOf(spec['layout']), 0, panels, 0);
  reader.readUnplaced(bottom, panels);
  return panels;
}

class LayoutReader {
  private readonly elements: ReadJson;
  private readonly placed = new Set<string>();
  private readonly rows: RowNotes;

  constructor(
    spec: ReadJson,
    private readonly metaKey: string,
    private readonly notes: PanelNotes | undefined,
  ) {
    this.elements = objectOf(spec['elements']);
    this.rows = new RowNotes(notes);
  }

  /** Adds the panels of a layout whose first line is given, and returns the first line below them. */
  read(layout: ReadJson, top: number, panels: JsonObject[], depth: number): number {
    const inner = objectOf(layout['spec']);
    if (depth > DEEPEST_LAYOUT) return top;
    switch (layout['kind']) {
      case 'RowsLayout':
        return this.readFrames(objectsOf(inner['rows']), top, panels, depth);
      case 'TabsLayout':
        return this.readFrames(objectsOf(inner['tabs']), top, panels, depth);
      case 'AutoGridLayout':
        return this.readItems(autoGridItems(inner), top, panels);
      default:
        return this.readItems(objectsOf(inner['items']).map(gridItem), top, panels);
    }
  }

  /** Adds elements that no layout shows: Grafana does not show them, and they are there. */
  readUnplaced(top: number, panels: JsonObject[]): void {
    const left = Object.keys(this.elements).filter((name) => !this.placed.has(name));
    const items = left.map((name, index) => ({
      ...{ name, repeat: {}, x: (index % 2) * 12, y: Math.floor(index / 2) * 8, w: 12, h: 8 },
    }));
    this.readItems(items, top, panels);
  }

  private readFrames(
    frames: readonly ReadJson[],
    top: number,
    panels: JsonObject[],
    depth: number,
  ): number {
    let y = top;
    for (const frame of frames) {
      const spec = objectOf(frame['spec']);
      const layout = objectOf(spec['layout']);
      const note = this.rows.take(titleOf(spec));
      // A tab needs a title; what stands above all sections has one of no row.
      const hasNoRow = this.notes && !note && frame['kind'] === 'TabsLayoutTab';
      if (spec['hideHeader'] === true || hasNoRow) {
        y = this.read(layout, y, panels, depth + 1);
        continue;
      }
      const collapsed = spec['collapse'] === true;
      const inside: JsonObject[] = [];
      const bottom = this.read(layout, y + 1, inside, depth + 1);
      panels.push(this.rowPanel(spec, note, { y, collapsed, inside }));
      if (!collapsed) addAll(panels, inside);
      y = collapsed ? y + 1 : bottom;
    }
    return y;
  }

  private rowPanel(
    spec: ReadJson,
    note: RowNote | undefined,
    { y, collapsed, inside }: { y: number; collapsed: boolean; inside: JsonObject[] },
  ) {
    return present({
      type: 'row',
      title: titleOf(spec),
      collapsed,
      panels: collapsed ? inside : [],
      gridPos: { x: 0, y, w: GRID_COLUMNS, h: 1 },
      repeat: objectOf(spec['repeat'])['value'],
      id: note?.id,
      [this.metaKey]: note?.meta,
    });
  }

  private readItems(items: readonly GridItem[], top: number, panels: JsonObject[]): number {
    const ends = [top];
    for (const { name, repeat, x, y, w, h } of items) {
      if (!Object.hasOwn(this.elements, name)) continue;
      this.placed.add(name);
      panels.push(
        present({
          ...classicPanelOfV2(objectOf(this.elements[name])),
          pluginVersion: undefined,
          gridPos: { x, y: top + y, w, h },
          repeat: repeat['value'],
          repeatDirection: repeat['direction'],
          maxPerRow: repeat['maxPerRow'],
          [this.metaKey]: this.notes?.panels[name],
        }),
      );
      ends.push(top + y + h);
    }
    return highest(ends);
  }
}

function titleOf({ title }: ReadJson): string {
  return typeof title === 'string' ? title : '';
}

/** An element with its place in a grid. */
interface GridItem {
  readonly name: string;
  readonly repeat: ReadJson;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function gridItem(item: ReadJson): GridItem {
  const spec = objectOf(item['spec']);
  const number = (key: string, otherwise: number) =>
    typeof spec[key] === 'number' ? spec[key] : otherwise;
  return {
    ...elementOf(spec),
    ...{ x: number('x', 0), y: number('y', 0), w: number('width', 12), h: number('height', 8) },
  };
}

function elementOf(spec: ReadJson) {
  const name = textOf(objectOf(spec['element'])['name']) ?? '';
  return { name, repeat: objectOf(spec['repeat']) };
}

/** Places of the items of an automatic grid: as many columns of one width as there may be. */
function autoGridItems(grid: ReadJson): GridItem[] {
  const most = grid['maxColumnCount'];
  const columns = Math.min(GRID_COLUMNS, Math.max(1, typeof most === 'number' ? most : 3));
  const w = Math.floor(GRID_COLUMNS / Math.floor(columns));
  const h = ROW_HEIGHTS[textOf(grid['rowHeightMode']) ?? 'standard'] ?? 9;
  const perLine = Math.floor(GRID_COLUMNS / w);
  return objectsOf(grid['items']).map((item, index) => ({
    ...elementOf(objectOf(item['spec'])),
    ...{ x: (index % perLine) * w, y: Math.floor(index / perLine) * h, w, h },
  }));
}
