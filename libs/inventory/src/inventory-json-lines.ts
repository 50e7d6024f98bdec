import { isJsonObject, type JsonObject, sortKeys } from '@g6/generation';
import type { Problem } from '@g6/problems';
import { quote, tooDeepAt } from '@g6/yaml';
import {
  inventoryProblem,
  InventoryProblems,
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
  const rows: LocatedRow[] = [];
  const problems = new InventoryProblems();
  let objects = 0;
  for (const { line, content } of filledLines(text)) {
    const value = parseObject(content);
    if (value) objects += 1;
    const found = value ? lineProblems(path, { line, content }, value) : [notAnObject(path, line)];
    for (const problem of found) problems.add(problem);
    if (problems.isFull) break;
    if (found.length === 0) rows.push({ line, row: value as unknown as FoundRow });
  }
  return { rows, problems: problems.listed.slice(0, objects === 0 ? 1 : undefined) };
}

interface Line {
  readonly line: number;
  readonly content: string;
}

function* filledLines(text: string): Generator<Line> {
  let line = 1;
  for (let start = 0; start < text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const content = text.slice(start, end);
    if (content.trim() !== '') yield { line, content };
    start = end + 1;
  }
}

function notAnObject(path: string, line: number): Problem {
  const message = 'the line is not a JSON object; an inventory has one object a line';
  return inventoryProblem(path, line, 'inventory-malformed', message);
}

/** How many brackets may be open at once; what goes through the values recurses into them. */
const MOST_BRACKETS = 1_000;

function lineProblems(path: string, { line, content }: Line, value: JsonObject): Problem[] {
  const isDeep = content.length > MOST_BRACKETS && tooDeepAt(content, MOST_BRACKETS) !== undefined;
  if (isDeep) {
    return [inventoryProblem(path, line, 'inventory-malformed', 'values are nested too deeply')];
  }
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
  const message = `"${column}" must be a text, got ${quote(value[column])}`;
  return [inventoryProblem(path, line, 'inventory-malformed', message)];
}
