import { isJsonObject, type JsonObject, sortKeys } from '@g6/generation';
import { addAll, type Problem, withoutStackTraces } from '@g6/problems';
import {
  inventoryProblem,
  type LocatedRow,
  missingColumns,
  REQUIRED_COLUMNS,
  type RowsReading,
} from './inventory-problems';
import type { FoundRow, InventoryColumn, InventoryRow } from './inventory-rows';

/** Writes an inventory as one JSON object a line. */
export function jsonLinesText(
  rows: readonly InventoryRow[],
  columns: readonly InventoryColumn[],
): string {
  return rows
    .map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])))
    .map((object) => `${JSON.stringify(sortKeys(object))}\n`)
    .join('');
}

/** Reads an inventory from JSON lines; every broken line is a problem, unless all of them are. */
export function parseJsonLines(path: string, text: string): RowsReading {
  const lines = text
    .split('\n')
    .map((content, index) => ({ line: index + 1, content }))
    .filter(({ content }) => content.trim() !== '')
    .map(({ line, content }) => ({ line, value: withoutStackTraces(() => parseObject(content)) }));
  if (lines.every(({ value }) => value === undefined)) {
    return { rows: [], problems: lines.slice(0, 1).map(({ line }) => notAnObject(path, line)) };
  }
  const rows: LocatedRow[] = [];
  const problems: Problem[] = [];
  for (const { line, value } of lines) {
    const found = value ? columnProblems(path, line, value) : [notAnObject(path, line)];
    addAll(problems, found);
    if (found.length === 0) rows.push({ line, row: value as unknown as FoundRow });
  }
  return { rows, problems };
}

function notAnObject(path: string, line: number): Problem {
  const message = 'the line is not a JSON object; an inventory has one object a line';
  return inventoryProblem(path, line, 'inventory-malformed', message);
}

function columnProblems(path: string, line: number, value: JsonObject): Problem[] {
  return [...missingColumns(path, line, Object.keys(value)), ...textProblem(path, line, value)];
}

function parseObject(line: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function textProblem(path: string, line: number, value: JsonObject): Problem[] {
  const column = REQUIRED_COLUMNS.find((name) => name in value && typeof value[name] !== 'string');
  if (column === undefined) return [];
  const message = `"${column}" must be a text, got ${JSON.stringify(value[column])}`;
  return [inventoryProblem(path, line, 'inventory-malformed', message)];
}
