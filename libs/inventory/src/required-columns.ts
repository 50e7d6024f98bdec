import type { Problem } from '@g6/problems';
import { inventoryProblem } from './inventory-problem';

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
