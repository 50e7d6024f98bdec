import { stringify } from 'csv-stringify/sync';
import { count, type Problem } from '@g6/problems';
import { quote } from '@g6/yaml';
import { type CsvFault, type CsvRecord, readCsv } from './csv-records';
import {
  inventoryProblem,
  InventoryProblems,
  type LocatedRow,
  missingColumns,
  type RowsReading,
} from './inventory-problems';
import type { FoundRow, InventoryColumn, InventoryRow } from './inventory-rows';

/** Writes an inventory as CSV by RFC 4180: a header, CRLF after every record, quotes if a cell needs them. */
export function csvText(
  rows: readonly InventoryRow[],
  columns: readonly InventoryColumn[],
): string {
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

/** Reads an inventory from CSV; defused cells come back as they were. */
export function parseCsv(path: string, text: string): RowsReading {
  const {
    records: [header, ...body],
    fault,
  } = readCsv(text);
  const broken = fault === undefined ? [] : [quotingProblem(path, fault)];
  if (!header) return { rows: [], problems: broken };
  const faults = [...missingColumns(path, header.line, header.cells), ...repeated(path, header)];
  if (faults.length + broken.length > 0) {
    return { rows: [], problems: faults.length > 0 ? faults : broken };
  }
  return readRows(path, header.cells, body);
}

/** Broken quoting is the only problem of a text that has it, because nothing else is certain then. */
function quotingProblem(path: string, { line, kind }: CsvFault): Problem {
  const message = `the row that starts here ${QUOTING[kind]}`;
  return inventoryProblem(path, line, 'inventory-malformed', message);
}

const QUOTING: Readonly<Record<CsvFault['kind'], string>> = {
  'open-quote': 'opens a quote and never closes it',
  'text-after-quote': 'has text after a closing quote; double a quote inside a cell',
  'quote-inside': 'has a quote inside an unquoted cell; quote the cell and double the quote',
};

function readRows(
  path: string,
  columns: readonly string[],
  records: readonly CsvRecord[],
): RowsReading {
  const rows: LocatedRow[] = [];
  const problems = new InventoryProblems();
  for (const { line, cells } of records) {
    if (cells.length === columns.length) {
      rows.push({ line, row: rowOf(columns, cells) });
      continue;
    }
    const message = `the row has ${count(cells.length, 'cell')}, and the header has ${columns.length}`;
    problems.add(inventoryProblem(path, line, 'inventory-malformed', message));
    if (problems.isFull) break;
  }
  return { rows, problems: problems.listed };
}

function repeated(path: string, { line, cells }: CsvRecord): Problem[] {
  const seen = new Set<string>();
  const twice = cells.find((cell) => seen.has(cell) || !seen.add(cell));
  if (twice === undefined) return [];
  const message = `the header has the column ${quote(twice)} twice`;
  return [inventoryProblem(path, line, 'inventory-columns', message)];
}

function rowOf(columns: readonly string[], cells: readonly string[]): FoundRow {
  const entries = columns.map((column, i) => {
    const value = restoreFormula(cells[i] ?? '');
    return [column, column === 'exprs' ? parseExprs(value) : value] as const;
  });
  return Object.fromEntries(entries) as unknown as FoundRow;
}

/** The cell of a panel's queries is a JSON list; anything else is kept as one text. */
function parseExprs(cell: string): string[] {
  try {
    const value: unknown = JSON.parse(cell);
    if (Array.isArray(value)) return value.map(String);
  } catch {
    // Not a list, and not a problem either: no comparison rests on it.
  }
  return [cell];
}

/**
 * Spreadsheets run a cell that starts like this, also one whose sign is full-width; see the OWASP
 * page on CSV injection. Leading apostrophes belong to it, so that undoing is exact.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before a cell that a spreadsheet would run as a formula. */
export function defuseFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes away the apostrophe that {@link defuseFormula} put there, and none that it did not. */
export function restoreFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
