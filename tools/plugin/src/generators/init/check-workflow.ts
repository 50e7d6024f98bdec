import type { Tree } from '@nx/devkit';
import { packageManagerOf, type PackageManager } from './package-manager';

/** The workflow that checks dashboards against Prometheus every morning. */
export const CHECK_WORKFLOW = '.github/workflows/check-dashboards.yml';

/** What is left to do by hand for the workflow. */
export const CHECK_SECRETS =
  'Set the secrets PROMETHEUS_URL and, if it needs one, PROMETHEUS_TOKEN for the workflow check-dashboards';

/** Writes the workflow, unless there is one of its name. */
export function addCheckWorkflow(tree: Tree, project: string): void {
  if (tree.exists(CHECK_WORKFLOW)) return;
  tree.write(CHECK_WORKFLOW, workflowText(packageManagerOf(tree), project));
}

function workflowText({ setup, install, run, cache }: PackageManager, project: string) {
  const nodeCache = cache === undefined ? '' : `\n          cache: ${cache}`;
  return `name: Check dashboards

on:
  schedule:
    - cron: '17 5 * * *'
  workflow_dispatch:

permissions:
  contents: read
  issues: write

env:
  # A runner lives for one job, so the daemon would only watch files that nobody edits.
  NX_DAEMON: 'false'

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
${setup.map((line) => `${line}\n`).join('')}      - uses: actions/setup-node@v4
        with:
          node-version: 22${nodeCache}
      - run: ${install}
      - name: Check against Prometheus
        env:
          PROMETHEUS_URL: \${{ secrets.PROMETHEUS_URL }}
          PROMETHEUS_TOKEN: \${{ secrets.PROMETHEUS_TOKEN }}
        run: |
          rm -f findings.md
          ${run} run ${project}:check --prometheus="$PROMETHEUS_URL" \${PROMETHEUS_TOKEN:+--tokenEnv=PROMETHEUS_TOKEN} --format=markdown --out=findings.md && rm -f findings.md || test -s findings.md
      - name: Open or close the issue
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          gh label create dashboards-check --force --description 'Dashboards and Prometheus disagree'
          open=$(gh issue list --label dashboards-check --state open --limit 1 --json number --jq '.[].number')
          if [ -s findings.md ]; then
            if [ -n "$open" ]; then gh issue edit "$open" --body-file findings.md
            else gh issue create --title 'Dashboards and Prometheus disagree' --label dashboards-check --body-file findings.md
            fi
          elif [ -n "$open" ]; then gh issue close "$open" --comment 'The check finds nothing any more.'
          fi
`;
}
