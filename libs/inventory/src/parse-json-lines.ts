import type { Problem } from '@g6/problems';
import { inventoryProblem, type LocatedRow, type RowsReading } from './inventory-problem';
import type { FoundRow } from './inventory-row';
import { isJsonObject, type JsonObject } from '@g6/generation';
import { missingColumns, REQUIRED_COLUMNS } from './required-columns';

/** Reads an inventory from JSON lines; every broken line is a problem, unless all of them are. */
export function parseJsonLines(path: string, text: string): RowsReading {
  const lines = text
    .split('\n')
    .map((content, index) => ({ line: index + 1, content }))
    .filter(({ content }) => content.trim() !== '')
    .map(({ line, content }) => ({ line, value: parseObject(content) }));
  if (lines.every(({ value }) => value === undefined)) {
    return { rows: [], problems: lines.slice(0, 1).map(({ line }) => noObject(path, line)) };
  }
  const rows: LocatedRow[] = [];
  const problems: Problem[] = [];
  for (const { line, value } of lines) {
    const found = value ? columnProblems(path, line, value) : [noObject(path, line)];
    problems.push(...found);
    if (found.length === 0) rows.push({ line, row: value as unknown as FoundRow });
  }
  return { rows, problems };
}

function noObject(path: string, line: number): Problem {
  const message = 'the line is no JSON object; an inventory has one object a line';
  return inventoryProblem(path, line, 'inventory-malformed', message);
}

function columnProblems(path: string, line: number, value: JsonObject): Problem[] {
  return [...missingColumns(path, line, Object.keys(value)), ...notText(path, line, value)];
}

function parseObject(line: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function notText(path: string, line: number, value: JsonObject): Problem[] {
  const column = REQUIRED_COLUMNS.find((name) => name in value && typeof value[name] !== 'string');
  if (column === undefined) return [];
  const message = `"${column}" must be a text, got ${JSON.stringify(value[column])}`;
  return [inventoryProblem(path, line, 'inventory-malformed', message)];
}
