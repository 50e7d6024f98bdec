import type { Position, Problem } from '@g6/problems';
import { quote } from '@g6/yaml';
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

/** The most problems that the reading of one inventory lists. */
const MOST_PROBLEMS = 100;

/** Collects the problems of one inventory; a file that is broken throughout does not fill a report. */
export class InventoryProblems {
  readonly listed: Problem[] = [];
  private more = false;

  /** Whether a problem was left out; nobody needs to look for others. */
  get isFull(): boolean {
    return this.more;
  }

  /** Adds a problem; in place of the first that is too many, one that says so. */
  add(problem: Problem): void {
    if (this.more) return;
    this.more = this.listed.length === MOST_PROBLEMS;
    const { file, line, column, code, severity } = problem;
    const message = 'there are more problems from here on, which are not listed';
    this.listed.push(this.more ? { file, line, column, code, severity, message } : problem);
  }
}

/** Without these, two inventories cannot be compared. */
export const REQUIRED_COLUMNS = ['slug', 'title', 'panel_uuid'] as const;

/** How many columns a hint names. */
const MOST_NAMED = 20;

/** A problem that names every required column which a header or an object lacks. */
export function missingColumns(path: string, line: number, found: readonly string[]): Problem[] {
  const missing = REQUIRED_COLUMNS.filter((column) => !found.includes(column));
  if (missing.length === 0) return [];
  const noun = missing.length === 1 ? 'the column' : 'the columns';
  const verb = missing.length === 1 ? 'is' : 'are';
  const message = `this is no inventory: ${noun} ${missing.join(', ')} ${verb} missing`;
  const more = found.length > MOST_NAMED ? `, and ${found.length - MOST_NAMED} more` : '';
  const hint = `found ${found.slice(0, MOST_NAMED).map(quote).join(', ')}${more}`;
  return [{ ...inventoryProblem(path, line, 'inventory-columns', message), hint }];
}

/** A row with the place that problems with it name. */
export interface PlacedRow {
  readonly at: Position;
  readonly row: FoundRow;
}

/** A problem for each panel without an identity of its own, since nothing could tell it from others. */
export function identityProblems(rows: readonly PlacedRow[]): Problem[] {
  const problems = new InventoryProblems();
  const first = new Map<string, Position>();
  for (const { at, row } of rows) {
    if (problems.isFull) break;
    const other = first.get(row.panel_uuid);
    if (row.panel_uuid === '') {
      const message = `the panel ${quote(row.title)} has no panel_uuid`;
      problems.add({ ...at, code: 'inventory-malformed', severity: 'error', message });
    } else if (other) {
      const where = other.line === 0 ? `in ${other.file}` : `on line ${other.line}`;
      const message = `the panel ${quote(row.title)} has the panel_uuid ${quote(row.panel_uuid)}, which is already ${where}`;
      problems.add({ ...at, code: 'inventory-duplicate', severity: 'error', message });
    } else {
      first.set(row.panel_uuid, at);
    }
  }
  return problems.listed;
}
