import type { Tree } from '@nx/devkit';
import { REPORT_WORKFLOW, reportWorkflow } from '@g6/dashboards';
import { NX_VARIABLES } from './check-workflow';
import { packageManagerOf } from './package-manager';

/** Writes the workflow that posts what changed on pull requests, unless there is one of its name. */
export function addReportWorkflow(tree: Tree, project: string): void {
  if (tree.exists(REPORT_WORKFLOW)) return;
  const { run, ...manager } = packageManagerOf(tree);
  const target = JSON.stringify(`${project}:report`);
  const command = `${run} run ${target} --base="origin/$BASE" --out=report.md`;
  tree.write(REPORT_WORKFLOW, reportWorkflow({ ...manager, env: NX_VARIABLES, command }));
}
