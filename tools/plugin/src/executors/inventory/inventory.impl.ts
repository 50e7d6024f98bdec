import { printInventory, type InventoryFormat } from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';
import { executorRequest, shownPath } from '../run-options';

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
export default executor<InventoryOptions>((options, { root }) => {
  const { output, metaKey, out, format = out.endsWith('.jsonl') ? 'jsonl' : 'csv' } = options;
  return printInventory(
    {
      ...executorRequest({ output, settings: { metaKey } }, root),
      from: 'files',
      format,
      columns: namesIn(options.columns),
      sources: namesIn(options.filterSource),
      out: shownPath(root, out),
    },
    nxShell(),
  );
});

function namesIn(list: string | undefined): string[] | undefined {
  return list
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
