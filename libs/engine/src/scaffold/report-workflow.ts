import { nodeSteps, type PackageManager } from './package-manager';

/** The workflow of GitHub that posts on pull requests what changed in the dashboards. */
export const REPORT_WORKFLOW = '.github/workflows/dashboards-report.yml';

/** How a repository makes the report. */
export interface ReportWorkflow extends Pick<PackageManager, 'setup' | 'install' | 'cache'> {
  /** Lines that set variables for all steps. */
  readonly env?: readonly string[];
  /** The command that writes `report.md`; `$BASE` names the branch that the pull request is for. */
  readonly command: string;
}

/** The text of the workflow. */
export function reportWorkflow({ env = [], command, ...manager }: ReportWorkflow): string {
  const variables = env.length === 0 ? '' : `env:\n${env.map((line) => `  ${line}\n`).join('')}\n`;
  return `name: Dashboards report

on: pull_request

permissions:
  contents: read
  pull-requests: write

${variables}jobs:
  report:
    # A pull request from a fork has no right to comment.
    if: github.event.pull_request.head.repo.full_name == github.repository
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # The history that the report compares with.
          fetch-depth: 0
${nodeSteps(manager)}      - run: ${manager.install}
      - run: ${command}
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
          MARK: "<!-- g6-dashboards report -->"
          NUMBER: \${{ github.event.number }}
`;
}
