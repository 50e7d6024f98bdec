import { hasErrors, type Problem } from '@g6/problems';
import type { SourceFile } from '@g6/yaml';
import { csvText, parseCsv } from './inventory-csv';
import { jsonLinesText, parseJsonLines } from './inventory-json-lines';
import { identityProblems, inventoryProblem } from './inventory-problems';
import type { FoundRow, InventoryColumn, InventoryRow } from './inventory-rows';

/** The file formats of an inventory. */
export const INVENTORY_FORMATS = ['csv', 'jsonl'] as const;
/** The name of a file format. */
export type InventoryFormat = (typeof INVENTORY_FORMATS)[number];

/** Writes an inventory's text: the same rows give the same bytes, everywhere. */
export function inventoryText(
  rows: readonly InventoryRow[],
  columns: readonly InventoryColumn[],
  format: InventoryFormat,
): string {
  return format === 'csv' ? csvText(rows, columns) : jsonLinesText(rows, columns);
}

/** The rows of an inventory file, and everything that is wrong with it. */
export interface InventoryReading {
  readonly rows: readonly FoundRow[];
  readonly problems: readonly Problem[];
}

/** Reads an inventory, CSV or JSONL: its content decides, or else its extension. */
export function readInventory({ path, text }: SourceFile): InventoryReading {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') {
    const message = 'the file is empty; an inventory has a header or one object a line';
    return { rows: [], problems: [inventoryProblem(path, 1, 'inventory-malformed', message)] };
  }
  const { rows, problems } = isJsonLines(path, body)
    ? parseJsonLines(path, body)
    : parseCsv(path, body);
  const found = hasErrors(problems)
    ? problems
    : [
        ...problems,
        ...identityProblems(
          rows.map(({ line, row }) => ({ at: { file: path, line, column: 1 }, row })),
        ),
      ];
  return { rows: rows.map(({ row }) => row), problems: found };
}

/** A CSV header cannot start with a brace, because no column does. */
function isJsonLines(path: string, body: string): boolean {
  return body.trimStart().startsWith('{') || /\.(jsonl|ndjson)$/i.test(path);
}
