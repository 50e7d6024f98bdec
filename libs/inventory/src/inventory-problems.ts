import type { Position, Problem } from '@g6/problems';
import type { FoundRow } from './inventory-rows';

/** A row as a file has it, with the line on which it starts. */
export interface LocatedRow {
  readonly line: number;
  readonly row: FoundRow;
}

/** The rows of a text, and everything that is wrong with it. */
export interface RowsReading {
  readonly rows: readonly LocatedRow[];
  readonly problems: readonly Problem[];
}

/** A problem on a line of an inventory file. */
export function inventoryProblem(
  file: string,
  line: number,
  code: 'inventory-malformed' | 'inventory-columns' | 'inventory-duplicate',
  message: string,
): Problem {
  return { file, line, column: 1, code, severity: 'error', message };
}

/** Without these, two inventories cannot be compared. */
export const REQUIRED_COLUMNS = ['slug', 'title', 'panel_uuid'] as const;

/** A problem that names every required column which a header or an object lacks. */
export function missingColumns(path: string, line: number, found: readonly string[]): Problem[] {
  const missing = REQUIRED_COLUMNS.filter((column) => !found.includes(column));
  if (missing.length === 0) return [];
  const noun = missing.length === 1 ? 'the column' : 'the columns';
  const verb = missing.length === 1 ? 'is' : 'are';
  const message = `this is no inventory: ${noun} ${missing.join(', ')} ${verb} missing`;
  const hint = `found ${found.map((column) => JSON.stringify(column)).join(', ')}`;
  return [{ ...inventoryProblem(path, line, 'inventory-columns', message), hint }];
}

/** A row with the place that problems with it name. */
export interface PlacedRow {
  readonly at: Position;
  readonly row: FoundRow;
}

/** A problem for each panel without an identity of its own, since nothing could tell it from others. */
export function identityProblems(rows: readonly PlacedRow[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, Position>();
  for (const { at, row } of rows) {
    const other = first.get(row.panel_uuid);
    if (row.panel_uuid === '') {
      const message = `the panel "${row.title}" has no panel_uuid`;
      problems.push({ ...at, code: 'inventory-malformed', severity: 'error', message });
    } else if (other) {
      const where = other.line === 0 ? `in ${other.file}` : `on line ${other.line}`;
      const message = `the panel "${row.title}" has the panel_uuid "${row.panel_uuid}", which is already ${where}`;
      problems.push({ ...at, code: 'inventory-duplicate', severity: 'error', message });
    } else {
      first.set(row.panel_uuid, at);
    }
  }
  return problems;
}
