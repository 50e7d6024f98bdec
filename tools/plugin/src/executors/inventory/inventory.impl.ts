import { join, relative } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { DEFAULT_OPTIONS, hasErrors, inventoryRun, type InventoryFormat } from '@g6/dashboards';
import { refused, warnings, type Outcome } from '../outcome';

/** Options of the executor `inventory`; paths are relative to the workspace root. */
export interface InventoryOptions {
  /** Folder of the generated files. */
  readonly output: string;
  /** Key of the metadata in dashboards; default `g6_meta`. */
  readonly metaKey?: string;
  /** File to write. */
  readonly out: string;
  /** Form of the inventory; default by the ending of `out`, else CSV. */
  readonly format?: InventoryFormat;
  /** Columns, separated by commas. */
  readonly columns?: string;
  /** Panel sources to keep, separated by commas. */
  readonly filterSource?: string;
}

/** The executor `@g6/plugin:inventory`. */
export default async function inventoryExecutor(
  options: InventoryOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { success, output } = inventory(options, context.root);
  process.stdout.write(output);
  return { success };
}

/** Writes a row for every panel of the generated dashboards. */
export function inventory(options: InventoryOptions, root: string): Outcome {
  const { out, format = out.endsWith('.jsonl') ? 'jsonl' : 'csv' } = options;
  const { metaKey = DEFAULT_OPTIONS.metaKey } = options;
  const shown = (path: string) => relative(process.cwd(), join(root, path)) || '.';
  const report = inventoryRun({
    // Nothing is generated here: the folder of the generated files says it all.
    spec: { spec: '' },
    plans: { folder: '' },
    options: { ...DEFAULT_OPTIONS, metaKey },
    output: shown(options.output),
    from: 'files',
    format,
    columns: namesIn(options.columns),
    sources: namesIn(options.filterSource),
    out: shown(out),
  });
  const { problems, rows, dashboards } = report;
  if (hasErrors(problems)) return refused(problems);
  const text = `${out}: ${rows.length} panels of ${dashboards} dashboards\n`;
  return { success: true, output: warnings(problems) + text };
}

function namesIn(list: string | undefined): string[] | undefined {
  return list
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
