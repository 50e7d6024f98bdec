import type { Position, Problem } from '@g6/problems';
import type { FoundRow } from './inventory-row';

/** A row with the place that problems with it name. */
export interface PlacedRow {
  readonly at: Position;
  readonly row: FoundRow;
}

/** A problem for each panel that has no identity, or one that another has: they cannot be told apart. */
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
      const message = `the panel "${row.title}" has the panel_uuid "${row.panel_uuid}", which stands ${where} already`;
      problems.push({ ...at, code: 'inventory-duplicate', severity: 'error', message });
    } else {
      first.set(row.panel_uuid, at);
    }
  }
  return problems;
}
