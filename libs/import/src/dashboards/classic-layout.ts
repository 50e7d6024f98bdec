import { type RawPart, toNumber } from '../documents/raw-part';
import type { FoundSection, GridPosition } from './found-dashboard';
import { objectOf } from './json-values';
import { type PanelBasis, readPanel } from './read-panel';
import { GRID_COLUMNS, RowArea } from './row-area';

/** How deep rows may stand in rows. */
const DEEPEST_ROWS = 4;

/**
 * Reads the panels of a classic dashboard into sections, in the order in which Grafana shows them:
 * those of `panels`, with rows among them, and those of the `rows` of Grafana 4 and older.
 */
export function readSections(dashboard: RawPart, basis: PanelBasis): FoundSection[] {
  const panels = dashboard.items('panels').filter(isOriginal);
  const below = lowestEnd(panels.map(gridPosOf));
  return [
    ...readFlatPanels(dashboard, panels, basis),
    ...readOldRows(dashboard.items('rows').filter(isOriginal), below, basis),
  ];
}

/** Copies that Grafana made of repeated panels and rows are made anew whenever a dashboard opens. */
function isOriginal(part: RawPart): boolean {
  const source = objectOf(part.value);
  const isCopy = source['repeatIteration'] && (source['repeatPanelId'] ?? source['repeatRowId']);
  return part.isMapping && !isCopy && source['repeatedByRow'] !== true;
}

interface OpenSection {
  readonly row?: RawPart;
  readonly panels: RawPart[];
}

function readFlatPanels(
  dashboard: RawPart,
  panels: readonly RawPart[],
  basis: PanelBasis,
): FoundSection[] {
  const sections: OpenSection[] = [{ panels: [] }];
  for (const panel of inOrder(panels)) {
    if (panel.text('type') === 'row') {
      sections.push({ row: panel, panels: inOrder(panelsInRow(panel, 0)) });
    } else {
      sections.at(-1)?.panels.push(panel);
    }
  }
  return sections
    .filter(({ row, panels: inside }) => row !== undefined || inside.length > 0)
    .map(({ row, panels: inside }) => ({
      ...headOf(row ?? dashboard, row !== undefined),
      panels: inside.map((panel) => readPanel(panel, gridPosOf(panel), basis)),
    }));
}

/** The panels that a row holds; a row inside a row is not shown by Grafana, its panels are kept. */
function panelsInRow(row: RawPart, depth: number): RawPart[] {
  return row
    .items('panels')
    .filter(isOriginal)
    .flatMap((panel) =>
      panel.text('type') === 'row' && depth < DEEPEST_ROWS
        ? panelsInRow(panel, depth + 1)
        : [panel],
    );
}

function headOf(part: RawPart, isRow: boolean): Omit<FoundSection, 'panels'> {
  const title = part.text('title');
  const repeat = part.text('repeat');
  return {
    ...(isRow ? { title: title ?? '' } : {}),
    collapsed: isRow && (part.flag('collapsed') ?? part.flag('collapse')) === true,
    ...(isRow && repeat !== undefined && repeat !== '' ? { repeat } : {}),
    place: part.place,
  };
}

/** Panels from top to bottom and left to right; in the order written if one has no place. */
function inOrder(panels: readonly RawPart[]): RawPart[] {
  const placed = panels.map((panel) => ({ panel, ...gridPosOf(panel), has: hasPlace(panel) }));
  if (!placed.every(({ has }) => has)) return [...panels];
  return placed.sort((a, b) => a.y - b.y || a.x - b.x).map(({ panel }) => panel);
}

function hasPlace(panel: RawPart): boolean {
  const gridPos = panel.at('gridPos');
  return gridPos.number('x') !== undefined && gridPos.number('y') !== undefined;
}

function gridPosOf(panel: RawPart): GridPosition {
  const gridPos = panel.at('gridPos');
  return {
    x: gridPos.number('x') ?? 0,
    y: gridPos.number('y') ?? 0,
    w: gridPos.number('w') ?? 12,
    h: gridPos.number('h') ?? 8,
  };
}

function lowestEnd(positions: readonly GridPosition[]): number {
  return positions.reduce((lowest, { y, h }) => Math.max(lowest, y + h), 0);
}

/** The rows of Grafana 4 and older, in which a panel has a span of twelfths. */
function readOldRows(rows: readonly RawPart[], below: number, basis: PanelBasis): FoundSection[] {
  const showsTitles = rows.some((row) =>
    ['collapse', 'showTitle', 'repeat'].some((key) => Boolean(row.at(key).value)),
  );
  let y = below;
  const sections = rows.map((row) => {
    const rowHeight = rowsOf(row.at('height').value) ?? rowsOf(250) ?? 7;
    const head = headOf(row, showsTitles);
    if (showsTitles) y += 1;
    const area = new RowArea(rowHeight, y);
    const panels = row
      .items('panels')
      .filter(isOriginal)
      .map((panel) => {
        const span = Math.floor(toNumber(panel.at('span').value) ?? 4);
        const w = Math.min(GRID_COLUMNS, Math.max(1, span) * 2);
        const h = rowsOf(panel.at('height').value) ?? rowHeight;
        return readPanel(panel, { ...area.place(w, h), w, h }, basis);
      });
    y = Math.max(area.y + rowHeight, lowestEnd(panels.map(({ gridPos }) => gridPos)));
    return { ...head, panels };
  });
  const [first] = sections;
  if (showsTitles || !first) return sections;
  // Rows without titles only lay panels out.
  return [{ ...first, panels: sections.flatMap(({ panels }) => panels) }];
}

/** Rows of the grid from a height in pixels, with or without `px`. */
function rowsOf(height: unknown): number | undefined {
  const text = typeof height === 'string' ? height.replace(/px$/, '') : height;
  const pixels = toNumber(text);
  return pixels === undefined || pixels <= 0 ? undefined : Math.ceil(Math.max(pixels, 90) / 38);
}
