import type { Tree } from '@nx/devkit';
import {
  driftDetails,
  driftTokens,
  hasErrors,
  readEnvironment,
  reloadProfiles,
  renderProblems,
  syncRun,
  syncWithoutPlans,
  type Drift,
  type SyncReport,
} from '@g6/dashboards';
import { refuseErrors } from '../refuse';
import { join } from 'node:path';
import { executorRequest } from '../../executors/run-options';
import type { NormalizedOptions } from '../../inference/plugin-options';
import { pluginEntries } from '../plugin-entries';
import { plansInTree } from '../tree-inputs';

/** The result of a sync generator. */
interface SyncResult {
  readonly outOfSyncMessage?: string;
  readonly outOfSyncDetails?: string[];
}

/**
 * The sync generator `@g6/plugin:sync`: changes a workspace exactly if `verify` would find drift,
 * and names the drift by the same tokens.
 */
export default async function syncGenerator(tree: Tree): Promise<SyncResult> {
  const drifts: Drift[] = [];
  // The daemon of Nx runs this again and again in one process.
  await reloadProfiles();
  for (const entry of pluginEntries(tree)) {
    const report = reportOf(tree, entry);
    if (hasErrors(report.problems)) throw new Error(renderProblems(report.problems));
    for (const { name, text } of report.files) tree.write(`${entry.output}/${name}`, text);
    for (const name of report.removed) tree.delete(`${entry.output}/${name}`);
    drifts.push(...report.drifts);
  }
  if (drifts.length === 0) return {};
  const { verboseDrift } = readEnvironment(process.env);
  return {
    outOfSyncMessage: [
      'Generated dashboards are not what the spec and the plans say.',
      ...driftTokens(drifts),
    ].join('\n'),
    ...(verboseDrift ? { outOfSyncDetails: driftDetails(drifts) } : {}),
  };
}

function reportOf(tree: Tree, entry: NormalizedOptions): SyncReport {
  if (plansInTree(tree, entry).length === 0) {
    return syncWithoutPlans(join(tree.root, entry.output), entry.settings.metaKey);
  }
  const request = executorRequest(entry, tree.root);
  const { sourceDateEpoch, problems } = readEnvironment(process.env);
  refuseErrors(problems);
  return syncRun({ ...request, now: sourceDateEpoch ?? Math.floor(Date.now() / 1000) });
}
