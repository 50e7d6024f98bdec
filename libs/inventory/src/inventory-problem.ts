import type { Problem } from '@g6/problems';
import type { FoundRow } from './inventory-row';

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
