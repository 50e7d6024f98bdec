import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { count, type Problem } from '@g6/problems';
import {
  inventoryProblem,
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

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads an inventory from CSV; defused cells come back as they were. */
export function parseCsv(path: string, text: string): RowsReading {
  const { records, problem } = readRecords(path, text);
  if (problem) return { rows: [], problems: [problem] };
  const [header, ...body] = records;
  if (!header) return { rows: [], problems: [] };
  const columns = header.cells;
  const problems = [...missingColumns(path, header.line, columns), ...repeated(path, header)];
  if (problems.length > 0) return { rows: [], problems };
  const rows: LocatedRow[] = [];
  for (const { line, cells } of body) {
    if (cells.length === columns.length) {
      rows.push({ line, row: rowOf(columns, cells) });
      continue;
    }
    const message = `the row has ${count(cells.length, 'cell')}, and the header has ${columns.length}`;
    problems.push(inventoryProblem(path, line, 'inventory-malformed', message));
  }
  return { rows, problems };
}

/** Splits a text into records; broken quoting ends it, because nothing after it can be trusted. */
function readRecords(path: string, text: string): { records: CsvRecord[]; problem?: Problem } {
  const bytes = Buffer.from(text);
  const lines = new LineCounter(bytes);
  const records: CsvRecord[] = [];
  let start = 0;
  try {
    parse(bytes, {
      relax_column_count: true,
      on_record: (cells: string[], info) => {
        const line = lines.at(start);
        start = info.bytes;
        // A blank line between records is one empty cell to the parser, and nothing to a reader.
        if (cells.length > 1 || cells[0]?.trim() !== '') records.push({ line, cells });
        return null;
      },
    });
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = QUOTING[error.code] ?? `the CSV is broken: ${error.message}`;
    const problem = inventoryProblem(path, lines.at(start), 'inventory-malformed', message);
    return { records: [], problem };
  }
}

const QUOTING: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'the row that starts here opens a quote and never closes it',
  CSV_INVALID_CLOSING_QUOTE:
    'the row that starts here has text after a closing quote; double a quote inside a cell',
  INVALID_OPENING_QUOTE:
    'the row that starts here has a quote inside an unquoted cell; quote the cell and double the quote',
};

/** Counts lines up to rising offsets; the parser's own count takes CRLF inside quotes for two. */
class LineCounter {
  private offset = 0;
  private line = 1;

  constructor(private readonly bytes: Buffer) {}

  at(offset: number): number {
    for (; this.offset < offset; this.offset++) {
      if (this.bytes[this.offset] === 0x0a) this.line += 1;
    }
    return this.line;
  }
}

function repeated(path: string, { line, cells }: CsvRecord): Problem[] {
  const twice = cells.find((cell, position) => cells.indexOf(cell) < position);
  if (twice === undefined) return [];
  const message = `the header has the column "${twice}" twice`;
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
