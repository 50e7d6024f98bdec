import type { Tree } from '@nx/devkit';
import { type PackageManager, packageManagerOf } from './package-manager';

/** The workflow that posts what changed on pull requests. */
export const REPORT_WORKFLOW = '.github/workflows/dashboards-report.yml';

/** Writes the workflow, unless there is one of its name. */
export function addReportWorkflow(tree: Tree, project: string): void {
  if (tree.exists(REPORT_WORKFLOW)) return;
  tree.write(REPORT_WORKFLOW, workflowText(packageManagerOf(tree), project));
}

function workflowText({ cache, setup, install, run }: PackageManager, project: string): string {
  const nodeCache = cache === undefined ? '' : `\n          cache: ${cache}`;
  return `name: Dashboards report

on: pull_request

permissions:
  contents: read
  pull-requests: write

env:
  # A runner lives for one job, so the daemon would only watch files that nobody edits.
  NX_DAEMON: 'false'

jobs:
  report:
    # A pull request from a fork has no right to comment.
    if: github.event.pull_request.head.repo.full_name == github.repository
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # The history that the report compares with.
          fetch-depth: 0
${setup.map((line) => `${line}\n`).join('')}      - uses: actions/setup-node@v4
        with:
          node-version: 22${nodeCache}
      - run: ${install}
      - run: ${run} run ${JSON.stringify(`${project}:report`)} --base="origin/$BASE" --out=report.md
        env:
          BASE: \${{ github.base_ref }}
      - run: cat report.md >> "$GITHUB_STEP_SUMMARY"
      - name: Post the report, or renew the one that was posted before
        run: |
          { echo "$MARK"; cat report.md; } > comment.md
          own='.[] | select(.user.login == "github-actions[bot]" and (.body | startswith(env.MARK))) | .id'
          id=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" --jq "$own" | head -n 1)
          if [ -n "$id" ]; then
            gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field body=@comment.md --silent
          else
            gh pr comment "$NUMBER" --body-file comment.md
          fi
        env:
          GH_TOKEN: \${{ github.token }}
          MARK: '<!-- g6-dashboards report -->'
          NUMBER: \${{ github.event.number }}
`;
}
