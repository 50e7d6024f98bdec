import { stringify } from 'csv-stringify/sync';
import { sortKeys } from '@g6/generation';
import { defuseFormula } from './formula-cells';
import type { InventoryColumn, InventoryRow } from './inventory-row';

/** The forms in which an inventory is written. */
export const INVENTORY_FORMATS = ['csv', 'jsonl'] as const;
/** The name of a form. */
export type InventoryFormat = (typeof INVENTORY_FORMATS)[number];

/** Writes an inventory's text: the same rows give the same bytes, everywhere. */
export function inventoryText(
  rows: readonly InventoryRow[],
  columns: readonly InventoryColumn[],
  format: InventoryFormat,
): string {
  return format === 'csv' ? csvText(rows, columns) : jsonLines(rows, columns);
}

/** RFC 4180: a header, CRLF after every record, quotes where a cell needs them. */
function csvText(rows: readonly InventoryRow[], columns: readonly InventoryColumn[]): string {
  const records = rows.map((row) => columns.map((column) => defuseFormula(cell(row, column))));
  return stringify([[...columns], ...records], {
    record_delimiter: 'windows',
    // The library itself only quotes for the delimiter that it writes, not for a lone CR or LF.
    quoted_match: /[\r\n]/,
  });
}

function cell(row: InventoryRow, column: InventoryColumn): string {
  return column === 'exprs' ? JSON.stringify(row.exprs) : row[column];
}

function jsonLines(rows: readonly InventoryRow[], columns: readonly InventoryColumn[]): string {
  return rows
    .map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])))
    .map((object) => `${JSON.stringify(sortKeys(object))}\n`)
    .join('');
}
