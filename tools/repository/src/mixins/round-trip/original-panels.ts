/**
 * The panels of a dashboard that somebody else wrote, with the row that each stands in, read off the
 * JSON without the importer: what the importer loses here is still found there.
 */
import { type Json, listAt, objectAt } from '../json';

/** A row of a dashboard as far as a reader sees it. */
export interface RowFacts {
  readonly title: string;
  readonly collapsed: boolean;
  readonly repeat: string | undefined;
}

/** A panel and the row that it stands in; none for a panel above all rows. */
export interface PanelInRow {
  readonly row: RowFacts | undefined;
  readonly panel: Json;
}

/** The panels of a classic dashboard of any age, in the order in which Grafana shows them. */
export function panelsInRows(dashboard: Json): PanelInRow[] {
  return [...flatPanels(dashboard), ...panelsOfOldRows(dashboard)];
}

function flatPanels(dashboard: Json): PanelInRow[] {
  const found: PanelInRow[] = [];
  let row: RowFacts | undefined;
  for (const panel of inOrder(jsonList(dashboard, 'panels').filter(isOriginal))) {
    if (panel['type'] !== 'row') {
      found.push({ row, panel });
      continue;
    }
    row = rowFacts(panel, panel['collapsed'] === true);
    found.push(...inOrder(jsonList(panel, 'panels').filter(isOriginal)).map(inRow(row)));
  }
  return found;
}

/** Grafana 4 and older kept panels in rows, whose titles it showed only if asked to. */
function panelsOfOldRows(dashboard: Json): PanelInRow[] {
  const rows = jsonList(dashboard, 'rows').filter(isOriginal);
  const shown = rows.some(
    ({ showTitle, collapse, repeat }) => showTitle === true || collapse === true || Boolean(repeat),
  );
  return rows.flatMap((old) => {
    const row = shown ? rowFacts(old, old['collapse'] === true) : undefined;
    return jsonList(old, 'panels').filter(isOriginal).map(inRow(row));
  });
}

function rowFacts({ title, repeat }: Json, collapsed: boolean): RowFacts {
  return {
    title: typeof title === 'string' ? title.trim() : '',
    collapsed,
    repeat: typeof repeat === 'string' && repeat !== '' ? repeat : undefined,
  };
}

function inRow(row: RowFacts | undefined) {
  return (panel: Json): PanelInRow => ({ row, panel });
}

/** Grafana makes the copies of repeated panels and rows anew whenever it opens a dashboard. */
function isOriginal(panel: Json): boolean {
  return !(panel['repeatIteration'] && (panel['repeatPanelId'] ?? panel['repeatRowId']));
}

/** From top to bottom and from left to right; as written if a panel has no place. */
function inOrder(panels: readonly Json[]): readonly Json[] {
  const placed = panels.map((panel) => {
    const { x, y } = objectAt(panel, 'gridPos');
    return { panel, x, y };
  });
  if (placed.some(({ x, y }) => typeof x !== 'number' || typeof y !== 'number')) return panels;
  return placed
    .sort((a, b) => Number(a.y) - Number(b.y) || Number(a.x) - Number(b.x))
    .map(({ panel }) => panel);
}

function jsonList(value: unknown, key: string): readonly Json[] {
  return listAt(value, key).filter(
    (item): item is Json => typeof item === 'object' && item !== null,
  );
}
