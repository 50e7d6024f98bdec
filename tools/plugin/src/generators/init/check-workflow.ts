import type { Tree } from '@nx/devkit';
import { CHECK_WORKFLOW, checkWorkflow } from '@g6/dashboards';
import { packageManagerOf } from './package-manager';

/** Variables for all steps of a workflow. */
export const NX_VARIABLES = [
  '# A runner lives for one job, so the daemon would only watch files that nobody edits.',
  "NX_DAEMON: 'false'",
];

/** Writes the workflow, unless there is one of its name. */
export function addCheckWorkflow(tree: Tree, project: string): void {
  if (tree.exists(CHECK_WORKFLOW)) return;
  const { run, ...manager } = packageManagerOf(tree);
  const script = [
    'rm -f findings.md',
    `${run} run ${project}:check --prometheus="$PROMETHEUS_URL" \${PROMETHEUS_TOKEN:+--tokenEnv=PROMETHEUS_TOKEN} --format=markdown --out=findings.md && rm -f findings.md || test -s findings.md`,
  ];
  tree.write(CHECK_WORKFLOW, checkWorkflow({ ...manager, env: NX_VARIABLES, script }));
}
