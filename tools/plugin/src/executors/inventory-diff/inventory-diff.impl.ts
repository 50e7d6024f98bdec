import { join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';
import { EXIT, hasErrors, inventoryDiffRun, renderInventoryDiff, stableJson } from '@g6/dashboards';
import { refused, warnings, type Outcome } from '../outcome';

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

/** The executor `@g6/plugin:inventory-diff`; it fails where there is a difference. */
export default async function inventoryDiffExecutor(
  options: InventoryDiffOptions,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { defaultBase } = context.nxJsonConfiguration;
  const { success, output } = inventoryDiff(options, context.root, defaultBase);
  process.stdout.write(output);
  return { success };
}

/** Compares the panels of the generated dashboards with those at a git revision. */
export function inventoryDiff(
  options: InventoryDiffOptions,
  root: string,
  defaultBranch: string | undefined,
): Outcome {
  const { output, metaKey, base, jsonOut, json } = options;
  const report = inventoryDiffRun(
    { output: join(root, output), base, defaultBranch, metaKey, cwd: root },
    jsonOut === undefined ? undefined : join(root, jsonOut),
  );
  const { problems, diff, revision = '', status } = report;
  if (hasErrors(problems)) return refused(problems);
  const text = json === true ? stableJson(diff) : renderInventoryDiff(diff);
  const since = json === true ? '' : `since ${revision.slice(0, 12)}:\n`;
  return { success: status === EXIT.done, output: warnings(problems) + since + text };
}
