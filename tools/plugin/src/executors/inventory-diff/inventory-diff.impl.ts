import { join } from 'node:path';
import { printInventoryDiff } from '@g6/dashboards';
import { executor } from '../executor';
import { nxShell } from '../nx-shell';

/** Options of the executor `inventory-diff`; paths are relative to the workspace root. */
export interface InventoryDiffOptions {
  /** Folder of the generated files. */
  readonly output: string;
  /** Key of the metadata in dashboards; default `g6_meta`. */
  readonly metaKey?: string;
  /** Git revision to compare with; default the merge base with the default branch. */
  readonly base?: string;
  /** File to write the difference to, as JSON. */
  readonly jsonOut?: string;
  /** Whether to print the difference as JSON. */
  readonly json?: boolean;
}

/** The executor `@g6/plugin:inventory-diff`; it fails if there is a difference. */
export default executor<InventoryDiffOptions>((options, { root, nxJsonConfiguration }) => {
  const { output, metaKey, base, jsonOut, json } = options;
  const { defaultBase: defaultBranch } = nxJsonConfiguration;
  return printInventoryDiff(
    { output: join(root, output), base, defaultBranch, metaKey, cwd: root },
    jsonOut === undefined ? undefined : join(root, jsonOut),
    nxShell({ json }),
  );
});
