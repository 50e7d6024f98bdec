import { hasErrors, type Problem } from '@g6/problems';
import type { SourceFile } from '@g6/yaml';
import { identityProblems } from './identity-problems';
import { inventoryProblem } from './inventory-problem';
import type { FoundRow } from './inventory-row';
import { parseCsv } from './parse-csv';
import { parseJsonLines } from './parse-json-lines';

/** The rows of an inventory file, and everything that is wrong with it. */
export interface InventoryReading {
  readonly rows: readonly FoundRow[];
  readonly problems: readonly Problem[];
}

/** Reads an inventory, CSV or JSONL: its content tells which, or else the extension of its name. */
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
