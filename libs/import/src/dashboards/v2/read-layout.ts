import { classicPanelOfV2 } from '@g6/dashboard-files';
import type { RawPart } from '../../documents/raw-part';
import type { ProblemList } from '../../problem-list';
import type { FoundPanel, FoundSection, GridPosition } from '../found-dashboard';
import { type JsonObject, objectOf, present } from '../json-values';
import { type PanelBasis, readPanel } from '../read-panel';
import { GRID_COLUMNS } from '../row-area';

/** How deep layouts may stand in each other. */
const DEEPEST_LAYOUT = 5;

/** The heights that an automatic grid names, in rows. */
const ROW_HEIGHTS: Readonly<Record<string, number>> = { short: 5, standard: 9, tall: 14 };

/**
 * Reads the layout of a dashboard of version 2 into sections. Tabs are sections like rows, and those
 * inside another are named after both: `Storage / Disks`.
 */
export function readLayout(spec: RawPart, basis: PanelBasis, list: ProblemList): FoundSection[] {
  const reader = new LayoutReader(spec, basis, list);
  const sections = reader.read(spec.at('layout'), [], 0);
  return [...sections, ...reader.unplaced()];
}

interface Frame {
  readonly title: string;
  readonly collapsed: boolean;
  readonly repeat?: string;
}

class LayoutReader {
  private readonly placed = new Set<string>();

  constructor(
    private readonly spec: RawPart,
    private readonly basis: PanelBasis,
    private readonly list: ProblemList,
  ) {}

  read(layout: RawPart, frames: readonly Frame[], depth: number): FoundSection[] {
    if (depth > DEEPEST_LAYOUT) {
      this.report(layout, 'layouts stand too deep in each other here');
      return [];
    }
    const inner = layout.at('spec');
    switch (layout.text('kind')) {
      case 'RowsLayout':
        return this.readFrames(inner.items('rows'), frames, depth);
      case 'TabsLayout':
        return this.readFrames(inner.items('tabs'), frames, depth);
      case 'AutoGridLayout':
        return [this.section(layout, frames, this.readAutoGrid(inner))];
      case 'GridLayout':
        return this.readGrid(layout, inner.items('items'), frames);
      default:
        this.report(layout, `unknown layout "${layout.text('kind') ?? ''}"`);
        return [];
    }
  }

  /** Elements that no layout shows; Grafana does not show them either, and an import may. */
  unplaced(): FoundSection[] {
    const left = this.spec.at('elements').entries.filter(([name]) => !this.placed.has(name));
    for (const [name, element] of left) {
      this.report(element, `the element "${name.slice(0, 60)}" has no place in the layout`);
    }
    const panels = left.map(([, element], index) =>
      this.panel(element, { x: (index % 2) * 12, y: Math.floor(index / 2) * 8, w: 12, h: 8 }),
    );
    return panels.length === 0
      ? []
      : [{ title: 'Without a place', collapsed: false, panels, place: this.spec.place }];
  }

  private readFrames(
    items: readonly RawPart[],
    frames: readonly Frame[],
    depth: number,
  ): FoundSection[] {
    return items.flatMap((item) => {
      const inner = item.at('spec');
      const repeat = inner.at('repeat').text('value');
      this.reportConditions(inner);
      const frame = {
        title: inner.text('title') ?? '',
        collapsed: inner.flag('collapse') === true,
        ...(repeat === undefined ? {} : { repeat }),
      };
      return this.read(inner.at('layout'), [...frames, frame], depth + 1);
    });
  }

  /** A grid; in the first drafts of version 2 rows stand among its items. */
  private readGrid(
    layout: RawPart,
    items: readonly RawPart[],
    frames: readonly Frame[],
  ): FoundSection[] {
    const rows = items.filter((item) => item.text('kind') === 'GridLayoutRow');
    const panels = items
      .filter((item) => !rows.includes(item))
      .flatMap((item) => this.readItem(item.at('spec')));
    const inRows = rows.map((row) => {
      const inner = row.at('spec');
      const repeat = inner.at('repeat').text('value');
      const frame = {
        title: inner.text('title') ?? '',
        collapsed: inner.flag('collapsed') === true,
        ...(repeat === undefined ? {} : { repeat }),
      };
      const inside = inner.items('elements').flatMap((item) => this.readItem(item.at('spec')));
      return this.section(row, [...frames, frame], inside);
    });
    const isEmpty = panels.length === 0 && frames.length === 0;
    return [...(isEmpty ? [] : [this.section(layout, frames, panels)]), ...inRows];
  }

  private readItem(item: RawPart): FoundPanel[] {
    return this.element(item, {
      x: item.number('x') ?? 0,
      y: item.number('y') ?? 0,
      w: item.number('width') ?? 12,
      h: item.number('height') ?? 8,
    });
  }

  private readAutoGrid(grid: RawPart): FoundPanel[] {
    const columns = Math.min(24, Math.max(1, Math.floor(grid.number('maxColumnCount') ?? 3)));
    const w = Math.floor(GRID_COLUMNS / columns);
    const named = ROW_HEIGHTS[grid.text('rowHeightMode') ?? 'standard'];
    const h = named ?? Math.max(1, Math.ceil((grid.number('rowHeight') ?? 320) / 38));
    return grid.items('items').flatMap((item, index) => {
      const at = { x: (index % columns) * w, y: Math.floor(index / columns) * h };
      return this.element(item.at('spec'), { ...at, w, h });
    });
  }

  private element(item: RawPart, gridPos: GridPosition): FoundPanel[] {
    const name = item.at('element').text('name');
    const element = this.spec.at('elements').at(name ?? '');
    if (name === undefined || !element.isMapping) {
      this.report(item, `the layout names the element "${name ?? ''}", which is not there`);
      return [];
    }
    this.placed.add(name);
    this.reportConditions(item);
    return [this.panel(element, gridPos, objectOf(item.at('repeat').value))];
  }

  private panel(element: RawPart, gridPos: GridPosition, repeat: JsonObject = {}): FoundPanel {
    const panel = present({
      ...classicPanelOfV2(objectOf(element.value)),
      repeat: repeat['value'],
      repeatDirection: repeat['direction'],
      maxPerRow: repeat['maxPerRow'],
    });
    return readPanel(element.with(panel), gridPos, this.basis);
  }

  private section(
    part: RawPart,
    frames: readonly Frame[],
    panels: readonly FoundPanel[],
  ): FoundSection {
    const last = frames.at(-1);
    const title = frames.map((frame) => frame.title).join(' / ');
    return {
      ...(last ? { title } : {}),
      collapsed: frames.some(({ collapsed }) => collapsed),
      ...(last?.repeat === undefined ? {} : { repeat: last.repeat }),
      panels: [...panels].sort((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x),
      place: part.place,
    };
  }

  private reportConditions(part: RawPart): void {
    if (!part.at('conditionalRendering').isMapping) return;
    this.report(part, 'what is shown only under a condition is imported without the condition');
  }

  private report(part: RawPart, message: string): void {
    this.list.add(part.place, { code: 'import-unreadable', message });
  }
}
