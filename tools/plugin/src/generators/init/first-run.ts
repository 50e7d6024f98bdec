import type { Tree } from '@nx/devkit';
import { EXIT, printFirstRun, readEnvironment } from '@g6/dashboards';
import { nxShell } from '../../executors/nx-shell';
import { executorRequest, runConfig } from '../../executors/run-options';
import type { DashboardSet } from '../../inference/dashboard-sets';

/**
 * Generates the dashboards and rules of a workspace that has just begun, and returns the report.
 * Throws the report if that was not possible.
 */
export function firstRun(tree: Tree, entry: DashboardSet): string {
  const { project } = entry;
  const { sourceDateEpoch } = readEnvironment(process.env);
  const request = {
    run: executorRequest(entry, tree.root),
    config: runConfig(entry, tree.root),
    now: sourceDateEpoch ?? Math.floor(Date.now() / 1000),
    lintCommand: `nx run ${project}:lint`,
  };
  const shell = nxShell({
    replayed: false,
    generateCommand: `nx run ${project}:generate`,
    rulesCommand: `nx run ${project}:rules`,
  });
  const { parts, status } = printFirstRun(request, shell);
  const report = parts.map(({ text }) => text).join('');
  if (status !== EXIT.done) throw new Error(`nothing was generated\n${report}`);
  return report;
}
